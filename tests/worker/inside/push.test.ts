import { describe, expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { setValues } from '../../../shared/sync/observed-set.ts';
import { makeStamp } from '../../../shared/sync/stamp.ts';
import { outcomesOf, problemOf, refusal } from '../device-client.ts';
import { account, command, noon, person, sighting, touch, write, writeAt } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { query, send, setClock } from './send.ts';

describe('a write', () => {
  test('shows up at a colleague, with the writer as the steward of a new account', async () => {
    const { id, admin, member } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const jonas = await member('Jonas Weber', 'rep');
    const gull = randomId();
    const answer = await jonas.push(write(account(gull, 'Gull', { add: { domains: ['gull.example'] } })));
    expect(outcomesOf(answer)).toEqual(['applied']);
    const row = (await admin.rows()).get(gull);
    expect(row?.seq).toBe(answer.seq);
    expect(row?.fields?.name?.value).toBe('Gull');
    expect(setValues(row?.sets?.domains)).toEqual(['gull.example']);
    expect(row?.decided).toEqual({
      steward: jonas.member,
      stewardSince: noon,
      stewardWhy: 'first-capture',
      capturedBy: jonas.member,
    });
    await admin.push(write(account(gull, 'Gulls')));
    expect((await admin.rows()).get(gull)?.decided?.steward).toBe(jonas.member);
  });

  test('that says nothing new is stale and moves nothing', async () => {
    const { admin } = await foundWorkspace(send);
    const ines = randomId();
    const { seq } = await admin.push(write(person(ines)));
    const again = await admin.push(write(person(ines, 'Somebody else')));
    expect(outcomesOf(again)).toEqual(['stale']);
    expect(again.seq).toBe(seq);
  });

  test('gives all of its rows one number, the next', async () => {
    const { admin } = await foundWorkspace(send);
    const before = (await admin.pull()).cursor.seq;
    const [one, two, three] = [randomId(), randomId(), randomId()];
    await admin.push(
      write(person(one), person(two)),
      write(person(three), person(one, '', { rank: 'person' })),
    );
    const seqs = [one, two, three].map(async (id) => (await admin.rows()).get(id)?.seq);
    expect(await Promise.all(seqs)).toEqual([before + 1, before + 1, before + 1]);
  });

  test('more than 60 seconds ahead of the server is set to its time', async () => {
    const { id, admin } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const [near, far] = [randomId(), randomId()];
    await admin.push(writeAt(noon + 60_000, person(near)), writeAt(noon + 60_001, person(far)));
    const rows = await admin.rows();
    expect(rows.get(near)?.fields?.name?.stamp).toBe(makeStamp(noon + 60_000, 0, 'test'));
    expect(rows.get(far)?.fields?.name?.stamp).toBe(makeStamp(noon, 0, 'test'));
  });

  test('removes a value whose tag was itself set back in time', async () => {
    const { id, admin } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const ines = randomId();
    const ahead = makeStamp(noon + 3_600_000, 0, 'test');
    await admin.push(
      writeAt(noon + 3_600_000, person(ines, 'Ines', { add: { phones: ['+49 30 1'] } })),
      write({ on: 'person', id: ines, rank: 'person', drop: { phones: { '+49 30 1': [ahead] } } }),
    );
    expect(setValues((await admin.rows()).get(ines)?.sets?.phones)).toEqual([]);
  });
});

describe('a rejected operation', () => {
  const cases = [
    ['unknown-field', person(randomId(), '', { set: { shoeSize: '44' } })],
    ['unknown-field', person(randomId(), '', { set: { toString: 'x' } })],
    ['unknown-field', person(randomId(), '', { add: { domains: ['gull.example'] } })],
    ['unknown-field', person(randomId(), '', { drop: { teams: {} } })],
    ['bad-value', person(randomId(), 'n'.repeat(201))],
    ['bad-value', person(randomId(), '', { add: { phones: ['4'.repeat(41)] } })],
    ['bad-value', person(randomId(), '', { add: { phones: ['constructor'] } })],
    ['bad-value', person(randomId(), '', { add: { emails: ['__proto__'] } })],
    ['bad-value', person(randomId(), '', { drop: { phones: { toString: [] } } })],
  ] as const;

  test.each(cases)('is told why (%s), and the queue goes on behind it', async (reason, bad) => {
    const { admin } = await foundWorkspace(send);
    const [before, after] = [randomId(), randomId()];
    const answer = await admin.push(
      write(person(before)),
      write(person(randomId()), bad),
      write(person(after)),
    );
    expect(outcomesOf(answer)).toEqual(['applied', `rejected ${reason}`, 'applied']);
    expect(outcomesOf(await admin.push(write(person(randomId()))))).toEqual(['applied']);
  });

  test('leaves nothing of itself, also where its first changes were good', async () => {
    const { admin } = await foundWorkspace(send);
    const [good, evidence] = [randomId(), randomId()];
    const { seq } = await admin.push(write(person(randomId())));
    const bad = write(person(good), touch(evidence), person(randomId(), '', { set: { shoeSize: '44' } }));
    expect((await admin.push(bad)).seq).toBe(seq);
    const rows = await admin.rows();
    expect([rows.has(good), rows.has(evidence)]).toEqual([false, false]);
  });

  test('of a viewer empties the queue and changes nothing', async () => {
    const { admin, member } = await foundWorkspace(send);
    const viewer = await member('Pim Reader', 'viewer');
    const { cursor } = await admin.pull();
    const answer = await viewer.push(
      write(person(randomId())),
      command({ name: 'take-account', account: randomId() }),
    );
    expect(outcomesOf(answer)).toEqual(['rejected not-allowed', 'rejected not-allowed']);
    expect((await admin.pull()).cursor.seq).toBe(cursor.seq);
  });

  test('may not reuse an id for other evidence or another kind of record', async () => {
    const { admin } = await foundWorkspace(send);
    const [mail, seen, ines] = [randomId(), randomId(), randomId()];
    await admin.push(write(touch(mail), sighting(seen, ines), person(ines)));
    const answer = await admin.push(
      write(touch(mail)),
      write(touch(mail, { subject: 'Another' })),
      write(sighting(seen, ines, { sure: 0.1 })),
      write(person(mail)),
      write(touch(ines)),
    );
    const reused = 'rejected id-in-use';
    expect(outcomesOf(answer)).toEqual(['stale', reused, reused, reused, reused]);
  });

  test('is one that would let a row outgrow the database', async () => {
    const { admin } = await foundWorkspace(send);
    const ines = randomId();
    const urls = (n: number) =>
      Array.from({ length: 100 }, (_, i) => `https://gull.example/${n}/${i}/${'x'.repeat(450)}`);
    const outcomes: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      outcomes.push(...outcomesOf(await admin.push(write(person(ines, 'Ines', { add: { urls: urls(n) } })))));
    }
    expect(outcomes).toContain('rejected bad-value');
    expect(outcomes[0]).toBe('applied');
    const all = Array.from({ length: 100 }, (_, i) => [`field${'x'.repeat(i)}`, 'n'.repeat(4000)] as const);
    const huge = sighting(randomId(), ines, { read: Object.fromEntries(all) });
    expect(outcomesOf(await admin.push(write(huge), write(person(randomId()))))).toEqual([
      'rejected bad-value',
      'applied',
    ]);
  });
});

