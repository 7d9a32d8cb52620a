import type { RecordState, Row } from '../../shared/sync/row.ts';
import type { Held } from './stored-rows.ts';

/** A record as this device shows it: the pool's state with its own operations on top. */
export function viewOf({ base, view }: Pick<Held, 'base' | 'view'>): RecordState {
  return view ?? (base === null ? {} : stateOf(base));
}

/** What a row says of its record, without the row's own place. */
export function stateOf(row: Row): RecordState {
  const { kind: _kind, id: _id, seq: _seq, gone: _gone, ...state } = row;
  return state;
}
