import { segmentsNote } from '../db/segments.ts';
import { isStorageError } from '../db/storage-notice.ts';
import { unpackOldest } from '../db/unpack.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

/** Between two slices, for captures and look-ups to come in. */
const pauseMs = 5;

/** What is looked up waits for a slice that is under way: slices grow to some segments while they take less, and shrink where more. */
const shortMs = 60;
const longMs = 150;
const mostSegments = 8;

/**
 * Who looks something up will look up more, and would wait for the next slice each time: so long nothing is unpacked after it, in
 * milliseconds, at most so many times in a row.
 */
const quietMs = 1_000;
const mostQuiet = 10;

/**
 * Moves what waits in segments into the indexed tables for as long as `idle` holds. False where there may be more; true where all is
 * done, or IndexedDB refused: then the next round of sync says what is wrong, and this begins again after it.
 */
export async function unpackWhile(
  { db, now, wait }: Pick<SyncDependencies, 'db' | 'now' | 'wait'>,
  idle: () => boolean,
): Promise<boolean> {
  const never = new AbortController().signal;
  try {
    let mark: string | null = null;
    let quiet = 0;
    for (let segments = 1; idle(); ) {
      const before = (await segmentsNote(db)).mark;
      if (mark !== null && before !== mark && quiet < mostQuiet) {
        mark = before;
        quiet += 1;
        await wait(quietMs, never);
        continue;
      }
      quiet = 0;
      const begun = now();
      if (!(await unpackOldest(db, segments))) return true;
      const took = now() - begun;
      if (took < shortMs) segments = Math.min(2 * segments, mostSegments);
      if (took > longMs) segments = Math.max(1, segments / 2);
      mark = (await segmentsNote(db)).mark;
      await wait(pauseMs, never);
    }
    return false;
  } catch (error) {
    if (!isStorageError(error)) console.error(error);
    return true;
  }
}