describe('a repeat', () => {
  const three = () => [
    write(person(randomId())),
    write(person(randomId(), 'n'.repeat(300))),
    write(person(randomId())),
  ];

  test('is answered as before and changes nothing', async () => {
    const { id, admin } = await foundWorkspace(send);
    const operations = three();
    const first = await (await admin.pushRaw(null, operations)).json();
    const audit = await query(id, 'SELECT * FROM rec ORDER BY id');
    const second = await (await admin.pushRaw(null, operations)).json();
    expect(second).toMatchObject({ ...(first as object), now: expect.any(Number) });
    expect(await query(id, 'SELECT * FROM rec ORDER BY id')).toEqual(audit);
  });

  test('goes on with what follows it', async () => {
    const { admin } = await foundWorkspace(send);
    const operations = three();
    await admin.pushRaw(null, operations);
    const more = [write(person(randomId())), write(person(randomId()))];
    const answer = await admin.pushRaw(null, [...operations, ...more]);
    expect(await answer.json()).toMatchObject({
      outcomes: [
        { outcome: { kind: 'applied' } },
        { outcome: { kind: 'rejected', reason: 'bad-value' } },
        { outcome: { kind: 'applied' } },
        { id: more[0]?.id, outcome: { kind: 'applied' } },
        { id: more[1]?.id, outcome: { kind: 'applied' } },
      ],
      last: more[1]?.id,
    });
  });

  test('may be cut smaller than what was sent before', async () => {
    const { admin } = await foundWorkspace(send);
    const [a, b, c] = three();
    await admin.pushRaw(null, [a, b, c]);
    const half = await admin.pushRaw(null, [a, b]);
    expect(await half.json()).toMatchObject({ last: b?.id });
    const rest = await admin.pushRaw(b?.id ?? null, [c]);
    expect(await rest.json()).toMatchObject({ outcomes: [{ outcome: { kind: 'applied' } }], last: c?.id });
  });

  test('is known for at least the last 1,000 operations', async () => {
    const { admin } = await foundWorkspace(send);
    const batches = Array.from({ length: 5 }, () =>
      Array.from({ length: 400 }, () => write(person(randomId()))),
    );
    for (const batch of batches) await admin.push(...batch);
    const third = batches[2] ?? [];
    const answer = await admin.pushRaw(batches[1]?.at(-1)?.id ?? null, third.slice(0, 100));
    expect(answer.status).toBe(200);
    expect(await refusal(await admin.pushRaw(null, batches[0] ?? []))).toBe('409 fork');
  });
});

