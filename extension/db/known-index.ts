import { decodeKnown, findKnown, type Known } from '../../shared/protocol/known.ts';
import type { Database } from './database.ts';
import type { Elsewhere } from './views.ts';

/**
 * What the company knows and this device holds no row of, as the server last told it. `all`: of everybody, from the time before the
 * snapshot was whole. Empty bytes: it was asked, and told nothing.
 */
export type KnownRow = {
  id: 'known';
  epoch: number;
  view: number;
  all: boolean;
  /** When it was asked for: milliseconds since the epoch, our clock. */
  at: number;
  bytes: Uint8Array<ArrayBuffer>;
};

const decoded = new WeakMap<Database, { at: number; known: Known | null }>();

/** Who of these, by the ids that they would have, the company knows. Says nothing of those that are in the pool. */
export async function knownElsewhere(
  db: Database,
  ids: ReadonlyMap<string, string>,
): Promise<Map<string, Elsewhere>> {
  const found = new Map<string, Elsewhere>();
  const known = ids.size === 0 ? null : await index(db);
  if (known === null) return found;
  for (const [key, id] of ids) {
    const match = findKnown(known, id);
    if (match !== null) found.set(key, { steward: match.steward, lastTouchDay: match.lastTouchDay });
  }
  return found;
}

async function index(db: Database): Promise<Known | null> {
  const row = await db.known.get('known');
  if (row === undefined) return null;
  const kept = decoded.get(db);
  if (kept?.at === row.at) return kept.known;
  const known = decodeKnown(row.bytes);
  decoded.set(db, { at: row.at, known });
  return known;
}
