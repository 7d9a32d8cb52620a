import type { Database } from '../database.ts';
import type { ParkedView } from '../views.ts';

/** Operations that the server would not take, oldest first. */
export async function listParked(_db: Database): Promise<ParkedView[]> {
  return [];
}
