import * as v from 'valibot';
import { randomId } from '../../shared/domain/ids.ts';
import type { WriteOperation } from '../../shared/protocol/operation.ts';
import { pullResponse } from '../../shared/protocol/pull.ts';
import { makeStamp } from '../../shared/sync/stamp.ts';
import { pull } from '../../worker/src/workspace/operations/pull.ts';
import { enrolmentOf, type SimDevice } from './device.ts';
import { persons } from './plan/made-up-world.ts';
import { bytesFrom } from './random.ts';
import type { World } from './world.ts';

/**
 * A database as the release before this one left it: what it had pulled, in the form of then, and an edit that it had not sent.
 * What it had promised, this release has to keep.
 */
export async function layOldRelease(world: World, device: SimDevice): Promise<void> {
  const { storage, enrolled, dice } = device;
  if (storage.layOld === undefined) return;
  const enrolment = enrolmentOf(enrolled);
  const answer = world.server.decide((tx) =>
    pull(tx, enrolled.secret, { ...enrolled.cursor, proto: 2, since: 0, limit: 1000 }),
  );
  if (answer === 'killed' || answer.kind === 'refused') return;
  const page = v.parse(pullResponse, JSON.parse(answer.body));
  if (page.kind !== 'page') return;
  const held = page.rows.map(({ kind, id, seq, gone, ...view }) => {
    return { kind, row: { id, base: { kind, id, seq, gone, ...view }, view, pending: 0, generation: 1 } };
  });
  const of = (kind: string) => held.filter((one) => one.kind === kind).map(({ row }) => row);
  const id = dice.pick(persons);
  const stamp = makeStamp(Math.floor(world.scheduler.now()) - 60_000, 0, enrolled.device);
  const name = { value: 'Before the upgrade', stamp, rank: 'person' };
  const operation: WriteOperation = {
    type: 'write',
    id: randomId(bytesFrom(dice)),
    stamp,
    changes: [{ on: 'person', id, rank: 'person', set: { name: name.value } }],
  };
  const at = Math.floor(world.scheduler.now()) - 60_000;
  const { workspace, member, role } = enrolment;
  const meta = {
    'device-epoch': enrolment.epoch,
    joined: { workspace, device: enrolled.device, member, role },
    cursor: page.cursor,
    generation: { now: 1, sweep: false },
    acked: null,
    stamp,
    sync: { since: null, contact: at, notice: null },
  };
  const view = { fields: { name }, sets: {} };
  const rows = new Map<string, readonly object[]>([
    ['members', of('member')],
    ['policy', of('policy')],
    [
      'people',
      [
        {
          id,
          base: null,
          view,
          pending: 1,
          generation: 1,
          sortName: 'before the upgrade',
          emails: [],
          words: [],
        },
      ],
    ],
    ['outbox', [{ id: operation.id, operation, records: [id], state: 'waiting', seq: 0, epoch: 0, at }]],
    ['meta', Object.entries(meta).map(([key, value]) => ({ key, value }))],
  ]);
  await storage.layOld(rows, dice.chance(0.3) ? 500 + dice.next() * 2_000 : 0);
  device.kept.enrolment = enrolment;
  world.books.note(device.index, operation, true);
}
