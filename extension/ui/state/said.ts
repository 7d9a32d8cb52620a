import { signal } from '@preact/signals';
import type { Result } from '../../rpc/notice.ts';
import { noticeWords } from './notice-words.ts';

/** The last thing that the interface said about what the person did. `undo` takes it back. */
export type Said = { n: number; tone: 'done' | 'failed'; text: string; undo: (() => void) | null };

export const said = signal<Said | null>(null);
let spoken = 0;

export function tell(text: string, undo: (() => void) | null = null): void {
  spoken += 1;
  said.value = { n: spoken, tone: 'done', text, undo };
}

/** It was not done, and why. */
export function tellFailure(text: string): void {
  spoken += 1;
  said.value = { n: spoken, tone: 'failed', text, undo: null };
}

export function hush(): void {
  said.value = null;
}

/** Says how a call ended: `done` where it went well, the notice's words where not. True where it went well. */
export function tellOutcome<T>(result: Result<T>, done: string, undo: (() => void) | null = null): boolean {
  if (result.ok) {
    tell(done, undo);
    return true;
  }
  const { what, todo } = noticeWords(result.notice);
  tellFailure(`${what} ${todo}`);
  return false;
}
