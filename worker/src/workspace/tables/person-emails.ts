import { derivedPersonBy } from '../rules/derived-person.ts';
import type { Store } from '../storage/store.ts';
import type { Pool } from './pool.ts';

/** Who holds which address, as one transaction sees it. */
export type Holders = {
  /** Reads these addresses in one statement, where they are going to be asked for. */
  prefetch(emails: readonly string[]): void;
  /** The people who hold an address, by id. */
  of(email: string): readonly string[];
  /** Notes a person's set of addresses, once the pool has it; the table follows with `flush`. */
  note(person: string, gained: readonly string[], lost: readonly string[]): void;
  /** Once, at the end of the transaction. */
  flush(): void;
};

/** Of one statement: addresses and ids, far below what a bound text may have. */
const mostGains = 2_000;

/**
 * `key`: the workspace's, from which ids are derived. Whoever has the id that an address gives is found by it, and needs no row:
 * nearly everybody, and a row less for each record that comes in, at a place of the table that nothing else of it is near.
 */
export function openHolders(store: Store, pool: Pick<Pool, 'get' | 'prefetch'>, key: string): Holders {
  const known = new Map<string, { derived: string; people: readonly string[] }>();
  let derive: ((email: string) => string) | null = null;
  let gains: [email: string, person: string][] = [];
  const flush = () => {
    if (gains.length === 0) return;
    store.write(
      'INSERT OR IGNORE INTO person_email (email, person) SELECT value ->> 0, value ->> 1 FROM json_each(?)',
      JSON.stringify(gains),
    );
    gains = [];
  };
  const holds = (person: string, email: string) => {
    const held = pool.get(person);
    return held?.kind === 'person' && held.state.sets?.emails?.[email] !== undefined;
  };
  const holders: Holders = {
    prefetch: (emails) => {
      const missing = [...new Set(emails.filter((email) => !known.has(email)))];
      if (missing.length === 0) return;
      derive ??= derivedPersonBy(key);
      const derived = missing.map(derive);
      pool.prefetch(derived);
      const found = store.rows<[email: string, person: string]>(
        'SELECT email, person FROM person_email WHERE email IN (SELECT value FROM json_each(?))',
        JSON.stringify(missing),
      );
      const listed = Map.groupBy(found, ([email]) => email);
      for (const [i, email] of missing.entries()) {
        const id = derived[i] as string;
        const people = (listed.get(email) ?? [])
          .map(([, person]) => person)
          .filter((person) => person !== id);
        if (holds(id, email)) people.push(id);
        known.set(email, { derived: id, people: people.sort() });
      }
    },
    of: (email) => lookUp(email).people,
    note: (person, gained, lost) => {
      for (const email of gained) {
        const { derived, people } = lookUp(email);
        if (people.includes(person)) continue;
        known.set(email, { derived, people: [...people, person].sort() });
        if (person === derived) continue;
        gains.push([email, person]);
        if (gains.length >= mostGains) flush();
      }
      if (lost.length > 0) flush();
      for (const email of lost) {
        const { derived, people } = lookUp(email);
        known.set(email, { derived, people: people.filter((one) => one !== person) });
        // Also of whoever needs no row: earlier releases wrote one for everybody.
        store.write('DELETE FROM person_email WHERE email = ? AND person = ?', email, person);
      }
    },
    flush,
  };
  const lookUp = (email: string) => {
    if (!known.has(email)) holders.prefetch([email]);
    return known.get(email) as { derived: string; people: readonly string[] };
  };
  return holders;
}
