import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { problem } from '../../../shared/protocol/problem.ts';
import { pushRequest3 } from '../../../shared/protocol/push-3.ts';
import { sha256 } from '../../../worker/src/http/secrets.ts';
import { overloadAfter } from '../../../worker/src/workspace/overload.ts';
import type { TestDevice } from '../device-client.ts';
import { person, write } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { send } from './send.ts';

/** The object itself, and the caller as it knows them. */
async function reach(workspace: string, device: TestDevice) {
  const stub = env.WORKSPACE.get(env.WORKSPACE.idFromName(workspace));
  return { stub, caller: await sha256(device.token.split('.')[1] ?? '') };
}

describe('a workspace that cannot keep up', () => {
  test('refuses what waited too long for its turn, does nothing of it, and says when to come again', async () => {
    const { id, admin } = await foundWorkspace(send);
    const { stub, caller } = await reach(id, admin);
    const one = randomId();
    const body = JSON.stringify(pushRequest3(1, null, [write(person(one))], admin.device));
    const query = { proto: 3, epoch: 1, view: admin.cursor.view, since: 0, limit: 10 };
    const long = Date.now() - 10_000;
    const refused = { kind: 'refused', problem: 'overloaded', retryAfter: expect.any(Number) };
    expect(await stub.push3(long, caller, body)).toMatchObject(refused);
    expect(await stub.pull(long, caller, query)).toMatchObject(refused);
    expect(await stub.newest(long, caller, query)).toMatchObject(refused);
    expect((await admin.rows()).has(one)).toBe(false);
    expect(await stub.push3(Date.now(), caller, body)).toMatchObject({ kind: 'done' });
  });

  test('goes on taking what is pushed while more comes than can be pulled, and puts off pulls until that is over', async () => {
    const { id, admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    const note = 'prefers mail '.repeat(50);
    const { stub, caller } = await reach(id, jonas);
    const query = { proto: 3, epoch: 1, view: jonas.cursor.view, since: 0, limit: 10 };
    expect(await stub.pull(Date.now(), caller, query)).toMatchObject({ kind: 'done' });
    for (let push = 0; push < 5; push += 1) {
      const operations = Array.from({ length: 200 }, () => write(person(randomId(), '', { set: { note } })));
      await admin.push3(...operations);
    }
    expect(await stub.pull(Date.now(), caller, query)).toMatchObject({
      kind: 'refused',
      problem: 'overloaded',
      retryAfter: expect.any(Number),
    });
  });

  test.each([
    [0, null],
    [3_000, null],
    [-60_000, null],
    [3_001, 4],
    [12_500, 13],
    [600_000, 30],
  ])('after %i ms of waiting asks for %s seconds more', (waited, seconds) => {
    expect(overloadAfter(waited)?.retryAfter ?? null).toBe(seconds);
  });

  test('answers with a status that says it is the server’s fault', () => {
    expect(problem('overloaded', 'Busy').status).toBe(503);
  });
});
