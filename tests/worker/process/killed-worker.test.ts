import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { type PushResponse, pushResponse } from '../../../shared/protocol/push.ts';
import { setValues } from '../../../shared/sync/observed-set.ts';
import { makeStamp } from '../../../shared/sync/stamp.ts';
import type { Send, TestDevice } from '../device-client.ts';
import { noon, person, write } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { temporaryFolder, workerUnderTest } from './worker-under-test.ts';

const people = 40;
const pushes = 60;
const kills = 12;

/** The n-th push: each operation adds its own phone number, under its own stamp, to one of some people. */
function nthPush(n: number, ids: readonly string[]) {
  return Array.from({ length: 1 + (n % 25) }, (_, i) => {
    const id = ids[(n * 7 + i) % people] ?? '';
    const change = person(id, 'Ines Gull', { rank: 'person', add: { phones: [`${n}.${i}`] } });
    return { ...write(change), stamp: makeStamp(noon + n, i, 'test') };
  });
}

/** Pushes until it is acknowledged, as a device does: the same operations after the same last one. */
async function pushUntilAcknowledged(
  device: TestDevice,
  from: string | null,
  operations: unknown[],
): Promise<PushResponse> {
  for (;;) {
    try {
      const answer = await device.pushRaw(from, operations);
      if (answer.ok) return v.parse(pushResponse, await answer.json());
      throw new Error(`push answered ${answer.status}: ${await answer.text()}`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      await sleep(5);
    }
  }
}

test('killing the worker in the middle of pushes loses nothing that was acknowledged and applies nothing twice', async () => {
  await using folder = await temporaryFolder();
  let current = await workerUnderTest(folder.path);
  const send: Send = (path, init) => current.send(path, init);
  const { admin } = await foundWorkspace(send);
  const before = (await admin.pull()).cursor.seq;
  const ids = Array.from({ length: people }, () => randomId());

  let over = false;
  const killing = (async () => {
    for (let n = 0; n < kills; n += 1) {
      await sleep(15 + ((n * 37) % 60));
      await current.kill();
      current = await workerUnderTest(folder.path);
    }
    over = true;
  })();
  const expected = new Set<string>();
  let last: string | null = null;
  let n = 0;
  for (; n < pushes || !over; n += 1) {
    const operations = nthPush(n, ids);
    const answer: PushResponse = await pushUntilAcknowledged(admin, last, operations);
    expect(answer.outcomes.map(({ id }) => id)).toEqual(operations.map(({ id }) => id));
    // An operation that is applied a second time has nothing left to change, and would be called stale.
    expect(new Set(answer.outcomes.map(({ outcome }) => outcome.kind))).toEqual(new Set(['applied']));
    last = answer.last;
    for (const { changes } of operations) {
      for (const change of changes) {
        if (change.on === 'person') expected.add(`${change.id} ${change.add?.phones?.[0]}`);
      }
    }
  }
  await killing;

  const rows = [...(await admin.rows()).values()].filter(({ seq }) => seq > before);
  const found = rows.flatMap(({ id, sets }) => setValues(sets?.phones).map((phone) => `${id} ${phone}`));
  expect(found.toSorted()).toEqual([...expected].toSorted());
  const tags = rows.flatMap(({ sets }) => Object.values(sets?.phones ?? {}).map((all) => all.length));
  expect(new Set(tags)).toEqual(new Set([1]));
  await current.stop();
});
