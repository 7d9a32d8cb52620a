import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { folder } from './serve-peer.ts';

/** The database of servers that their makers leave to the application, set as workerd sets a Durable Object's. */
export function openSqlite(): DatabaseSync {
  const db = new DatabaseSync(join(folder, 'server.sqlite'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  return db;
}

/** Runs `work` in one transaction. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const answer = work();
    db.exec('COMMIT');
    return answer;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
