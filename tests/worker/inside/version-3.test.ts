import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { newestResponse } from '../../../shared/protocol/pull-3.ts';
import { outcomesOfPush3 } from '../../../shared/protocol/push-3.ts';
import { unpackRow } from '../../../shared/sync/packed-row.ts';
import { problemOf, refusal, type TestDevice } from '../device-client.ts';
import {
  account,
  command,
  keyOf,
  noon,
  person,
  sighting,
  touch,
  write,
  writeAt,
} from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { query, send, setClock } from './send.ts';

/** Everything that the device may see, by id, as version 3 brings it. */
async function rows3(device: TestDevice) {
  const page = await device.pull3();
  if (page.kind !== 'page' || page.more) throw new Error('not one page');
  return new Map(page.rows.map((row) => [row[1], unpackRow(row)]));
}

describe('a push of version 3', () => {
  test('does what one of version 2 does, and says less', async () => {
    const { id, admin } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const [gull, ines, seen] = [randomId(), randomId(), randomId()];
    const operations = [
      write(account(gull, 'Gull', { add: { domains: ['gull.example'] } })),
      write(person(ines, 'Ines Gull', { add: { emails: ['ines@gull.example'] } }), sighting(seen, ines)),
      write(person(ines, 'Somebody else')),
      write(person(randomId(), 'n'.repeat(201))),
    ];
    const before = (await admin.pull()).cursor.seq;
    const answer = await admin.push3(...operations);
    expect(answer).toEqual({
      last: operations[3]?.id,
      from: before,
      seq: before + 1,
      now: noon,
      own: true,
      except: [
        [2, 'stale'],
        [3, 'rejected', 'bad-value'],
      ],
    });
    expect(outcomesOfPush3(answer, 4).map(({ kind }) => kind)).toEqual([
      'applied',
      'applied',
      'stale',
      'rejected',
    ]);
    const rows = await admin.rows();
    expect(rows.get(gull)).toMatchObject({
      fields: { name: { value: 'Gull', rank: 'page' } },
      decided: { steward: admin.member, stewardSince: noon },
    });
    expect(await rows3(admin)).toEqual(rows);
  });

  test('may leave its own device out of its stamps, and nobody else’s', async () => {
    const { id, admin } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const [own, other] = [randomId(), randomId()];
    const stampOf = (device: string) => ({ stamp: `${writeAt(noon).stamp.slice(0, 17)}-${device}` });
    await admin.push3(
      { ...write(person(own)), ...stampOf(admin.device) },
      { ...write(person(other)), ...stampOf('zz') },
    );
    const rows = await admin.rows();
    expect(rows.get(own)?.fields?.name?.stamp.slice(18)).toBe(admin.device);
    expect(rows.get(other)?.fields?.name?.stamp.slice(18)).toBe('zz');
  });

  test('is answered as before when it is repeated, and then is nobody’s to take by itself', async () => {
    const { id, admin } = await foundWorkspace(send);
    const operations = [write(person(randomId())), write(person(randomId(), 'n'.repeat(201)))];
    const first: unknown = await (await admin.pushRaw3(null, operations)).json();
    const held = await query(id, 'SELECT * FROM rec ORDER BY id');
    const second = await (await admin.pushRaw3(null, operations)).json();
    const { seq } = first as { seq: number };
    expect(second).toMatchObject({ ...(first as object), from: seq, own: false, now: expect.any(Number) });
    expect(await query(id, 'SELECT * FROM rec ORDER BY id')).toEqual(held);
  });

  test('follows what was sent last, by the beginning of its id, and is a fork otherwise', async () => {
    const { admin } = await foundWorkspace(send);
    const [a, b, c] = [write(person(randomId())), write(person(randomId())), write(person(randomId()))];
    await admin.push3(a);
    await admin.push(b);
    const forked = await admin.pushRaw3(a.id, [c]);
    expect(await problemOf(forked)).toMatchObject({ type: 'urn:holdfast:problem:fork', last: b.id });
    expect(await refusal(await admin.pushRaw3(null, [c]))).toBe('409 fork');
    expect(await refusal(await admin.pushRaw3(b.id, [c], 2))).toBe('409 fork');
    expect(await refusal(await admin.pushRaw3(b.id, [c, a]))).toBe('409 fork');
    expect((await admin.pushRaw3(b.id, [c])).status).toBe(200);
  });

  test.each([
    [
      'links a touch',
      touch(randomId(), { strong: keyOf('one') }),
      touch(randomId(), { strong: keyOf('one') }),
    ],
    [
      'merges two people',
      person(randomId(), 'Ines', { add: { emails: ['ines@gull.example'] } }),
      person(randomId(), 'Ines', { add: { emails: ['ines@gull.example'] } }),
    ],
  ])('that %s moves more than its sender can foresee, and says so', async (_what, one, other) => {
    const { admin } = await foundWorkspace(send);
    expect((await admin.push3(write(one))).own).toBe(true);
    expect((await admin.push3(write(other))).own).toBe(false);
  });

  test('of a command is not foreseen either', async () => {
    const { admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    const gull = randomId();
    await jonas.push3(write(account(gull)));
    await admin.post(`/v1/members/${jonas.member}/status`, { status: 'departed' });
    expect((await admin.push3(command({ name: 'take-account', account: gull }))).own).toBe(false);
  });

  test('is refused whole where it is malformed, with the first operation at fault and nothing of what was sent', async () => {
    const { admin } = await foundWorkspace(send);
    const good = write(person(randomId()));
    const secret = 'ines@gull.example';
    const bad = { ...write(person(randomId())), id: secret };
    const answer = await admin.pushRaw3(null, [good, bad, good]);
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({
      type: 'urn:holdfast:problem:malformed',
      operation: 1,
      detail: expect.stringContaining('.operations[1].id'),
    });
    expect(text).not.toContain(secret);
    const doubled = await admin.pushRaw3(null, [good, write(person(randomId())), good]);
    expect(await problemOf(doubled)).toMatchObject({ status: 400, operation: 2 });
    expect((await admin.pushRaw3(null, [good])).status).toBe(200);
  });

  test.each([
    ['no JSON', '[3,1'],
    ['another version', '[4,1,null,[]]'],
    ['no operations', '[3,1,null,[]]'],
    ['one thing more', '[3,1,null,[],5]'],
    ['no beginning of an id', '[3,1,"u",[[]]]'],
  ])('is malformed where it is %s', async (_what, body) => {
    const { admin } = await foundWorkspace(send);
    const headers = { authorization: `Bearer ${admin.token}` };
    const answer = await send('/v1/push', { method: 'POST', headers, body });
    expect(await problemOf(answer)).toMatchObject({ type: 'urn:holdfast:problem:malformed', status: 400 });
  });
});

describe('the newest rows', () => {
  test('come without moving a cursor, oldest first, without what is gone', async () => {
    const { admin } = await foundWorkspace(send);
    const [gull, mail] = [randomId(), randomId()];
    await admin.push3(write(account(gull)));
    await admin.push3(write(touch(mail, { strong: keyOf('mail') })));
    await admin.push3(command({ name: 'withdraw-touch', touch: mail }));
    const ask = async (view: number) =>
      v.parse(newestResponse, await (await admin.get(`/v1/newest?proto=3&epoch=1&view=${view}`)).json());
    const answer = await ask(admin.cursor.view);
    if (answer.kind !== 'newest') throw new Error('not the newest');
    expect(answer.rows.map(([kind]) => kind)).toEqual(['policy', 'member', 'account']);
    expect(answer.rows.at(-1)?.[1]).toBe(gull);
    expect(await ask(99)).toMatchObject({ kind: 'restart' });
    expect(await refusal(await admin.get('/v1/newest?proto=3'))).toBe('400 malformed');
  });
});
