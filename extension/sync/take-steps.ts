import * as v from 'valibot';
import { expandChange } from '../../shared/protocol/compact-operation.ts';
import type { PokedChanges, PokedStep } from '../../shared/protocol/live-3.ts';
import { applyChange } from '../../shared/sync/apply-change.ts';
import { type Change, changeSchema } from '../../shared/sync/change.ts';
import type { Row } from '../../shared/sync/row.ts';
import type { Database } from '../db/database.ts';
import { baseOf, stateOf } from '../db/held-state.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import { reachWithin } from '../db/reach.ts';
import { recordTables, type Settling, settleRecords, tableOf } from '../db/settle-records.ts';

/**
 * What a poke carries, in one transaction with the cursor. True where the device then stands at `seq`, or beyond it; false where it
 * has to pull: it stood elsewhere, is being bootstrapped, or there is something that it cannot read.
 */
export async function takeSteps(db: Database, steps: readonly PokedStep[], seq: number): Promise<boolean> {
  return db.transaction('rw', recordTables(db), async () => {
    // Side by side: between the socket and the screen every wait for IndexedDB counts.
    const [cursor, held, joined] = await Promise.all([
      readMeta(db, 'cursor'),
      readMeta(db, 'generation'),
      readMeta(db, 'joined'),
    ]);
    const generation = held ?? { now: 0, sweep: false };
    if (cursor?.whole !== true || generation.sweep) return false;
    const member = joined?.member ?? '';
    let at = cursor.seq;
    for (const step of steps) {
      const [from, to] = step;
      if (to <= at) continue;
      if (from !== at) break;
      const settlings = await settlingsOf(db, step);
      if (settlings === null) break;
      await settleRecords(db, settlings, { member, generation: generation.now });
      at = to;
    }
    if (at > cursor.seq) await writeMeta(db, 'cursor', { ...cursor, seq: at });
    return at >= seq;
  });
}

/** Null where a newer server changes what this version does not know. */
async function settlingsOf(db: Database, step: PokedStep): Promise<Settling[] | null> {
  if (step[2] === 'rows') return step[3].map((row) => ({ kind: row[0], id: row[1], base: row }));
  const changes = step[3].flatMap(expanded);
  if (!changes.every((one): one is Stamped => v.is(changeSchema, one.change))) return null;
  await reachWithin(db, { ids: changes.map(({ change }) => change.id) }, { around: 'none' });
  const rows = new Map<string, Row>();
  for (const { stamp, change } of changes) {
    const held = rows.get(change.id) ?? (await heldRow(db, change));
    // What this device does not hold is not for its eyes.
    if (held === null) continue;
    const { state } = applyChange(stateOf(held), change, stamp);
    rows.set(change.id, { kind: held.kind, id: held.id, seq: step[1], gone: false, ...state });
  }
  return [...rows.values()].map((base) => ({ kind: base.kind, id: base.id, base }));
}

type Stamped = { stamp: string; change: Change };

function expanded([stamp, changes]: PokedChanges): { stamp: string; change: unknown }[] {
  return changes.map((change) => ({ stamp, change: expandChange(change, '') }));
}

async function heldRow(db: Database, { on, id }: Change): Promise<Row | null> {
  const held = await tableOf(db, on).get(id);
  return held === undefined ? null : baseOf(held);
}
