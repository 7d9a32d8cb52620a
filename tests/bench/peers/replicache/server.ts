import { createServer } from 'node:http';
import type { PatchOperation, PullRequestV1, PushRequestV1 } from 'replicache';
import type { BenchRecord } from '../../sync/records.ts';
import { answerJson, eventStream, readJson } from '../event-stream.ts';
import { inTransaction, openSqlite } from '../open-sqlite.ts';
import { listen, tellStored } from '../serve-peer.ts';

// The makers' "global version" strategy: one version for all, entries and clients carry the one that changed them last.

const db = openSqlite();
db.exec(`
  CREATE TABLE space (version INTEGER NOT NULL);
  INSERT INTO space VALUES (0);
  CREATE TABLE entry (key TEXT PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX entry_version ON entry (version);
  CREATE TABLE client (id TEXT PRIMARY KEY, grp TEXT, mutation INTEGER, version INTEGER) WITHOUT ROWID;
`);
const sql = {
  version: db.prepare('SELECT version FROM space'),
  setVersion: db.prepare('UPDATE space SET version = ?'),
  get: db.prepare('SELECT value FROM entry WHERE key = ?'),
  put: db.prepare('INSERT OR REPLACE INTO entry VALUES (?, ?, ?)'),
  count: db.prepare('SELECT count(*) AS n FROM entry'),
  since: db.prepare('SELECT key, value FROM entry WHERE version > ?'),
  client: db.prepare('SELECT mutation FROM client WHERE id = ?'),
  putClient: db.prepare('INSERT OR REPLACE INTO client VALUES (?, ?, ?, ?)'),
  clients: db.prepare('SELECT id, mutation FROM client WHERE grp = ? AND version > ?'),
};
const pokes = eventStream();

function push({ clientGroupID, mutations }: PushRequestV1): void {
  inTransaction(db, () => {
    const version = Number(sql.version.get()?.version) + 1;
    for (const { clientID, id, name, args } of mutations) {
      const last = Number(sql.client.get(clientID)?.mutation ?? 0);
      if (id <= last) continue;
      if (id > last + 1) throw new Error(`mutation ${id} after ${last}`);
      if (name === 'putContacts') {
        for (const record of args as BenchRecord[]) sql.put.run(record.id, JSON.stringify(record), version);
      } else {
        const { key, note } = args as { key: string; note: string };
        const value = { ...JSON.parse(String(sql.get.get(key)?.value)), note };
        sql.put.run(key, JSON.stringify(value), version);
      }
      sql.putClient.run(clientID, clientGroupID, id, version);
    }
    sql.setVersion.run(version);
  });
  tellStored(Number(sql.count.get()?.n));
  pokes.send('poke');
}

function pull({ clientGroupID, cookie }: PullRequestV1) {
  return inTransaction(db, () => {
    const since = Number(cookie ?? 0);
    const patch: PatchOperation[] = since === 0 ? [{ op: 'clear' }] : [];
    for (const { key, value } of sql.since.iterate(since)) {
      patch.push({ op: 'put', key: String(key), value: JSON.parse(String(value)) });
    }
    const changed = sql.clients.all(clientGroupID, since).map(({ id, mutation }) => [id, mutation]);
    return {
      cookie: Number(sql.version.get()?.version),
      lastMutationIDChanges: Object.fromEntries(changed),
      patch,
    };
  });
}

listen(
  createServer(async (request, response) => {
    if (request.url === '/poke') return pokes.add(response);
    const body = await readJson(request);
    if (request.url?.startsWith('/push')) {
      push(body as PushRequestV1);
      answerJson(response, {});
    } else answerJson(response, pull(body as PullRequestV1));
  }),
);
