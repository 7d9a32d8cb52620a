import { isPackedState, unpackState } from '../../../../shared/sync/packed-state.ts';
import type { PooledRow } from '../tables/pooled-rows.ts';
import { packedRowText } from './packed-row-text.ts';

/** A stored row as JSON in the form that this version of the protocol reads; what is not `seen` goes out as gone. */
export function rowText(row: PooledRow, proto: number, seen: boolean): string {
  if (proto >= 3) return packedRowText({ ...row, text: row.data }, seen);
  const gone = row.gone || !seen;
  const head = `{"kind":"${row.kind}","id":"${row.id}","seq":${row.seq},"gone":${gone}`;
  const state = gone ? '{}' : unpackedText(row.data);
  return state === '{}' ? `${head}}` : `${head},${state.slice(1)}`;
}

/** What was stored unpacked goes out as it lies there. */
function unpackedText(data: string): string {
  if (data.startsWith('{')) return data;
  const packed: unknown = JSON.parse(data);
  if (!isPackedState(packed)) throw new Error('a row that no version wrote');
  return JSON.stringify(unpackState(packed));
}
