import type { Change } from '../../shared/sync/change.ts';
import type { Database } from './database.ts';
import { type Author, enqueueInBulk } from './enqueue-operations.ts';
import { ownKey } from './record-keys.ts';
import { recordTables } from './settle-records.ts';

/** Of one transaction, which is held in memory. */
const together = 5000;

/** More changes than anybody imports at once; with an id's first 30 bits in front a place is still a whole number. */
const mostPlaces = 2 ** 22;

/**
 * Everything that a file brings, into the outbox. Outside of a transaction; each of several stands by itself, so that what was cut
 * can be repeated. Rejects where IndexedDB does.
 *
 * Decision: in the order of the records' ids, while changes of one record stay in theirs. Ids are evenly spread, so in any other order
 * each push would touch as many pages of the server's database as it has records, and each page is written anew for every record on it:
 * with a hundred thousand that is most of what a push costs.
 */
export async function importChanges(db: Database, changes: readonly Change[], author: Author): Promise<void> {
  const order = inOrderOfIds(changes);
  for (let at = 0; at < order.length; at += together) {
    const some = Array.from(order.subarray(at, at + together), (place) => changes[place] as Change);
    // Dexie follows native awaits only from a function that is itself async.
    await db.transaction('rw', recordTables(db), async () => {
      await enqueueInBulk(db, [{ type: 'write', changes: some }], author);
    });
  }
}

/** Places of changes, by the beginnings of their records' ids and then by place: numbers sort in a tenth of the time that texts take. */
function inOrderOfIds(changes: readonly Change[]): Uint32Array {
  const keys = Float64Array.from(changes, ({ id }, place) => ownKey(id) * mostPlaces + place).sort();
  return Uint32Array.from(keys, (key) => key % mostPlaces);
}
