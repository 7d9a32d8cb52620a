import { createRxDatabase } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { Subject } from 'rxjs';
import type { Client, ClientOptions } from '../../sync/page/engine.ts';
import { serveEngine } from '../../sync/page/serve-engine.ts';
import type { BenchRecord } from '../../sync/records.ts';

serveEngine({ open });

type Document = BenchRecord & { updatedAt: number };
type Checkpoint = { id: string; updatedAt: number };

const text = { type: 'string' } as const;
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 26 },
    name: text,
    email: text,
    privateEmail: text,
    phone: text,
    mobile: text,
    fax: text,
    website: text,
    profile: text,
    card: text,
    note: text,
    updatedAt: { type: 'number' },
  },
  required: ['id', 'name', 'updatedAt'],
} as const;

const batchSize = 1000;

async function open({ server, name }: ClientOptions): Promise<Client> {
  const database = await createRxDatabase({
    name,
    storage: getRxStorageDexie(),
    multiInstance: false,
    eventReduce: true,
  });
  const { contacts } = await database.addCollections({ contacts: { schema } });
  if (contacts === undefined) throw new Error('no collection');
  const events = new Subject<{ documents: never[]; checkpoint: Checkpoint } | 'RESYNC'>();
  const replication = replicateRxCollection<Document, Checkpoint>({
    collection: contacts as never,
    replicationIdentifier: `http-${name}`,
    live: true,
    retryTime: 5000,
    waitForLeadership: false,
    push: {
      batchSize,
      handler: async (rows) => {
        const response = await fetch(`${server}/push`, { method: 'POST', body: JSON.stringify(rows) });
        return response.json();
      },
    },
    pull: {
      batchSize,
      stream$: events.asObservable(),
      handler: async (checkpoint, most) => {
        const { updatedAt = 0, id = '' } = checkpoint ?? {};
        const response = await fetch(`${server}/pull?updatedAt=${updatedAt}&id=${id}&batchSize=${most}`);
        return response.json();
      },
    },
  });
  return {
    saysDurable: true,
    write: async (records) => {
      const updatedAt = Date.now();
      await contacts.bulkInsert(records.map((record) => ({ ...record, updatedAt })));
    },
    acknowledged: async () => {
      await replication.awaitInSync();
      return undefined;
    },
    holds: async (wanted) => {
      await replication.awaitInitialReplication();
      const held = await contacts.count().exec();
      if (held < wanted) throw new Error(`${held} of ${wanted} records came`);
    },
    count: () => contacts.count().exec(),
    change: async (id, note) => {
      const document = await contacts.findOne(id).exec();
      await document?.patch({ note, updatedAt: Math.max(Date.now(), document.get('updatedAt') + 1) });
    },
    watch: (id, seen) => {
      contacts.findOne(id).$.subscribe((document) => {
        if (document !== null) seen(document.get('note'));
      });
    },
    goLive: () =>
      new Promise((resolve) => {
        const source = new EventSource(`${server}/stream`);
        source.onopen = () => resolve();
        source.onmessage = ({ data }) => events.next(JSON.parse(data));
      }),
  };
}
