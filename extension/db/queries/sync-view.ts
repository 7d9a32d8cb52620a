import type { Database } from '../database.ts';
import type { SyncView } from '../views.ts';

/** The state of sync, from what the background wrote down; the interface makes the words. */
export async function syncView(_db: Database): Promise<SyncView> {
  return {
    phase: 'not-joined',
    waiting: 0,
    parked: 0,
    since: null,
    notice: null,
    workspace: null,
    member: null,
  };
}
