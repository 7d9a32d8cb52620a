import type { Notice } from '../../rpc/notice.ts';
import { say, type WordKey } from './say.ts';

type Pair = { what: WordKey; todo: WordKey };

/** For every kind of notice, what happened and what the person can do. */
const pairs: Record<Notice['kind'], Pair> = {
  unreachable: { what: 'notice.unreachable.what', todo: 'notice.unreachable.todo' },
  storage: { what: 'notice.storage.what', todo: 'notice.storage.todo' },
  'not-joined': { what: 'notice.notJoined.what', todo: 'notice.notJoined.todo' },
  'bad-link': { what: 'notice.badLink.what', todo: 'notice.badLink.todo' },
  malformed: { what: 'notice.malformed.what', todo: 'notice.malformed.todo' },
  unauthorized: { what: 'notice.unauthorized.what', todo: 'notice.unauthorized.todo' },
  forbidden: { what: 'notice.forbidden.what', todo: 'notice.forbidden.todo' },
  'not-found': { what: 'notice.notFound.what', todo: 'notice.notFound.todo' },
  fork: { what: 'notice.fork.what', todo: 'notice.fork.todo' },
  conflict: { what: 'notice.conflict.what', todo: 'notice.conflict.todo' },
  'device-revoked': { what: 'notice.revoked.what', todo: 'notice.revoked.todo' },
  'invitation-spent': { what: 'notice.invitationSpent.what', todo: 'notice.invitationSpent.todo' },
  'too-large': { what: 'notice.tooLarge.what', todo: 'notice.tooLarge.todo' },
  'upgrade-required': { what: 'notice.upgrade.what', todo: 'notice.upgrade.todo' },
  'rate-limited': { what: 'notice.rateLimited.what', todo: 'notice.rateLimited.todo' },
  overloaded: { what: 'notice.overloaded.what', todo: 'notice.overloaded.todo' },
  'server-error': { what: 'notice.serverError.what', todo: 'notice.serverError.todo' },
};

const revokedBecause: Record<NonNullable<Notice['reason']>, WordKey> = {
  suspended: 'notice.revoked.suspended',
  departed: 'notice.revoked.departed',
  revoked: 'notice.revoked.what',
};

/** Storage that was emptied under us is no full disk: what is told of it is something else. */
const emptied: Pair = { what: 'notice.storage.emptied', todo: 'notice.storage.emptiedTodo' };

/** A copy that was given a place of its own again has lost nothing. */
const reEnrolled: Pair = { what: 'notice.fork.reEnrolled', todo: 'notice.fork.reEnrolledTodo' };

/** Two sentences: what happened, and what the person can do about it. Never the server's own text. */
export function noticeWords(notice: Notice): { what: string; todo: string } {
  const { what, todo } = pairOf(notice);
  const because = notice.kind === 'device-revoked' ? notice.reason : undefined;
  return { what: say(because === undefined ? what : revokedBecause[because]), todo: say(todo) };
}

function pairOf({ kind, detail }: Notice): Pair {
  if (kind === 'storage' && detail === 'cleared') return emptied;
  if (kind === 'fork' && detail === 're-enrolled') return reEnrolled;
  return pairs[kind];
}
