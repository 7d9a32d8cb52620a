import type { Page } from 'playwright-core';
import { viewOf } from '../../extension/db/held-state.ts';
import type {
  AccountRow,
  AffiliationRow,
  DecidedRow,
  Held,
  OutboxRow,
  ParkedRow,
  PersonRow,
  SightingRow,
  SuggestionRow,
  TouchRow,
} from '../../extension/db/stored-rows.ts';
import type { RecordState } from '../../shared/sync/row.ts';

/** A record with what the device shows of it, which is stored only where it is not the server's own. */
type Shown<R extends Held> = R & { view: RecordState };

export type StoredPool = {
  accounts: Shown<AccountRow>[];
  people: Shown<PersonRow>[];
  affiliations: Shown<AffiliationRow>[];
  touches: Shown<TouchRow>[];
  sightings: Shown<SightingRow>[];
  members: Shown<DecidedRow>[];
  outbox: OutboxRow[];
  parked: ParkedRow[];
  suggestions: SuggestionRow[];
};

/**
 * What lies in a browser's IndexedDB right now, read without the product's own code through any page of the extension.
 * All stores in one transaction, so that what is torn shows.
 */
export async function readStoredPool(extensionPage: Page): Promise<StoredPool> {
  const stored = await extensionPage.evaluate(async () => {
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const db = await answered(indexedDB.open('holdfast'));
    const names = [
      'accounts',
      'people',
      'affiliations',
      'touches',
      'sightings',
      'members',
      'outbox',
      'parked',
      'suggestions',
    ];
    const transaction = db.transaction(names);
    const stores = await Promise.all(
      names.map(async (name) => [name, await answered(transaction.objectStore(name).getAll())] as const),
    );
    db.close();
    return Object.fromEntries(stores);
  });
  const shown = Object.entries(stored).map(([name, rows]) => [
    name,
    shownTables.has(name) ? (rows as Held[]).map((row) => ({ ...row, view: viewOf(row) })) : rows,
  ]);
  return Object.fromEntries(shown) as StoredPool;
}

const shownTables = new Set(['accounts', 'people', 'affiliations', 'touches', 'sightings', 'members']);

/** A register's value of a stored record, as the device shows it. */
export function fieldOf(
  row: { view: { fields?: Record<string, { value: string }> | undefined } },
  name: string,
) {
  return row.view.fields?.[name]?.value ?? null;
}

/** Touches that are a contact of their own: not linked to another. */
export function rootTouches(pool: StoredPool): StoredPool['touches'] {
  return pool.touches.filter((touch) => touch.root === touch.id);
}

/** Member ids of everybody who witnessed the contact that `root` stands for. */
export function witnessesOf(pool: StoredPool, root: string): Set<string> {
  const decided = pool.touches.filter((touch) => touch.root === root).map((touch) => touch.view.decided);
  return new Set(decided.map((d) => d?.witness as string));
}

/** Contacts within a minute of a moment (ISO 8601): the sample mails are minutes apart. */
export function touchesAt(pool: StoredPool, dateUtc: string): StoredPool['touches'] {
  const at = Date.parse(dateUtc);
  return rootTouches(pool).filter((row) => Math.abs((row.view.fact as { at: number }).at - at) < 60_000);
}
