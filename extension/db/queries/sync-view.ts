import * as v from 'valibot';
import { memberSchema } from '../../../shared/domain/member.ts';
import type { Notice } from '../../rpc/notice.ts';
import { countWaiting } from '../count-waiting.ts';
import type { Database } from '../database.ts';
import { viewOf } from '../held-state.ts';
import { readMeta } from '../meta.ts';
import { segmentsNote } from '../segments.ts';
import type { SyncView } from '../views.ts';

/** Answers after which the device keeps everything and waits for a person; all others are retried by themselves. */
const refusals: ReadonlySet<Notice['kind']> = new Set([
  'unauthorized',
  'forbidden',
  'not-found',
  'fork',
  'device-revoked',
  'upgrade-required',
  'malformed',
]);

/** The state of sync, from what the background wrote down; the interface makes the words. */
export async function syncView(db: Database): Promise<SyncView> {
  const [joined, sync, locked, revoked, trouble, generation, waiting, parked, { left, total }] =
    await Promise.all([
      readMeta(db, 'joined'),
      readMeta(db, 'sync'),
      readMeta(db, 'locked'),
      readMeta(db, 'revoked'),
      readMeta(db, 'trouble'),
      readMeta(db, 'generation'),
      countWaiting(db),
      db.parked.count(),
      segmentsNote(db),
    ]);
  const notice = noticeOf(sync?.notice ?? trouble ?? null, revoked);
  const unpacking = left === 0 ? null : { left, total };
  const shared = { waiting, parked, since: sync?.since ?? null, notice, unpacking };
  if (joined === undefined) {
    const phase = revoked === undefined ? 'not-joined' : 'refused';
    return { ...shared, phase, workspace: null, member: null };
  }
  const myself = await db.members.get(joined.member);
  const busy = waiting > 0 || generation?.sweep === true || unpacking !== null;
  const me = v.safeParse(memberSchema, myself === undefined ? null : viewOf(myself).fact);
  const name = me.success ? me.output.name : '';
  const role = me.success ? me.output.role : joined.role;
  return {
    ...shared,
    phase: phaseOf(locked === true, notice, shared.since, busy),
    workspace: joined.workspace.name,
    member: { id: joined.member, name, role },
  };
}

function noticeOf(
  notice: Notice | null,
  revoked: { reason: Notice['reason'] | null } | undefined,
): Notice | null {
  if (revoked === undefined) return notice;
  return { kind: 'device-revoked', ...(revoked.reason ? { reason: revoked.reason } : {}) };
}

/** `busy`: something waits to be sent, or the pool is still being fetched or put in order for the first time. */
function phaseOf(
  locked: boolean,
  notice: Notice | null,
  since: number | null,
  busy: boolean,
): SyncView['phase'] {
  if (locked) return 'locked';
  // A copied profile that has a place of its own again is told so, and goes on.
  const over = notice?.detail === 're-enrolled';
  if (notice !== null && !over && refusals.has(notice.kind)) return 'refused';
  if (since !== null) return 'offline';
  return busy ? 'sending' : 'saved';
}
