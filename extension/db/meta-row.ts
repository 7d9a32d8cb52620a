import type { MemberRole } from '../../shared/domain/member.ts';
import type { Cursor } from '../../shared/protocol/pull.ts';
import type { Stamp } from '../../shared/sync/stamp.ts';
import type { Notice } from '../rpc/notice.ts';
import type { History } from './row-cache.ts';

/** What the device knows about itself, one row a key. The token is not here (sync/enrolment.ts says why). */
export type Meta = {
  /** Equals the enrolment's; where it does not, IndexedDB was cleared under us. */
  'device-epoch': string;
  joined: {
    workspace: { id: string; name: string; slug: string };
    device: string;
    member: string;
    role: MemberRole;
  };
  /**
   * `whole`: what is held is the pool as it was at that number. Between two pages it is not: what has moved on since comes with a
   * later one, and nothing can be laid on what is not there.
   */
  cursor: Cursor & { whole?: boolean };
  /** A snapshot under way: the cursor that it leads to, the last id that there already is, and rows so far, of about how many. */
  snapshot: { cursor: Cursor; after: string | null; rows: number; of: number };
  /**
   * Counts bootstraps; `sweep` while left-over rows of an earlier one wait for the last page, `later` while some may wait for
   * the last segment.
   */
  generation: { now: number; sweep: boolean; later?: boolean };
  /** Records that wait in segments: `left` of `total`; `next` numbers the next segment; `mark` and `history` are row-cache's. */
  segments: { next: number; left: number; total: number; mark: string; history?: History };
  /**
   * When it was last asked who is known elsewhere, our clock. `all`: of everybody, from the time before the snapshot was whole.
   */
  known: { epoch: number; view: number; all: boolean; at: number };
  /** Bundles of the outbox; `waiting` counts operations. */
  bundled: { rows: number; waiting: number; mark: string };
  /** The number of the next piece of the outbox, single or bundle. */
  queue: { next: number };
  /** Id of the last operation that the server acknowledged. */
  acked: string | null;
  /** Enrolling anew, unanswered so far: the device that it was until then, and the secret of the credential asked for. */
  enrolling: { from: string; secret: string };
  /** The last stamp given out. */
  stamp: Stamp;
  /** Server's clock minus ours, milliseconds. */
  clock: { offset: number };
  /** `since`: offline since then; `contact`: when the server last answered. Milliseconds since the epoch, our clock. */
  sync: { since: number | null; contact: number; notice: Notice | null };
  /** What the person should know that sync does not mend by itself, such as storage that was full or was cleared. */
  trouble: Notice;
  /** No contact for too long: queries hide the pool. */
  locked: boolean;
  /** When the counts of readers were last offered to the server, our clock. */
  'yields-offered': number;
  /** Storage was cleared from outside: the server's `last` may be adopted once, nothing older is left to double. */
  cleared: boolean;
  /** Revoked: hand in the outbox with `nonce` until `until`. */
  revoked: {
    nonce: string | null;
    reason: 'suspended' | 'departed' | 'revoked' | null;
    until: number;
    wiped: boolean;
  };
};
export type MetaKey = keyof Meta;
export type MetaRow = { [K in MetaKey]: { key: K; value: Meta[K] } }[MetaKey];
