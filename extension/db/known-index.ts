import { decodeKnown, findKnown, type Known } from '../../shared/protocol/known.ts';
import type { Database } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { Meta } from './meta-row.ts';
import type { Elsewhere } from './views.ts';

/**
 * What the company knows and this device holds no row of, as the server last told it (when and of whom says `meta`). Empty bytes: it
 * was asked, and told nothing.
 */
export type KnownRow = { id: 'known'; bytes: Uint8Array<ArrayBuffer> };

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

/** Read once: it may be megabytes, and every page that is read asks. */
async function index(db: Database): Promise<Known | null> {
  const asked = await readMeta(db, 'known');
  if (asked === undefined) return null;
  const kept = decoded.get(db);
  if (kept?.at === asked.at) return kept.known;
  const row = await db.known.get('known');
  const known = row === undefined ? null : decodeKnown(row.bytes);
  decoded.set(db, { at: asked.at, known });
  return known;
}

/** Puts another one in its place. */
export async function keepKnown(
  db: Database,
  asked: Meta['known'],
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await db.transaction('rw', [db.known, db.meta], async () => {
    // Left meanwhile: nothing of the workspace may come to lie here again.
    if ((await readMeta(db, 'cursor')) === undefined) return;
    await db.known.put({ id: 'known', bytes });
    await writeMeta(db, 'known', asked);
  });
}
