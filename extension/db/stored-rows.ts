import type { SeenCompany, SeenPerson } from '../../shared/capture/seen.ts';
import type { PairedKind } from '../../shared/domain/pair.ts';
import type { ReaderId, Sighting } from '../../shared/domain/sighting.ts';
import type { Touch } from '../../shared/domain/touch.ts';
import type { DuplicateReason } from '../../shared/identity/duplicate-verdict.ts';
import type { Operation, RejectionReason } from '../../shared/protocol/operation.ts';
import type { PackedRow } from '../../shared/sync/packed-row.ts';
import type { RecordState, Row } from '../../shared/sync/row.ts';
import type { YieldRow } from '../../shared/yield/reader-health.ts';
import type { SuggestionView } from './views.ts';

/**
 * What every record row holds: `base` as the server last sent it (null before that; a row as versions before 4 kept it), and `view` with this device's own
 * operations on top; where there are none it is not stored a second time (held-state.ts reads either). `pending`: some of them
 * have not been acknowledged. `generation` tells rows of the current bootstrap from left-over ones.
 */
export type Held = {
  id: string;
  base: PackedRow | Row | null;
  view?: RecordState;
  pending: 0 | 1;
  generation: number;
};

/**
 * Records of which several can be read as one (regroup.ts). `merged`: what is merged into this one, in the order in which their
 * values count; its own columns then speak for all of them. `mergedInto`: the record that stands for this one, which is
 * itself in no list: it has no `sortName` and no `words`. `alsoNamed`: other names of the group, in the form of `sortName`.
 * Addresses and domains are always the row's own: a capture goes to the record that holds them.
 */
type Mergeable = {
  sortName?: string;
  words: string[];
  alsoNamed?: string[];
  merged?: string[];
  mergedInto?: string;
};

/** `steward`: a member's id, '' for the unassigned queue (IndexedDB cannot index null), '?' while undecided. */
export type AccountRow = Held & Mergeable & { steward: string; domains: string[] };
export type PersonRow = Held & Mergeable & { emails: string[] };
export type AffiliationRow = Held & { person: string; account: string };

/**
 * `root` is the touch that this one repeats, or itself. `byAccount` and `byPerson` hold `<id> <time>` for roots only, so that
 * one range of one index gives the count and the latest. `strong` and `weak` are absent where the fact has none.
 */
export type TouchRow = Held & {
  root: string;
  byAccount: string[];
  byPerson: string[];
  strong?: string;
  weak?: string;
};
export type SightingRow = Held & { subject: string };
/** `about`: the account or person; '' where the note has no text, and so is no more. */
export type NoteRow = Held & { about: string };
export type DecidedRow = Held;

/** `records`: the two of them while they are merged, so that a merge can be walked from either end; empty otherwise. */
export type PairRow = Held & { records: string[] };

/** Two records that may be one, as this device found by itself; `reasons` the strongest first. The id is the pair's. */
export type DuplicateRow = {
  id: string;
  kind: PairedKind;
  one: string;
  other: string;
  score: number;
  reasons: DuplicateReason[];
};

/**
 * One own operation until its effects have been pulled. `waiting`: not acknowledged. `sent`: acknowledged, and the effects
 * are in the pool from `seq` of `epoch` on. `n` is the order in which the person made them.
 */
export type OutboxRow = {
  n?: number;
  id: string;
  operation: Operation;
  /** Ids of the records that it touches. */
  records: string[];
  state: 'waiting' | 'sent' | 'own';
  seq: number;
  epoch: number;
  /** Of the state `own`, which lasts no longer than a transaction: as BundleRow's. */
  now?: number;
  at: number;
};

/**
 * Many own operations in one piece, whose text is its BundleBody; `n` orders it among the rows of the outbox. `id` is that of its
 * last operation, `device` the one whose name its stamps leave out. `own` and `places`: keys of the records that it touches, and which
 * of its operations does. `names`: segments that name these records. `own` as state: what it says is the pool's from `seq` on, as
 * the server decided it at `now`, and is laid under each record as that is settled.
 */
export type BundleRow = {
  n: number;
  id: string;
  count: number;
  device: string;
  names: number[];
  own: Uint32Array<ArrayBuffer>;
  places: Uint16Array<ArrayBuffer>;
  state: 'waiting' | 'sent' | 'own';
  seq: number;
  epoch: number;
  now: number;
  at: number;
};
export type BundleBody = { n: number; body: Uint8Array<ArrayBuffer> };

/** What the server would not take, kept until the person has decided. */
export type ParkedRow = {
  id: string;
  operation: Operation;
  reason: RejectionReason | 'malformed';
  at: number;
};

/**
 * Somebody or something seen and not pooled. The id is the one that the record would have, so that repeating the reading
 * repeats nothing. `taken` and `dismissed` stay, so that it is not suggested again.
 */
export type SuggestionRow = {
  id: string;
  kind: 'person' | 'company';
  state: 'open' | 'taken' | 'dismissed';
  why: SuggestionView['why'];
  /** The normalised address, or the registrable domain. */
  key: string;
  person: SeenPerson | null;
  company: SeenCompany | null;
  /** The registrable domain that the person would be affiliated to, where the address is a business one. */
  domain: string | null;
  reader: { id: ReaderId; version: number };
  source: Sighting['source'];
  /** The contact in which they were seen, to be pooled with them. */
  touch: Touch | null;
  at: number;
};

export type MailboxRow = { address: string; answer: 'yes' | 'no' | 'asked' };

/** Keys of a mail that the person called private, so that it is not captured again. */
export type WithheldRow = { n?: number; strong: string | null; weak: string | null; at: number };

/** This device's count of one UTC day, reader and version. `sent`: its total (totalOf) when the server last took it, 0 before. */
export type YieldTotal = YieldRow & { sent: number };
