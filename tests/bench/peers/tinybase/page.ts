import { createMergeableStore } from 'tinybase';
import { createIndexedDbPersister } from 'tinybase/persisters/persister-indexed-db';
import { createWsSynchronizer } from 'tinybase/synchronizers/synchronizer-ws-client';
import type { Client, ClientOptions } from '../../sync/page/engine.ts';
import { serveEngine } from '../../sync/page/serve-engine.ts';

serveEngine({ open });

/** What it waits for an answer, and how large its messages are at most: with its defaults 10,000 records end in a timeout. */
const timeoutSeconds = 120;
const fragmentSize = 1_000_000;

async function open({ server, name }: ClientOptions): Promise<Client> {
  const store = createMergeableStore();
  const persister = createIndexedDbPersister(store, name);
  await persister.startAutoPersisting();
  const socket = new WebSocket(`${server.replace('http', 'ws')}/contacts`);
  const none = undefined;
  const synchronizer = await createWsSynchronizer(
    store,
    socket,
    timeoutSeconds,
    none,
    none,
    none,
    fragmentSize,
  );
  await synchronizer.startSync();
  const count = () => store.getRowCount('contacts');
  return {
    saysDurable: false,
    write: async (records) => {
      store.transaction(() => {
        for (const record of records) store.setRow('contacts', record.id, record);
      });
    },
    holds: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          if (count() >= wanted) resolve();
        };
        store.addRowIdsListener('contacts', look);
        look();
      }),
    count: async () => count(),
    change: async (id, note) => {
      store.setCell('contacts', id, 'note', note);
    },
    watch: (id, seen) => {
      store.addCellListener('contacts', id, 'note', (_store, _table, _row, _cell, note) =>
        seen(String(note)),
      );
    },
  };
}
