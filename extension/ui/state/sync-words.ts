import type { SyncView } from '../../db/views.ts';
import { exhaustive } from './exhaustive.ts';
import { noticeWords } from './notice-words.ts';
import { say, sayCount } from './say.ts';
import { since } from './times.ts';

/** Shown beside the words as an icon; the words alone say everything. */
export type SyncTone = 'good' | 'busy' | 'waiting' | 'bad';
export type SyncWords = { tone: SyncTone; line: string; todo: string | null };

/** The state of sync as a person would put it: one line, and what can be done where something can. */
export function syncWords(view: SyncView, now: number): SyncWords {
  switch (view.phase) {
    case 'not-joined':
      return { tone: 'waiting', line: say('sync.notJoined'), todo: null };
    case 'saved':
      return { tone: 'good', line: say('sync.saved'), todo: null };
    case 'sending':
      return {
        tone: 'busy',
        line: view.waiting === 0 ? say('sync.fetching') : sayCount('sync.sending', view.waiting),
        todo: null,
      };
    case 'offline':
      return { tone: 'waiting', line: offlineLine(view, now), todo: say('sync.offlineTodo') };
    case 'refused': {
      const words = noticeWords(view.notice ?? { kind: 'server-error' });
      const line = view.waiting === 0 ? words.what : sayCount('sync.refused', view.waiting, words.what);
      return { tone: 'bad', line, todo: words.todo };
    }
    case 'locked':
      return { tone: 'bad', line: say('sync.locked'), todo: say('sync.lockedTodo') };
    default:
      return exhaustive(view.phase);
  }
}

function offlineLine(view: SyncView, now: number): string {
  const from = since(view.since ?? now, now);
  return view.waiting === 0 ? say('sync.offline', from) : sayCount('sync.offlineWaiting', view.waiting, from);
}
