import type { AccountDecided } from '../domain/account.ts';
import type { NoteDecided } from '../domain/note.ts';
import type { SightingDecided } from '../domain/sighting.ts';
import type { TouchDecided } from '../domain/touch.ts';
import type { Change } from './change.ts';

/** What is decided of a record by its first write, `member`'s at `now` (ms): an account falls to whoever captures it first. */
export function firstDecision(
  on: Change['on'],
  member: string,
  now: number,
): AccountDecided | TouchDecided | SightingDecided | NoteDecided | Record<string, never> {
  switch (on) {
    case 'account':
      return {
        steward: member,
        stewardSince: now,
        stewardWhy: 'first-capture',
        capturedBy: member,
      } satisfies AccountDecided;
    case 'touch':
      return { link: null, witness: member, withdrawn: false } satisfies TouchDecided;
    case 'sighting':
      return { witness: member } satisfies SightingDecided;
    case 'note':
      return { member } satisfies NoteDecided;
    case 'person':
    case 'affiliation':
      return {};
  }
}
