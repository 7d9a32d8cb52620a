import { TriplitClient } from '@triplit/client';
import type { Client, ClientOptions } from '../../sync/page/engine.ts';
import { serveEngine } from '../../sync/page/serve-engine.ts';
import { schema } from './schema.ts';

serveEngine({ open });

async function open({ server, name, link }: ClientOptions): Promise<Client> {
  const client = new TriplitClient({
    schema,
    serverUrl: server,
    token: link,
    storage: { type: 'indexeddb', name },
    autoConnect: true,
    logLevel: 'error',
  });
  const contacts = client.query('contacts');
  let synced: Promise<void> = Promise.resolve();
  const count = async () => (await client.fetch(contacts, { policy: 'local-only' })).length;
  return {
    saysDurable: false,
    write: async (records) => {
      const last = records.at(-1)?.id ?? '';
      synced = new Promise((resolve) => {
        client.onEntitySyncSuccess('contacts', last, () => resolve());
      });
      await client.transact(async (tx) => {
        for (const record of records) await tx.insert('contacts', record);
      });
    },
    acknowledged: async () => {
      await synced;
      return undefined;
    },
    holds: (wanted) =>
      new Promise((resolve) => {
        client.subscribe(contacts, (found) => {
          if (found.length >= wanted) resolve();
        });
      }),
    count,
    change: async (id, note) => {
      await client.update('contacts', id, { note });
    },
    watch: (id, seen) => {
      client.subscribe(client.query('contacts').Id(id), ([found]) => seen(found?.note ?? ''));
    },
  };
}
