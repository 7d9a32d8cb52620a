import { Dexie, type Table } from 'dexie';
import type { KnownRow } from './known-index.ts';
import type { MetaRow } from './meta-row.ts';
import { migrate } from './migrations.ts';
import type { SegmentKeys, SegmentRow } from './segment.ts';
import type {
  AccountRow,
  AffiliationRow,
  BundleBody,
  BundleRow,
  DecidedRow,
  DuplicateRow,
  MailboxRow,
  NoteRow,
  OutboxRow,
  PairRow,
  ParkedRow,
  PersonRow,
  SightingRow,
  SuggestionRow,
  TouchRow,
  WithheldRow,
  YieldTotal,
} from './stored-rows.ts';

export type Tables = {
  accounts: Table<AccountRow, string>;
  people: Table<PersonRow, string>;
  affiliations: Table<AffiliationRow, string>;
  touches: Table<TouchRow, string>;
  sightings: Table<SightingRow, string>;
  notes: Table<NoteRow, string>;
  members: Table<DecidedRow, string>;
  policy: Table<DecidedRow, string>;
  pairs: Table<PairRow, string>;
  outbox: Table<OutboxRow, number>;
  parked: Table<ParkedRow, string>;
  suggestions: Table<SuggestionRow, string>;
  mailboxes: Table<MailboxRow, string>;
  withheld: Table<WithheldRow, number>;
  duplicates: Table<DuplicateRow, string>;
  bundles: Table<BundleRow, number>;
  bundleBodies: Table<BundleBody, number>;
  known: Table<KnownRow, string>;
  segments: Table<SegmentRow, number>;
  segmentKeys: Table<SegmentKeys, number>;
  yields: Table<YieldTotal, [day: number, reader: string, version: number]>;
  meta: Table<MetaRow, string>;
};

export type Database = Dexie & Tables;

export const databaseName = 'holdfast';

/**
 * Where it could not be opened, the next access tries again. Dexie by itself answers every later one with the first failure, for as long
 * as the process lives.
 */
export function tryAgain(db: Database): void {
  if (db.hasFailed()) db.close({ disableAutoOpen: false });
}

/** Where another IndexedDB than the global one is to be used: tests, and the simulator. */
export type DatabaseOptions = {
  name?: string;
  indexedDB?: { open: IDBFactory['open'] };
  IDBKeyRange?: typeof IDBKeyRange;
};

/**
 * The device's database; opened by its first use. Every write is `durability: 'strict'`: what is acknowledged after a
 * transaction completes has been handed to the disk, not to the operating system's memory.
 */
export function openDatabase(options: DatabaseOptions = {}): Database {
  const { name = databaseName, ...engine } = options;
  const db = new Dexie(name, { ...engine, chromeTransactionDurability: 'strict' });
  migrate(db);
  return db as Database;
}
