import type { Health, ReadingProblem } from '../../shared/capture/page-reading.ts';
import type { SeenCompany, SeenPerson } from '../../shared/capture/seen.ts';
import type { MemberRole, MemberStatus } from '../../shared/domain/member.ts';
import type { ReaderId } from '../../shared/domain/sighting.ts';
import type { Touch } from '../../shared/domain/touch.ts';
import type { DuplicateReason } from '../../shared/identity/duplicate-verdict.ts';
import type { RejectionReason } from '../../shared/protocol/operation.ts';
import type { Notice } from '../rpc/notice.ts';

/** What queries hand to the interface: joined, named, ready to show. */

export type MemberGlance = { id: string; name: string; status: MemberStatus };

export type TouchView = {
  id: string;
  at: number;
  precision: Touch['precision'];
  direction: Touch['direction'];
  subject: string | null;
  people: { id: string; name: string; role: 'from' | 'to' | 'cc' }[];
  accounts: { id: string; name: string }[];
  /** Everybody of ours who saw it; a linked touch counts here and not as a touch of its own. */
  witnesses: MemberGlance[];
  /** This member is among the witnesses. */
  mine: boolean;
  /** Not yet acknowledged by the server. */
  pending: boolean;
};

export type AccountView = {
  id: string;
  /** The name, or the first domain where nothing has named it yet. */
  name: string;
  domains: string[];
  website: string | null;
  /** Null: the account stands in the unassigned queue. */
  steward: MemberGlance | null;
  stewardSince: number | null;
  people: number;
  touches: number;
  lastTouch: TouchView | null;
  pending: boolean;
};

export type PersonView = {
  id: string;
  /** The name, or the first address where nothing has named them yet. */
  name: string;
  emails: string[];
  phones: string[];
  urls: string[];
  affiliations: { id: string; account: { id: string; name: string }; title: string | null }[];
  lastTouch: TouchView | null;
  pending: boolean;
};

/** A private note. `at`: when it was begun, milliseconds since the epoch. */
export type NoteView = { id: string; text: string; at: number; pending: boolean };

/** What a merged record says otherwise than what is shown. `from`: that record. */
export type AlternativeView = { field: string; value: string; from: string };

/** `key`: its first address or domain, by which two of one name are told apart; null where it has none, or is named by it. */
export type MergedRecord = { id: string; name: string; key: string | null };

/** A merge as a person can undo it. Both are named as they are by themselves. */
export type MergeView = {
  kind: 'account' | 'person';
  keep: MergedRecord;
  other: MergedRecord;
  /** Codes, the strongest first; what a newer version knows and this one does not is passed over. */
  reasons: string[];
  automatic: boolean;
  by: MemberGlance | null;
  /** Milliseconds since the epoch. */
  at: number;
  pending: boolean;
};

/** One of two records that may be one. */
export type DuplicateSide = MergedRecord & {
  /** Field → what it says; empty where it says nothing. */
  values: Record<DuplicateField, string[]>;
  touches: number;
  lastTouch: TouchView | null;
};

export type DuplicateField =
  | 'name'
  | 'emails'
  | 'work'
  | 'phones'
  | 'urls'
  | 'domains'
  | 'website'
  | 'address'
  | 'steward';

/** `keep`: the side that is proposed to stay on top, the one more is known of. */
export type DuplicateView = {
  id: string;
  kind: 'account' | 'person';
  reasons: DuplicateReason[];
  keep: DuplicateSide;
  other: DuplicateSide;
  /** Only fields of which one side knows something. `same`: they share a value, or say the same otherwise spelled. */
  fields: { field: DuplicateField; is: 'same' | 'differs' | 'one-sided' }[];
};

/** The company knows them, and this device holds no row of them: restricted, or not here yet. `steward`: a member's id. */
export type Elsewhere = { steward: string | null; lastTouchDay: number | null };

/** What a page says against what we have: one row of the difference view. */
export type FieldDifference = {
  /** Which record's field, so that accepting it is one `edit`. */
  record: 'account' | 'person' | 'affiliation';
  id: string;
  field: string;
  ours: string;
  page: string;
};

/** How somebody or something on the page stands to the pool. */
export type Standing =
  | { kind: 'known' }
  | { kind: 'several'; candidates: { id: string; name: string }[] }
  | { kind: 'unknown' }
  /** `lastTouch`: the day of it, milliseconds since the epoch. */
  | { kind: 'elsewhere'; steward: string | null; lastTouch: number | null }
  | { kind: 'changed'; differences: FieldDifference[] };

export type RecognisedPerson = {
  kind: 'person';
  key: string;
  seen: SeenPerson;
  /** Their part in the mail in front, where it is a mail. */
  role: 'from' | 'to' | 'cc' | null;
  standing: Standing;
  person: PersonView | null;
  /** Open suggestion to take, where there is one. */
  suggestion: string | null;
};

export type RecognisedCompany = {
  kind: 'company';
  key: string;
  seen: SeenCompany;
  standing: Standing;
  account: AccountView | null;
  suggestion: string | null;
};

/** Session storage, key `page:<tab>`: what the content scripts of a tab last said. In memory only, never on disk. */
export type PageState = {
  tab: number;
  reader: ReaderId;
  origin: string;
  title: string;
  mailbox: string | null;
  /** `ask`: the person must say whether this mailbox may be read. */
  attendance: 'go' | 'ask' | 'never' | 'off';
  health: Health;
  problems: ReadingProblem[];
  /** The reader did not understand several views of this site in a row: nothing is recorded until it understands one. */
  stopped?: boolean;
  /** Lower rungs of its ladders that the reader needed, as `fact:rung`. */
  rungs?: string[];
  people: {
    seen: SeenPerson;
    role: 'from' | 'to' | 'cc' | null;
    suggestion: string | null;
    elsewhere?: Elsewhere;
  }[];
  companies: { seen: SeenCompany; suggestion: string | null; elsewhere?: Elsewhere }[];
  /** Touches recorded from this view, for "recorded" and "this is private". */
  touches: string[];
  heldBack: { never: number; bulk: number; internal: number };
  /** Milliseconds since the epoch of the last change. */
  at: number;
  /** Main-thread milliseconds that the last reading took: for measuring. */
  ms?: number;
};

export type SuggestionView = {
  id: string;
  kind: 'person' | 'company';
  name: string;
  emails: string[];
  company: string | null;
  why: 'freemail' | 'copied' | 'on-page' | 'unknown-bulk';
  at: number;
};

export type ParkedView = {
  operation: string;
  what: string;
  reason: RejectionReason | 'malformed';
  at: number;
};

/** The state of sync; the interface makes the words. */
export type SyncView = {
  phase: 'not-joined' | 'saved' | 'sending' | 'offline' | 'refused' | 'locked';
  /** Operations not yet acknowledged by the server. */
  waiting: number;
  parked: number;
  /** offline: since when, milliseconds since the epoch. */
  since: number | null;
  notice: Notice | null;
  /** Records that have come and are in no list yet; looking one of them up finds it. */
  unpacking: { left: number; total: number } | null;
  workspace: string | null;
  member: { id: string; name: string; role: MemberRole } | null;
};
