import type { PageSnapshot } from '../../shared/capture/page-snapshot.ts';
import { type After, type Line, lineOver, usualAfter } from './line.ts';
import type { Acknowledgement, Attendance, FoundWebmail, HandOver, pageCalls, Visit } from './page-calls.ts';
import type { PortLike } from './port-endpoint.ts';

export type PageLineOptions = {
  connect: () => PortLike;
  after?: After;
  /** The extension was updated or removed under the page: whoever listens to the page should stop. */
  onGone: () => void;
};

/** Null: no answer. The port was lost, since the browser stops an idle service worker, or it took too long. */
export type PageLine = {
  attend(visit: Visit): Promise<Attendance | null>;
  readPage(snapshot: PageSnapshot): Promise<Acknowledgement | null>;
  foundWebmail(found: FoundWebmail): Promise<HandOver | null>;
  close(): void;
};

const usualMs = 5000;
/** Many tabs may be opened at once, and their pages are read one after the other. */
const readingMs = 60_000;

/**
 * The end of the script for ordinary pages: each call is one attempt, because it takes the page anew for another. Every page runs this
 * for the first time, so that what a webmail's end (`pageClient`) can do besides would cost it half a millisecond, an eighth of all.
 */
export function pageLine({ connect, after = usualAfter, onGone }: PageLineOptions): PageLine {
  let line: Line | null = null;
  const open = (): Line => {
    const opened = lineOver(connect(), () => {
      if (line === opened) line = null;
    });
    return opened;
  };
  const ask = <T>(name: keyof typeof pageCalls, input: unknown, ms: number) =>
    new Promise<T | null>((resolve) => {
      let current: Line;
      try {
        line ??= open();
        current = line;
      } catch {
        onGone();
        return resolve(null);
      }
      const callOff = after(ms, () => current.drop());
      current.ask(name, input, (answer) => {
        callOff();
        resolve(answer === null ? null : (answer.value as T));
      });
    });
  return {
    attend: (visit) => ask('attend', visit, usualMs),
    readPage: (snapshot) => ask('readPage', snapshot, readingMs),
    foundWebmail: (found) => ask('foundWebmail', found, usualMs),
    close: () => line?.drop(),
  };
}
