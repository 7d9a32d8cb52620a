// Reads only, but for the time when the device was last seen. Nothing follows the commit.

import * as v from 'valibot';
import { kindsSince, recordKinds } from '../../../../shared/domain/records.ts';
import type { Cursor, pullQuery } from '../../../../shared/protocol/pull.ts';
import { access } from '../../access.ts';
import { type Decision, done } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { visible } from '../rules/visible.ts';
import type { Transaction } from '../transaction.ts';

const storedRow = v.object({
  id: v.string(),
  kind: v.picklist(recordKinds),
  seq: v.number(),
  gone: v.number(),
  data: v.string(),
});

export type PullQuery = v.InferOutput<typeof pullQuery>;

/** A page ends early rather than grow beyond this many characters. */
const pageLength = 4_000_000;

/** The answer is a `PullResponse` as JSON text: the rows' content goes out as it is stored, without being parsed. */
export function pull(tx: Transaction, caller: string, query: PullQuery): Decision<string> {
  const admitted = admit(tx, caller, access.pull);
  if (admitted.kind === 'refused') return admitted;
  const { member } = admitted;
  const { epoch, seq: newest } = tx.meta;
  const { view } = member;
  if (query.epoch !== epoch || query.view !== view || query.since > newest) {
    const cursor: Cursor = { epoch, view, seq: 0 };
    return done(JSON.stringify({ kind: 'restart', cursor, now: tx.now }));
  }
  const found = tx.store.read(
    storedRow,
    'SELECT id, kind, seq, gone, data FROM rec WHERE seq > ? ORDER BY seq LIMIT ?',
    query.since,
    query.limit + 1,
  );
  const rows: string[] = [];
  let length = 0;
  let taken = 0;
  for (const row of found.slice(0, query.limit)) {
    if (length > pageLength) break;
    taken += 1;
    if (!visible(row, member) || (kindsSince[row.kind] ?? 1) > query.proto) continue;
    const content = row.data === '{}' ? '}' : `,${row.data.slice(1)}`;
    rows.push(`{"kind":"${row.kind}","id":"${row.id}","seq":${row.seq},"gone":${row.gone === 1}${content}`);
    length += row.data.length;
  }
  const more = taken < found.length;
  const cursor: Cursor = { epoch, view, seq: more ? (found[taken - 1]?.seq ?? query.since) : newest };
  const tail = JSON.stringify({ cursor, more, now: tx.now }).slice(1);
  return done(`{"kind":"page","rows":[${rows.join(',')}],${tail}`);
}
