import PouchDB from 'pouchdb';
import type { Client, ClientOptions } from '../../sync/page/engine.ts';
import { serveEngine } from '../../sync/page/serve-engine.ts';
import type { BenchRecord } from '../../sync/records.ts';

serveEngine({ open });

const batch = { batch_size: 1000, batches_limit: 2 };

async function open({ server, name }: ClientOptions): Promise<Client> {
  const local = new PouchDB<BenchRecord>(name);
  const remote = `${server}/contacts`;
  const count = async () => (await local.info()).doc_count;
  return {
    saysDurable: true,
    write: async (records) => {
      await local.bulkDocs(records.map((record) => ({ _id: record.id, ...record })));
    },
    acknowledged: async () => {
      await local.replicate.to(remote, batch);
      return undefined;
    },
    holds: async (wanted) => {
      await local.replicate.from(remote, batch);
      const held = await count();
      if (held < wanted) throw new Error(`${held} of ${wanted} records came`);
    },
    count,
    change: async (id, note) => {
      await local.put({ ...(await local.get(id)), note });
    },
    watch: (id, seen) => {
      local
        .changes({ since: 'now', live: true, include_docs: true, doc_ids: [id] })
        .on('change', ({ doc }) => seen(doc?.note ?? ''));
    },
    goLive: () =>
      new Promise((resolve) => {
        local.sync(remote, { live: true, retry: true, ...batch }).on('paused', () => resolve());
      }),
  };
}
