import { Replicache, type WriteTransaction } from 'replicache';
import type { Client, ClientOptions } from '../../sync/page/engine.ts';
import { serveEngine } from '../../sync/page/serve-engine.ts';
import type { BenchRecord } from '../../sync/records.ts';

serveEngine({ open });

/** Contacts of one mutation: an import of thousands is no single action. */
const together = 500;

const mutators = {
  putContacts: async (tx: WriteTransaction, records: BenchRecord[]) => {
    for (const record of records) await tx.set(record.id, record);
  },
  setNote: async (tx: WriteTransaction, { key, note }: { key: string; note: string }) => {
    const held = (await tx.get(key)) as BenchRecord | undefined;
    if (held !== undefined) await tx.set(key, { ...held, note });
  },
};

async function open({ server, name }: ClientOptions): Promise<Client> {
  const replicache = new Replicache({
    name,
    mutators,
    pushURL: `${server}/push`,
    pullURL: `${server}/pull`,
    pullInterval: null,
    pushDelay: 0,
    logLevel: 'error',
  });
  const count = () => replicache.query(async (tx) => (await tx.scan().keys().toArray()).length);
  return {
    saysDurable: false,
    write: async (records) => {
      for (let at = 0; at < records.length; at += together) {
        await replicache.mutate.putContacts(records.slice(at, at + together));
      }
    },
    holds: (wanted) =>
      new Promise((resolve) => {
        replicache.subscribe(async (tx) => (await tx.scan().keys().toArray()).length, {
          onData: (held) => {
            if (held >= wanted) resolve();
          },
        });
      }),
    count,
    change: (key, note) => replicache.mutate.setNote({ key, note }),
    watch: (id, seen) => {
      replicache.subscribe(async (tx) => ((await tx.get(id)) as BenchRecord | undefined)?.note ?? '', {
        onData: seen,
      });
    },
    goLive: () =>
      new Promise((resolve) => {
        const pokes = new EventSource(`${server}/poke`);
        pokes.onopen = () => resolve();
        pokes.onmessage = () => void replicache.pull({ now: true });
      }),
  };
}
