import { Dexie } from 'dexie';
import type { Database } from '../db/database.ts';
import { findDuplicates } from './find-duplicates.ts';

/** The pool must have been quiet for so long, and the search rests so many times as long as it took. */
const quietMs = 1500;
const restTimes = 10;

const watched = /\/(?:people|accounts|affiliations|pairs|policy)\//;

export type FindingTools = {
  wait: (ms: number) => Promise<void>;
  /** Milliseconds, of any origin. */
  now: () => number;
  failed: (error: unknown) => void;
};

/** Looks for duplicates now and whenever the pool has changed, from whichever context, until `signal` aborts. */
export async function keepFindingDuplicates(
  db: Database,
  { wait, now, failed }: FindingTools,
  signal: AbortSignal,
): Promise<void> {
  let changes = 1;
  let wake: () => void = () => {};
  const noticed = (parts: object) => {
    if (!Object.keys(parts).some((part) => watched.test(part))) return;
    changes += 1;
    wake();
  };
  Dexie.on('storagemutated', noticed);
  signal.addEventListener('abort', () => wake());
  try {
    for (let seen = 0; !signal.aborted; ) {
      if (changes === seen) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      // A pull arrives in many transactions; the search begins after the last of them. Nor does it begin while a page that has
      // just been opened asks its first questions: a change that comes in their midst escapes it.
      for (let before = -1; before !== changes && !signal.aborted; ) {
        before = changes;
        await wait(quietMs);
      }
      seen = changes;
      const begun = now();
      await findDuplicates(db, () => wait(0)).catch(failed);
      await wait((now() - begun) * restTimes);
    }
  } finally {
    Dexie.on('storagemutated').unsubscribe(noticed);
  }
}
