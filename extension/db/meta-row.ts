import type { MemberRole } from '../../shared/domain/member.ts';
import type { Cursor } from '../../shared/protocol/pull.ts';
import type { Stamp } from '../../shared/sync/stamp.ts';
import type { Notice } from '../rpc/notice.ts';

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
  cursor: Cursor;
  /** Counts bootstraps; `sweep` while left-over rows of an earlier one wait for the last page. */
  generation: { now: number; sweep: boolean };
  /** Id of the last operation that the server acknowledged. */
  acked: string | null;
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
