import { isStorageError } from '../db/storage-notice.ts';
import { unpackOne } from '../db/unpack.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

/** Between two slices, for captures and look-ups to come in. */
const pauseMs = 5;

/**
 * Moves what waits in segments into the indexed tables for as long as `idle` holds. False where there may be more; true where all is
 * done, or IndexedDB refused: then the next round of sync says what is wrong, and this begins again after it.
 */
export async function unpackWhile(
  { db, wait }: Pick<SyncDependencies, 'db' | 'wait'>,
  idle: () => boolean,
): Promise<boolean> {
  const never = new AbortController().signal;
  try {
    while (idle()) {
      if (!(await unpackOne(db))) return true;
      await wait(pauseMs, never);
    }
    return false;
  } catch (error) {
    if (!isStorageError(error)) console.error(error);
    return true;
  }
}
