import { Dexie, type Table } from 'dexie';
import type { Client, ClientOptions } from '../page/engine.ts';
import { serveEngine } from '../page/serve-engine.ts';
import type { BenchRecord } from '../records.ts';

serveEngine({ open });

/** About a megabyte: what the server can bind to a statement is bounded. */
const lineRecords = 2500;

/** What cannot be undercut by anything that keeps plain records: one compressed request, and one bulkPut without an index. */
async function open({ server, name }: ClientOptions): Promise<Client> {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ records: 'id' });
  const records = db.table('records') as Table<BenchRecord, string>;
  return {
    saysDurable: true,
    write: async (written) => {
      const lines: string[] = [];
      for (let at = 0; at < written.length; at += lineRecords) {
        lines.push(JSON.stringify(written.slice(at, at + lineRecords)));
      }
      const body = await gzip(lines.join('\n'));
      const response = await fetch(`${server}/records`, { method: 'POST', body });
      if (!response.ok) throw new Error(`the floor answered ${response.status}`);
    },
    acknowledged: async () => undefined,
    holds: async () => {
      const response = await fetch(`${server}/records`);
      await records.bulkPut((await response.json()) as BenchRecord[]);
    },
    count: () => records.count(),
    change: async () => {},
    watch: () => {},
  };
}

async function gzip(text: string): Promise<ArrayBuffer> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
