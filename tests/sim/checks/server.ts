import * as v from 'valibot';
import { pullResponse } from '../../../shared/protocol/pull.ts';
import { type PackedState, unpackState } from '../../../shared/sync/packed-state.ts';
import type { Row } from '../../../shared/sync/row.ts';
import { pull } from '../../../worker/src/workspace/operations/pull.ts';
import { same } from '../model/rules.ts';
import { Violation } from '../violation.ts';
import type { World } from '../world.ts';
import { contentOf, setsOf } from './content.ts';

const counted = v.object({ id: v.string(), operations: v.number() });

/** The pool as the rules give it, each operation counted once, and numbers that go upwards. Gives the rows, by id. */
export function checkServer(world: World): ReadonlyMap<string, Row> {
  const { company, taken } = world.books;
  const rows = new Map([...allRows(world), ...notesOf(world)]);
  for (const record of company.records.values()) {
    const row = rows.get(record.id);
    // What went long ago is forgotten.
    if (row === undefined && record.gone) continue;
    if (row === undefined) throw new Violation('lost at the server', `${record.kind} ${record.id}`);
    const content = contentOf(row);
    const right =
      row.kind === record.kind &&
      row.gone === record.gone &&
      same(content.fields, record.fields) &&
      same(setsOf(content), setsOf(record)) &&
      same(content.fact, record.fact) &&
      same(content.decided, record.decided);
    if (!right)
      throw new Violation('pool', `${JSON.stringify(row)} where the rules give ${JSON.stringify(record)}`);
  }
  for (const id of rows.keys())
    if (!company.records.has(id)) throw new Violation('pool', `nobody wrote ${id}`);
  for (const { id, operations } of world.store.read(counted, 'SELECT id, operations FROM device')) {
    const once = taken.get(id)?.count ?? 0;
    if (operations !== once)
      throw new Violation('counted twice', `${operations} operations of ${id}, of which ${once} differ`);
  }
  return rows;
}

/** As they lie there: the console is shown none but its own. */
function notesOf({ store }: World): [string, Row][] {
  return store
    .rows<[id: string, seq: number, data: string]>("SELECT id, seq, data FROM rec WHERE kind = 'note'")
    .map(([id, seq, data]) => {
      const state = unpackState(JSON.parse(data) as PackedState);
      return [id, { kind: 'note', id, seq, gone: false, ...state }];
    });
}

/** Everything there is, asked for by the console as a device would. */
function allRows({ server, founded }: World): Map<string, Row> {
  const { secret } = founded.admin;
  const rows = new Map<string, Row>();
  let cursor = founded.admin.cursor;
  for (let last = 0; ; ) {
    const query = { proto: 2, epoch: cursor.epoch, view: cursor.view, since: cursor.seq, limit: 1000 };
    const answer = server.decide((tx) => pull(tx, secret, query));
    if (answer === 'killed' || answer.kind === 'refused')
      throw new Violation('pool', 'the console cannot read it');
    const page = v.parse(pullResponse, JSON.parse(answer.body));
    if (page.kind === 'restart') {
      cursor = page.cursor;
      continue;
    }
    for (const row of page.rows) {
      if (row.seq < last || row.seq > page.cursor.seq)
        throw new Violation('sequence', `${row.seq} after ${last}`);
      last = row.seq;
      rows.set(row.id, row);
    }
    cursor = page.cursor;
    if (!page.more) return rows;
  }
}
