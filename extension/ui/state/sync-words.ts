import type { SyncView } from '../../db/views.ts';
import type { Notice } from '../../rpc/notice.ts';
import { exhaustive } from './exhaustive.ts';
import { noticeWords } from './notice-words.ts';
import { say, sayCount } from './say.ts';
import { since } from './times.ts';

/** Shown beside the words as an icon; the words alone say everything. */
export type SyncTone = 'good' | 'busy' | 'waiting' | 'bad';
export type SyncWords = { tone: SyncTone; line: string; todo: string | null };

/** While a colleague imports, others wait for seconds: until it is more than that, nobody need know. Milliseconds. */
const briefMs = 30_000;

/** The state of sync as a person would put it: one line, and what can be done where something can. */
export function syncWords(view: SyncView, now: number): SyncWords {
  const isBrief = view.notice?.kind === 'overloaded' && now - (view.since ?? now) < briefMs;
  if (isBrief && view.phase === 'offline') return { tone: 'busy', line: sendingLine(view), todo: null };
  switch (view.phase) {
    case 'not-joined':
      return { tone: 'waiting', line: say('sync.notJoined'), todo: null };
    case 'saved':
      return trouble(view) ?? { tone: 'good', line: say('sync.saved'), todo: null };
    case 'sending':
      return trouble(view) ?? { tone: 'busy', line: sendingLine(view), todo: null };
    case 'offline':
      return (
        trouble(view) ?? { tone: 'waiting', line: offlineLine(view, now), todo: say('sync.offlineTodo') }
      );
    case 'refused':
      return noticed(view, view.notice ?? { kind: 'server-error' });
    case 'locked':
      return { tone: 'bad', line: say('sync.locked'), todo: say('sync.lockedTodo') };
    default:
      return exhaustive(view.phase);
  }
}

/** Without a connection there is nothing to say but that; anything else that went wrong is said in its own words. */
function trouble(view: SyncView): SyncWords | null {
  return view.notice === null || view.notice.kind === 'unreachable' ? null : noticed(view, view.notice);
}

function noticed({ waiting }: SyncView, notice: Notice): SyncWords {
  // What is not found here is the workspace itself.
  const gone = { what: say('sync.gone'), todo: say('sync.goneTodo') };
  const { what, todo } = notice.kind === 'not-found' ? gone : noticeWords(notice);
  return { tone: 'bad', line: waiting === 0 ? what : sayCount('sync.refused', waiting, what), todo };
}

function sendingLine({ waiting, unpacking }: SyncView): string {
  if (waiting > 0) return sayCount('sync.sending', waiting);
  if (unpacking === null) return say('sync.fetching');
  return say('sync.unpacking', unpacking.total - unpacking.left, unpacking.total);
}

function offlineLine(view: SyncView, now: number): string {
  const from = since(view.since ?? now, now);
  return view.waiting === 0 ? say('sync.offline', from) : sayCount('sync.offlineWaiting', view.waiting, from);
}
