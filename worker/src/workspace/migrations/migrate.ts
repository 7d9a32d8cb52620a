import * as v from 'valibot';
import type { Store } from '../storage/store.ts';
import { first } from './0001-first.ts';
import { merging } from './0002-merging.ts';
import { yields } from './0003-yields.ts';
import { log } from './0004-log.ts';
import { restricted } from './0005-restricted.ts';
import { privateHandIns } from './0006-private.ts';
import { copies } from './0007-copies.ts';
import type { Migration } from './migration.ts';

/** Append only, numbered from 1 without gaps. Each needs a stored database in tests/worker/inside/stored. */
export const migrations: readonly Migration[] = [
  first,
  merging,
  yields,
  log,
  restricted,
  privateHandIns,
  copies,
];

export const newestSchema = migrations.length;

const found = v.object({ n: v.number() });

/** Whether this object was ever made a workspace. Reads the catalogue only, so that asking writes nothing. */
export function isWorkspace(store: Store): boolean {
  const tables = store.read(
    found,
    "SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name = 'meta'",
  );
  return tables[0]?.n === 1;
}

/** Lays out an empty database in the newest form. Call inside a transaction. */
export function layOut(store: Store): void {
  for (const migration of migrations) migration.apply(store);
}

/** Brings a stored workspace to the newest form, all or nothing; an object that is none stays untouched. */
export function migrate(store: Store): void {
  if (!isWorkspace(store)) return;
  const at = store.read(found, 'SELECT schema AS n FROM meta')[0]?.n ?? 0;
  const due = migrations.filter((migration) => migration.version > at);
  if (due.length === 0) return;
  store.transaction(() => {
    for (const migration of due) migration.apply(store);
    store.write('UPDATE meta SET schema = ?', newestSchema);
  });
}
