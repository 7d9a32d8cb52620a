import type { DeviceId } from '../../../../shared/domain/ids.ts';
import { type PokedChanges, pokeLength } from '../../../../shared/protocol/live-3.ts';
import { type MovedRow, movedTexts } from '../tables/pool.ts';
import type { Transaction } from '../transaction.ts';

/**
 * What one transaction moved. Small steps carry it: `changes` where those alone give the new rows, else the rows themselves;
 * `rows` are there for both, since they say who may see what. Null where it is more than a poke may hold.
 */
export type Step = {
  from: number;
  seq: number;
  /** The device that brought it, which is not told. */
  by: DeviceId | null;
  changes: readonly PokedChanges[] | null;
  rows: readonly MovedRow[] | null;
  /** Members who see other rows from now on without these having moved: they have to ask, and then begin again. */
  restarted: ReadonlySet<string>;
};

/** To be called when the pool is sealed; null where nothing moved. */
export function stepOf(tx: Transaction, from: number, by: DeviceId | null): Step | null {
  const { seq } = tx.pool.head();
  if (seq === from) return null;
  const step = { from, seq, by, restarted: tx.restarted };
  const moved = tx.pool.moved();
  if (moved.size > movedTexts) return { ...step, changes: null, rows: null };
  const rows = [...moved.values()];
  const length = rows.reduce((sum, row) => sum + row.text.length + 60, 0);
  const foreseen = rows.every(({ cause }) => cause === 'change');
  if (length > pokeLength && !foreseen) return { ...step, changes: null, rows: null };
  return { ...step, changes: foreseen ? tx.changes : null, rows };
}
