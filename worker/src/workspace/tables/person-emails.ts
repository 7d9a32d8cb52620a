import type { Store } from '../storage/store.ts';

/** Who holds which address, as one transaction sees it. */
export type Holders = {
  /** Reads these addresses in one statement, where they are going to be asked for. */
  prefetch(emails: readonly string[]): void;
  /** The people who hold an address, by id. */
  of(email: string): readonly string[];
  /** Notes a person's set of addresses; the table follows with `flush`. */
  note(person: string, gained: readonly string[], lost: readonly string[]): void;
  /** Once, at the end of the transaction. */
  flush(): void;
};

/** Of one statement: addresses and ids, far below what a bound text may have. */
const mostGains = 2_000;

export function openHolders(store: Store): Holders {
  const known = new Map<string, string[]>();
  let gains: [email: string, person: string][] = [];
  const flush = () => {
    if (gains.length === 0) return;
    store.write(
      'INSERT OR IGNORE INTO person_email (email, person) SELECT value ->> 0, value ->> 1 FROM json_each(?)',
      JSON.stringify(gains),
    );
    gains = [];
  };
  const holders: Holders = {
    prefetch: (emails) => {
      const missing = emails.filter((email) => !known.has(email));
      if (missing.length === 0) return;
      for (const email of missing) known.set(email, []);
      const found = store.rows<[email: string, person: string]>(
        `SELECT email, person FROM person_email WHERE email IN (SELECT value FROM json_each(?))
         ORDER BY email, person`,
        JSON.stringify(missing),
      );
      for (const [email, person] of found) known.get(email)?.push(person);
    },
    of: (email) => {
      holders.prefetch([email]);
      return known.get(email) ?? [];
    },
    note: (person, gained, lost) => {
      for (const email of gained) {
        const held = holders.of(email);
        if (held.includes(person)) continue;
        known.set(email, [...held, person].sort());
        gains.push([email, person]);
        if (gains.length >= mostGains) flush();
      }
      if (lost.length > 0) flush();
      for (const email of lost) {
        known.set(
          email,
          holders.of(email).filter((one) => one !== person),
        );
        store.write('DELETE FROM person_email WHERE email = ? AND person = ?', email, person);
      }
    },
    flush,
  };
  return holders;
}
