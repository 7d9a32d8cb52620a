import type { Touch } from '../../../../shared/domain/touch.ts';
import { weakWindowMs } from '../../../../shared/identity/match-keys.ts';
import { isSameContact } from '../../../../shared/identity/same-contact.ts';
import type { Store } from '../storage/store.ts';

type Keyed = { id: string; fact: Touch };

/** Which touches share a key, as one transaction sees it, and which may not come back. */
export type TouchKeys = {
  /** Reads the keys of these in one statement, where they are going to be asked for. */
  prefetch(facts: readonly Touch[]): void;
  /** Other touches with this one's strong key, then those with its weak key close in time, nearest first; ids settle what is left open. */
  sharing(touch: Keyed): string[];
  add(touch: Keyed): void;
  drop(touch: Keyed): void;
  /** Remembers that this touch lost its last witness: nobody's device captures it again. */
  withhold(touch: Keyed): void;
  /** By the same rule by which touches are linked. */
  isWithheld(fact: Touch): boolean;
  /** Whether any touch was ever withheld; null where nobody has asked. */
  isAnyWithheld(): boolean | null;
  /** Once, at the end of the transaction. */
  flush(): void;
};

type Holder = { touch: string; at: number };

const byId = (a: Holder, b: Holder) => (a.touch < b.touch ? -1 : 1);

// The two kinds of key share one table; a prefix keeps them apart.
const strongKey = (key: string) => `s${key}`;
const weakKey = (key: string) => `w${key}`;

function keysOf({ strong, weak }: Touch): string[] {
  return [...(strong === null ? [] : [strongKey(strong)]), ...(weak === null ? [] : [weakKey(weak)])];
}

/** `isAnyWithheld`: null where it is not known. */
export function openTouchKeys(store: Store, isAnyWithheld: boolean | null): TouchKeys {
  const known = new Map<string, Holder[]>();
  let gains: [key: string, touch: string, at: number][] = [];
  let anyWithheld = isAnyWithheld;

  const load = (keys: readonly string[]) => {
    const missing = keys.filter((key) => !known.has(key));
    if (missing.length === 0) return;
    for (const key of missing) known.set(key, []);
    const found = store.rows<[key: string, touch: string, at: number]>(
      'SELECT key, touch, at FROM touch_key WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key, touch',
      JSON.stringify(missing),
    );
    for (const [key, touch, at] of found) known.get(key)?.push({ touch, at });
  };
  const holders = (key: string): readonly Holder[] => {
    load([key]);
    return known.get(key) ?? [];
  };
  const flush = () => {
    if (gains.length === 0) return;
    store.write(
      'INSERT INTO touch_key (key, touch, at) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)',
      JSON.stringify(gains),
    );
    gains = [];
  };

  return {
    prefetch: (facts) => load(facts.flatMap(keysOf)),
    sharing: ({ id, fact: { strong, weak, at } }) => {
      // By their ids, whether or not they came with this push: where some are set apart, whom a touch joins depends on the order.
      const byStrong = (strong === null ? [] : holders(strongKey(strong))).toSorted(byId);
      const distance = (other: Holder) => Math.abs(other.at - at);
      const byWeak = (weak === null ? [] : holders(weakKey(weak)))
        .filter((other) => distance(other) <= weakWindowMs)
        .toSorted((a, b) => distance(a) - distance(b) || byId(a, b));
      return [...byStrong, ...byWeak].map(({ touch }) => touch).filter((other) => other !== id);
    },
    add: ({ id, fact }) => {
      for (const key of keysOf(fact)) {
        known.set(key, [...holders(key), { touch: id, at: fact.at }]);
        gains.push([key, id, fact.at]);
      }
    },
    drop: ({ id, fact }) => {
      flush();
      for (const key of keysOf(fact)) {
        known.delete(key);
        store.write('DELETE FROM touch_key WHERE key = ? AND touch = ?', key, id);
      }
    },
    withhold: ({ fact }) => {
      anyWithheld = true;
      const { strong, weak, at } = fact;
      const sql = 'INSERT OR IGNORE INTO touch_withheld (key, at, strong) VALUES (?, ?, ?)';
      if (strong !== null) store.write(sql, strongKey(strong), 0, strong);
      if (weak !== null) store.write(sql, weakKey(weak), at, strong);
    },
    isWithheld: (fact) => {
      anyWithheld ??= store.rows('SELECT 1 FROM touch_withheld LIMIT 1').length > 0;
      if (!anyWithheld) return false;
      return store
        .rows<[key: string, at: number, strong: string | null]>(
          'SELECT key, at, strong FROM touch_withheld WHERE key IN (SELECT value FROM json_each(?))',
          JSON.stringify(keysOf(fact)),
        )
        .some(([key, at, strong]) =>
          isSameContact(fact, { at, strong, weak: key.startsWith('w') ? key.slice(1) : null }),
        );
    },
    isAnyWithheld: () => anyWithheld,
    flush,
  };
}
