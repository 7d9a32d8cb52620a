import * as v from 'valibot';
import { idPattern } from '../domain/ids.ts';
import { type RecordKind, recordKinds } from '../domain/records.ts';
import { isPackedState, type PackedState, packState, unpackState } from './packed-state.ts';
import type { Row } from './row.ts';

/** One record as version 3 sends it; without a state it is gone, or not for this member's eyes. */
export type PackedRow = [kind: RecordKind, id: string, seq: number, state?: PackedState];

const kinds = new Set<unknown>(recordKinds);

/** By hand for the reason that packed-state.ts gives. */
export function isPackedRow(value: unknown): value is PackedRow {
  if (!Array.isArray(value) || value.length < 3 || value.length > 4) return false;
  const [kind, id, seq, state] = value as unknown[];
  return (
    kinds.has(kind) &&
    typeof id === 'string' &&
    idPattern.test(id) &&
    typeof seq === 'number' &&
    (value.length === 3 || isPackedState(state))
  );
}

export const packedRowSchema = v.custom<PackedRow>(isPackedRow, 'not a packed row');

export function packRow({ kind, id, seq, gone, ...state }: Row): PackedRow {
  return gone ? [kind, id, seq] : [kind, id, seq, packState(state)];
}

export function unpackRow([kind, id, seq, state]: PackedRow): Row {
  return { kind, id, seq, gone: state === undefined, ...(state === undefined ? {} : unpackState(state)) };
}
