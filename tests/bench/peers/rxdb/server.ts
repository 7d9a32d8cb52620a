import { createServer } from 'node:http';
import type { BenchRecord } from '../../sync/records.ts';
import { answerJson, eventStream, readJson } from '../event-stream.ts';
import { inTransaction, openSqlite } from '../open-sqlite.ts';
import { listen, tellStored } from '../serve-peer.ts';

// The makers' HTTP replication: a checkpoint of (time, id), conflicts by comparing what the client assumed, events by SSE. Their
// own storages that persist in Node for more than 500 documents are sold apart, or need a server such as MongoDB.

type Document = BenchRecord & { updatedAt: number; _deleted?: boolean };
type Row = { newDocumentState: Document; assumedMasterState?: Document };

const db = openSqlite();
db.exec(`
  CREATE TABLE document (id TEXT PRIMARY KEY, at INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX document_at ON document (at, id);
`);
const sql = {
  get: db.prepare('SELECT at, data FROM document WHERE id = ?'),
  put: db.prepare('INSERT OR REPLACE INTO document VALUES (?, ?, ?)'),
  count: db.prepare('SELECT count(*) AS n FROM document'),
  since: db.prepare(
    'SELECT id, at, data FROM document WHERE at > ? OR (at = ? AND id > ?) ORDER BY at, id LIMIT ?',
  ),
};
const stream = eventStream();

function push(rows: Row[]): Document[] {
  const conflicts: Document[] = [];
  const written: Document[] = [];
  inTransaction(db, () => {
    for (const { newDocumentState, assumedMasterState } of rows) {
      const held = sql.get.get(newDocumentState.id);
      if (held !== undefined && held.at !== assumedMasterState?.updatedAt) {
        conflicts.push(JSON.parse(String(held.data)));
        continue;
      }
      sql.put.run(newDocumentState.id, newDocumentState.updatedAt, JSON.stringify(newDocumentState));
      written.push(newDocumentState);
    }
  });
  tellStored(Number(sql.count.get()?.n));
  const last = written.at(-1);
  if (last !== undefined) {
    const checkpoint = { id: last.id, updatedAt: last.updatedAt };
    stream.send(JSON.stringify({ documents: written, checkpoint }));
  }
  return conflicts;
}

function pull(query: URLSearchParams) {
  const [at, id] = [Number(query.get('updatedAt')), query.get('id') ?? ''];
  const rows = sql.since.all(at, at, id, Number(query.get('batchSize')));
  const last = rows.at(-1);
  return {
    documents: rows.map(({ data }) => JSON.parse(String(data))),
    checkpoint: last === undefined ? { id, updatedAt: at } : { id: last.id, updatedAt: last.at },
  };
}

listen(
  createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    if (pathname === '/stream') return stream.add(response);
    if (pathname === '/push') answerJson(response, push((await readJson(request)) as Row[]));
    else answerJson(response, pull(searchParams));
  }),
);
