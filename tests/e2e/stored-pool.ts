import type { Page } from 'playwright-core';
import type {
  AccountRow,
  AffiliationRow,
  DecidedRow,
  OutboxRow,
  ParkedRow,
  PersonRow,
  SightingRow,
  SuggestionRow,
  TouchRow,
} from '../../extension/db/stored-rows.ts';

export type StoredPool = {
  accounts: AccountRow[];
  people: PersonRow[];
  affiliations: AffiliationRow[];
  touches: TouchRow[];
  sightings: SightingRow[];
  members: DecidedRow[];
  outbox: OutboxRow[];
  parked: ParkedRow[];
  suggestions: SuggestionRow[];
};

/**
 * What lies in a browser's IndexedDB right now, read without the product's own code through any page of the extension.
 * All stores in one transaction, so that what is torn shows.
 */
export function readStoredPool(extensionPage: Page): Promise<StoredPool> {
  return extensionPage.evaluate(async () => {
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
  }) as Promise<StoredPool>;
}

/** A register's value of a stored record, as the device shows it. */
export function fieldOf(
  row: { view: { fields?: Record<string, { value: string }> | undefined } },
  name: string,
) {
  return row.view.fields?.[name]?.value ?? null;
}

/** Touches that are a contact of their own: not linked to another. */
export function rootTouches(pool: StoredPool): TouchRow[] {
  return pool.touches.filter((touch) => touch.root === touch.id);
}

/** Member ids of everybody who witnessed the contact that `root` stands for. */
export function witnessesOf(pool: StoredPool, root: string): Set<string> {
  const decided = pool.touches.filter((touch) => touch.root === root).map((touch) => touch.view.decided);
  return new Set(decided.map((d) => d?.witness as string));
}

/** Contacts within a minute of a moment (ISO 8601): the sample mails are minutes apart. */
export function touchesAt(pool: StoredPool, dateUtc: string): TouchRow[] {
  const at = Date.parse(dateUtc);
  return rootTouches(pool).filter((row) => Math.abs((row.view.fact as { at: number }).at - at) < 60_000);
}
