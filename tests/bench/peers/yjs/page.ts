import { IndexeddbPersistence } from 'y-indexeddb';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Client, ClientOptions } from '../../sync/page/engine.ts';
import { serveEngine } from '../../sync/page/serve-engine.ts';

serveEngine({ open });

async function open({ server, name }: ClientOptions): Promise<Client> {
  const doc = new Y.Doc();
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  new WebsocketProvider(server.replace('http', 'ws'), 'contacts', doc, { disableBc: true });
  const contacts = doc.getMap<Y.Map<string>>('contacts');
  return {
    saysDurable: false,
    write: async (records) => {
      doc.transact(() => {
        // a map each, so that two may change two fields of one contact
        for (const record of records) contacts.set(record.id, new Y.Map(Object.entries(record)));
      });
    },
    holds: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          if (contacts.size >= wanted) resolve();
        };
        contacts.observe(look);
        look();
      }),
    count: async () => contacts.size,
    change: async (id, note) => {
      contacts.get(id)?.set('note', note);
    },
    watch: (id, seen) => {
      const contact = contacts.get(id);
      contact?.observe(() => seen(contact.get('note') ?? ''));
    },
  };
}
