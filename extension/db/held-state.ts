import { type PackedRow, packRow, unpackRow } from '../../shared/sync/packed-row.ts';
import { unpackState } from '../../shared/sync/packed-state.ts';
import type { RecordState, Row } from '../../shared/sync/row.ts';
import type { Held } from './stored-rows.ts';

/** A record as this device shows it: the pool's state with its own operations on top. */
export function viewOf({ base, view }: Pick<Held, 'base' | 'view'>): RecordState {
  return view ?? (base === null ? {} : stateOf(base));
}

/** The record as the server last sent it; null where it never did. */
export function baseOf({ base }: Pick<Held, 'base'>): Row | null {
  return Array.isArray(base) ? unpackRow(base) : base;
}

/** What a row says of its record, without the row's own place. */
export function stateOf(row: PackedRow | Row): RecordState {
  if (Array.isArray(row)) return row[3] === undefined ? {} : unpackState(row[3]);
  const { kind: _kind, id: _id, seq: _seq, gone: _gone, ...state } = row;
  return state;
}

/** Where in the sequence a base stands. */
export function seqOf(row: PackedRow | Row): number {
  return Array.isArray(row) ? row[2] : row.seq;
}

export function packed(row: PackedRow | Row): PackedRow {
  return Array.isArray(row) ? row : packRow(row);
}
