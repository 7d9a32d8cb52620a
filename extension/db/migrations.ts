import type { Dexie, Transaction } from 'dexie';

/**
 * One step of the database's history. `stores` names what changes (Dexie's notation; null drops a table); `upgrade` moves
 * data. The list is append-only: a step that has been released is never edited, and tests/migrations holds a stored
 * database of every version.
 */
export type Migration = {
  version: number;
  stores: Record<string, string | null>;
  upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
};

export const migrations: readonly Migration[] = [
  {
    version: 1,
    stores: {
      accounts: 'id, sortName, steward, *domains, *words',
      people: 'id, sortName, *emails, *words',
      affiliations: 'id, person, account',
      touches: 'id, root, strong, weak, *byAccount, *byPerson',
      sightings: 'id, subject',
      members: 'id',
      policy: 'id',
      outbox: '++n, &id, state, *records',
      parked: 'id',
      suggestions: 'id, state',
      mailboxes: 'address',
      withheld: '++n, strong, weak',
      meta: 'key',
    },
  },
  {
    version: 2,
    stores: {
      accounts: 'id, sortName, steward, *domains, *words, *alsoNamed',
      people: 'id, sortName, *emails, *words, *alsoNamed',
      pairs: 'id, *records',
      duplicates: 'id, kind',
    },
    upgrade: pullAnew,
  },
  {
    version: 3,
    stores: { yields: '[day+reader+version], day' },
  },
  {
    version: 4,
    stores: { segments: 'n', segmentKeys: 'n', bundles: 'n', bundleBodies: 'n', known: 'id' },
  },
  {
    version: 5,
    stores: { notes: 'id, about' },
  },
];

/** The server withheld from version 1 what that could not read, so what came before the cursor has to come again. */
async function pullAnew(transaction: Transaction): Promise<void> {
  const meta = transaction.table<{ key: string; value: { seq: number } }>('meta');
  const cursor = await meta.get('cursor');
  if (cursor !== undefined) await meta.put({ ...cursor, value: { ...cursor.value, seq: 0 } });
}

/** Declares all versions up to `until`, so that Dexie walks an older database through each. */
export function migrate(db: Dexie, until = Number.POSITIVE_INFINITY): void {
  for (const step of migrations) {
    if (step.version > until) return;
    const declared = db.version(step.version).stores(step.stores);
    if (step.upgrade !== undefined) declared.upgrade(step.upgrade);
  }
}
