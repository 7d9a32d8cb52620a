import * as v from 'valibot';
import type { Store } from '../storage/store.ts';

/** An account that only some may see. */
export type Restricted = { account: string; steward: string | null; team: readonly string[] };

const teamSchema = v.array(v.string());

export function allRestricted(store: Store): Restricted[] {
  return store
    .rows<[account: string, steward: string | null, team: string]>(
      'SELECT account, steward, team FROM restricted',
    )
    .map(([account, steward, team]) => ({ account, steward, team: v.parse(teamSchema, JSON.parse(team)) }));
}

export function isAnyRestricted(store: Store): boolean {
  return store.rows('SELECT 1 FROM restricted LIMIT 1').length > 0;
}

export function isRestricted(store: Store, account: string): boolean {
  return store.rows('SELECT 1 FROM restricted WHERE account = ?', account).length > 0;
}

/** Writes nothing where it is so already. */
export function putRestricted(store: Store, { account, steward, team }: Restricted): void {
  store.write(
    `INSERT INTO restricted (account, steward, team) VALUES (?, ?, ?)
     ON CONFLICT (account) DO UPDATE SET steward = excluded.steward, team = excluded.team
     WHERE steward IS NOT excluded.steward OR team <> excluded.team`,
    account,
    steward,
    JSON.stringify(team),
  );
}

export function dropRestricted(store: Store, account: string): void {
  store.write('DELETE FROM restricted WHERE account = ?', account);
}

/** Rows whose `hidden` names this account. The pool must have been flushed. */
export function hiddenBy(store: Store, account: string): string[] {
  return store
    .rows<[id: string]>(
      'SELECT id FROM rec INDEXED BY rec_hidden WHERE hidden IS NOT NULL AND instr(hidden, ?) > 0',
      account,
    )
    .map(([id]) => id);
}

/**
 * Rows that stand or fall with this account: its ties, its touches, its pairs, and what was read of any of these. Reads the whole pool, which
 * an index would save and every import pay for; restricting an account is rare. The pool must have been flushed.
 */
export function dependingOn(store: Store, account: string): string[] {
  const found = (sql: string, value: string) => store.rows<[id: string]>(sql, value).map(([id]) => id);
  const near = found(
    `SELECT id FROM rec WHERE kind IN ('affiliation', 'touch', 'sighting', 'pair') AND gone = 0 AND instr(data, ?) > 0`,
    account,
  );
  const read = found(
    `SELECT id FROM rec WHERE kind = 'sighting' AND gone = 0 AND (touch IN (SELECT value FROM json_each(?1))
       OR data ->> '$.fact.subject.id' IN (SELECT value FROM json_each(?1)))`,
    JSON.stringify(near),
  );
  return [...new Set([...near, ...read])];
}