describe('a fork', () => {
  test.each([
    ['starts from an operation that this device never sent', 0],
    ['leaves out what was taken', 1],
    ['sends something else after what was taken', 2],
    ['sends what was taken in another order', 3],
    ['sends an operation a second time further on', 4],
    ['comes from another epoch of the workspace', 5],
  ])('is a push that %s', async (_how, which) => {
    const { admin } = await foundWorkspace(send);
    const [a, b] = [write(person(randomId())), write(person(randomId()))];
    await admin.push(a, b);
    const c = write(person(randomId()));
    const pushes = [
      () => admin.pushRaw(randomId(), [c]),
      () => admin.pushRaw(null, [c]),
      () => admin.pushRaw(a.id, [c]),
      () => admin.pushRaw(null, [b, a]),
      () => admin.pushRaw(b.id, [c, a]),
      () => admin.pushRaw(b.id, [c], 2),
    ];
    const answer = await pushes[which]?.();
    if (answer === undefined) throw new Error('no such case');
    expect(answer.status).toBe(409);
    const problem = await problemOf(answer);
    expect(problem.type).toBe('urn:holdfast:problem:fork');
    // What was last in another epoch says nothing about this one: the device pulls first.
    expect(problem.last).toBe(which === 5 ? undefined : b.id);
    expect((await admin.rows()).has(c.changes[0]?.id ?? '')).toBe(false);
    // The one that did not fork goes on undisturbed.
    expect(outcomesOf(await admin.push(c))).toEqual(['applied']);
  });
});

test('a fork says what was rejected before, for whom the answer never reached', async () => {
  const { admin } = await foundWorkspace(send);
  const [taken, not] = [write(person(randomId())), command({ name: 'take-account', account: randomId() })];
  await admin.push(taken, not);
  const forked = await problemOf(await admin.pushRaw3(randomId(), [write(person(randomId()))]));
  expect(forked).toMatchObject({ last: not.id, rejected: { [not.id]: 'no-such-record' } });
  expect(Object.keys(forked.rejected ?? {})).toEqual([not.id]);
});

describe('a malformed envelope', () => {
  test('is refused whole, with the first operation at fault', async () => {
    const { admin } = await foundWorkspace(send);
    const good = write(person(randomId()));
    const bad = { ...write(person(randomId())), stamp: 'yesterday' };
    const answer = await admin.pushRaw(null, [good, bad, { type: 'nonsense' }]);
    expect(await problemOf(answer)).toMatchObject({
      type: 'urn:holdfast:problem:malformed',
      status: 400,
      operation: 1,
      detail: expect.stringContaining('.operations[1].stamp'),
    });
    expect(outcomesOf(await admin.push(good))).toEqual(['applied']);
  });

  test.each([
    ['no JSON', '{"proto":1'],
    ['no operations', JSON.stringify({ proto: 1, epoch: 1, from: null, operations: [] })],
    ['no object', '[]'],
    ['nothing', ''],
  ])('may be %s', async (_what, body) => {
    const { admin } = await foundWorkspace(send);
    const headers = { authorization: `Bearer ${admin.token}` };
    const answer = await send('/v1/push', { method: 'POST', headers, body });
    const problem = await problemOf(answer);
    expect(problem).toMatchObject({ type: 'urn:holdfast:problem:malformed', status: 400 });
    expect(problem.operation).toBeUndefined();
  });

  test('is one that holds an operation twice', async () => {
    const { admin } = await foundWorkspace(send);
    const one = write(person(randomId()));
    const answer = await admin.pushRaw(null, [one, write(person(randomId())), one]);
    expect(await problemOf(answer)).toMatchObject({ status: 400, operation: 2 });
  });

  test('is one with more operations than fit', async () => {
    const { admin } = await foundWorkspace(send);
    const many = Array.from({ length: 501 }, () => write(person(randomId())));
    expect(await refusal(await admin.pushRaw(null, many))).toBe('400 malformed');
  });

  test('says where it is wrong and never what was sent', async () => {
    const { admin } = await foundWorkspace(send);
    const secret = 'ines@gull.example';
    const asValue = { ...write(person(randomId())), id: secret };
    const asKey = {
      ...write(),
      changes: [person(randomId(), '', { drop: { emails: { [secret]: ['no stamp'] } } })],
    };
    for (const bad of [asValue, asKey]) {
      const answer = await admin.pushRaw(null, [bad]);
      expect(answer.status).toBe(400);
      expect(await answer.text()).not.toContain(secret);
    }
  });
});
