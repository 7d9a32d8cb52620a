import * as v from 'valibot';
import { expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { type JoinResponse, joinResponse } from '../../../shared/protocol/join.ts';
import { membersResponse } from '../../../shared/protocol/members.ts';
import { setValues } from '../../../shared/sync/observed-set.ts';
import { deviceClient, outcomesOf, refusal, type TestDevice } from '../device-client.ts';
import { command, keyOf, noon, person, touch, write } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { query, send, setClock } from './send.ts';

async function reEnrolled(device: TestDevice, last: string | null = null): Promise<TestDevice> {
  const answer = await device.post('/v1/re-enrol', { proto: 3, last, waiting: 2 });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return deviceClient(send, v.parse(joinResponse, await answer.json()));
}

test('a copied device becomes one of its own, and both go on with nothing lost and nothing doubled', async () => {
  const { id, admin } = await foundWorkspace(send);
  await setClock(id, () => noon);
  const [ines, mail] = [randomId(), randomId()];
  const shared = write(
    person(ines, 'Ines', { add: { phones: ['+49 30 1'] } }),
    touch(mail, { strong: keyOf('mail') }),
  );
  // Both clones hold it unsent; one of them gets through first.
  await admin.push(shared);
  const later = write(person(ines, 'Ines Gull', { rank: 'person' }));
  expect(await refusal(await admin.pushRaw(null, [{ ...shared, id: randomId() }, later]))).toBe('409 fork');
  const clone = await reEnrolled(admin);
  expect(clone.device).not.toBe(admin.device);
  expect(clone.member).toBe(admin.member);
  const again = [
    { ...shared, id: randomId() },
    { ...later, id: randomId() },
  ];
  expect(outcomesOf(await clone.push(...again))).toEqual(['stale', 'applied']);
  expect(outcomesOf(await admin.push(write(person(randomId()))))).toEqual(['applied']);
  const rows = await admin.rows();
  expect(setValues(rows.get(ines)?.sets?.phones)).toEqual(['+49 30 1']);
  expect(Object.values(rows.get(ines)?.sets?.phones ?? {})).toEqual([[shared.stamp]]);
  expect([...rows.values()].filter(({ kind }) => kind === 'touch')).toHaveLength(1);
  const audit = await query(id, "SELECT before, after FROM audit WHERE action = 're-enrol'");
  expect(audit).toEqual([
    {
      before: JSON.stringify({ device: admin.device, last: shared.id }),
      after: JSON.stringify({ last: null, waiting: 2 }),
    },
  ]);
});

test('what one copy has sent is not taken from another, whatever became of it since', async () => {
  const { admin, member } = await foundWorkspace(send);
  const other = await member('Amira Haddad', 'rep');
  const ines = randomId();
  const phone = write(person(ines, 'Ines', { add: { phones: ['+49 30 1'] } }));
  const rejected = write(person(randomId(), 'n'.repeat(201)));
  await admin.push(phone, rejected);
  const drop = { phones: { '+49 30 1': [phone.stamp] } };
  await other.push(write({ on: 'person', id: ines, rank: 'person', drop }));
  const [clone, second] = [await reEnrolled(admin), await reEnrolled(admin)];
  const late = write(person(ines, 'Ines Gull', { rank: 'person' }));
  const answer = await clone.push3(phone, rejected, late);
  expect(answer).toMatchObject({
    own: false,
    except: [
      [0, 'stale'],
      [1, 'rejected', 'bad-value'],
    ],
  });
  // Of two that were enrolled before either had sent, and of the one that was copied.
  expect(outcomesOf(await second.push(phone, late))).toEqual(['stale', 'stale']);
  expect(outcomesOf(await admin.push(late))).toEqual(['stale']);
  // Nobody else's operation is meant by an id.
  expect(outcomesOf(await other.push({ ...late, changes: [person(randomId())] }))).toEqual(['applied']);
  const rows = await other.rows();
  expect(setValues(rows.get(ines)?.sets?.phones)).toEqual([]);
  expect(rows.get(ines)?.fields?.name?.value).toBe('Ines Gull');
});

test('commands that a clone repeats change nothing the second time', async () => {
  const { admin } = await foundWorkspace(send);
  const mail = randomId();
  await admin.push(write(touch(mail)), command({ name: 'withdraw-touch', touch: mail }));
  const clone = await reEnrolled(admin);
  const answer = await clone.push(write(touch(mail)), command({ name: 'withdraw-touch', touch: mail }));
  expect(outcomesOf(answer)).toEqual(['rejected no-such-record', 'rejected no-such-record']);
});

test('an admin sees both, and revoking the one leaves the other', async () => {
  const { admin, member } = await foundWorkspace(send);
  const jonas = await member('Jonas Weber', 'rep');
  const clone = await reEnrolled(jonas);
  const { members } = v.parse(membersResponse, await (await admin.get('/v1/members')).json());
  const devices = members.find(({ id }) => id === jonas.member)?.devices.map(({ id }) => id);
  expect(devices?.toSorted()).toEqual([jonas.device, clone.device].toSorted());
  await admin.post(`/v1/devices/${jonas.device}/revoke`);
  expect(await refusal(await jonas.post('/v1/re-enrol', { proto: 3, last: null, waiting: 0 }))).toBe(
    '410 device-revoked',
  );
  expect((await clone.push(write(person(randomId())))).outcomes).toHaveLength(1);
});

test('asked again with the same secret it is the same device, however often', async () => {
  const { id, admin } = await foundWorkspace(send);
  await setClock(id, () => noon);
  const secret = 'c'.repeat(43);
  const ask = () => admin.post('/v1/re-enrol', { proto: 3, last: null, waiting: 0, secret });
  const answers: JoinResponse[] = [];
  for (let i = 0; i < 7; i += 1) answers.push(v.parse(joinResponse, await (await ask()).json()));
  expect(answers[0]?.token).toBe(`${id}.${secret}`);
  expect(new Set(answers.map(({ device }) => device)).size).toBe(1);
  const clone = deviceClient(send, answers[6] as JoinResponse);
  expect(outcomesOf(await clone.push(write(person(randomId()))))).toEqual(['applied']);
  expect(await query(id, "SELECT count(*) AS n FROM audit WHERE action = 're-enrol'")).toEqual([{ n: 1 }]);
  expect(await query(id, 'SELECT count(*) AS n FROM device')).toEqual([{ n: 2 }]);
});

test('the secret of another device is refused', async () => {
  const { admin, member } = await foundWorkspace(send);
  const jonas = await member('Jonas Weber', 'rep');
  const clone = await reEnrolled(jonas);
  const ask = (from: TestDevice, token: string) =>
    from.post('/v1/re-enrol', { proto: 3, last: null, waiting: 0, secret: token.slice(27) });
  expect(await refusal(await ask(admin, jonas.token))).toBe('400 malformed');
  expect(await refusal(await ask(admin, clone.token))).toBe('400 malformed');
  expect(await refusal(await ask(jonas, jonas.token))).toBe('400 malformed');
});

test('one device makes no more than a few of itself', async () => {
  const { id, admin } = await foundWorkspace(send);
  await setClock(id, () => noon);
  for (let i = 0; i < 5; i += 1) await reEnrolled(admin);
  const answer = await admin.post('/v1/re-enrol', { proto: 3, last: null, waiting: 0 });
  expect(answer.headers.get('retry-after')).toBe('600');
  expect(await refusal(answer)).toBe('429 rate-limited');
});
