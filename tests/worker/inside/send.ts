import { runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import type { Send } from '../device-client.ts';

/** Straight into the worker under test, in this same process. */
export const send: Send = (path, init) =>
  exports.default.fetch(new Request(`https://worker.tidewater.test${path}`, init));

function stubOf(workspace: string) {
  return env.WORKSPACE.get(env.WORKSPACE.idFromName(workspace));
}

/** Sets the clock of a workspace's object, until it is put to sleep. */
export function setClock(workspace: string, now: () => number): Promise<void> {
  return runInDurableObject(stubOf(workspace), (instance) => {
    instance.clock = now;
  });
}

/** Runs one query on a workspace's own database. */
export function query(
  workspace: string,
  sql: string,
  ...values: string[]
): Promise<Record<string, SqlStorageValue>[]> {
  return runInDurableObject(stubOf(workspace), (_instance, state) =>
    state.storage.sql.exec(sql, ...values).toArray(),
  );
}

/** Every row of every table, as text, to compare before and after, or to look for what must not be there. */
export async function dump(workspace: string): Promise<string> {
  const tables = await query(
    workspace,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
  );
  const all = [];
  for (const { name } of tables)
    all.push({ name, rows: await query(workspace, `SELECT * FROM ${String(name)}`) });
  return JSON.stringify(all);
}
