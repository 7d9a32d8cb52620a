import { describe, expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { outcomesOf, problemOf, refusal, type TestDevice } from '../device-client.ts';
import { account, command, noon, person, write } from '../made-up-operations.ts';
import { credentialOf, foundWorkspace, join, joined } from '../made-up-workspace.ts';
import { query, send, setClock } from './send.ts';

function setStatus(admin: TestDevice, member: string, status: string): Promise<Response> {
  return admin.post(`/v1/members/${member}/status`, { status });
}

describe('a departure', () => {
  test('refuses every device, unassigns the accounts and loses no row', async () => {
    const { id, admin, invite, member } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const jonas = await member('Jonas Weber', 'rep');
    const second = await joined(send, credentialOf((await invite('Jonas Weber', 'rep')).link));
    const [gull, tern] = [randomId(), randomId()];
    await jonas.push(write(account(gull)));
    await second.push(write(account(tern), person(randomId())));
    const open = await invite('Jonas Weber', 'rep');
    const before = await admin.rows();
    await setClock(id, () => noon + 1000);
    expect((await setStatus(admin, jonas.member, 'departed')).status).toBe(204);

    for (const device of [jonas, second]) {
      const answer = await device.pushRaw(null, [write(person(randomId()))]);
      expect(await problemOf(answer)).toMatchObject({
        type: 'urn:holdfast:problem:device-revoked',
        status: 410,
        reason: 'departed',
        nonce: expect.any(String),
      });
    }
    expect(await refusal(await join(send, credentialOf(open.link)))).toBe('410 invitation-spent');
    const after = await admin.rows();
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    for (const account of [gull, tern]) {
      expect(after.get(account)?.fields).toEqual(before.get(account)?.fields);
      expect(after.get(account)?.decided).toEqual({
        steward: null,
        stewardSince: noon + 1000,
        stewardWhy: 'departure',
        capturedBy: jonas.member,
      });
    }
    expect(after.get(jonas.member)?.fact).toMatchObject({ status: 'departed' });
    const moved = await query(id, "SELECT before FROM audit WHERE action = 'depart-accounts'");
    expect(moved.map(({ before }) => JSON.parse(String(before)))).toEqual([[gull, tern].toSorted()]);
  });

  test('passes accounts and reports to an active manager', async () => {
    const { admin, member } = await foundWorkspace(send);
    const manager = await member('Mira Lang', 'manager');
    const lead = await member('Jonas Weber', 'rep', manager.member);
    const junior = await member('Amira Haddad', 'rep', lead.member);
    const gull = randomId();
    await lead.push(write(account(gull)));
    await setStatus(admin, lead.member, 'departed');
    const rows = await admin.rows();
    expect(rows.get(gull)?.decided).toMatchObject({ steward: manager.member, stewardWhy: 'departure' });
    expect(rows.get(junior.member)?.fact).toMatchObject({ manager: manager.member });
  });

  test.each(['suspended', 'departed'])('passes nothing to a manager who is %s', async (status) => {
    const { admin, member } = await foundWorkspace(send);
    const manager = await member('Mira Lang', 'manager');
    const jonas = await member('Jonas Weber', 'rep', manager.member);
    const gull = randomId();
    await jonas.push(write(account(gull)));
    await setStatus(admin, manager.member, status);
    await setStatus(admin, jonas.member, 'departed');
    expect((await admin.rows()).get(gull)?.decided?.steward).toBeNull();
  });

  test('is final, and who comes back by a new invitation gets no old device back', async () => {
    const { admin, invite, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    await setStatus(admin, jonas.member, 'departed');
    expect(await refusal(await setStatus(admin, jonas.member, 'active'))).toBe('409 conflict');
    expect(await refusal(await setStatus(admin, jonas.member, 'suspended'))).toBe('409 conflict');
    const back = await joined(send, credentialOf((await invite('Jonas Weber', 'viewer')).link));
    expect([back.member, back.role]).toEqual([jonas.member, 'viewer']);
    expect((await back.get('/v1/me')).status).toBe(200);
    expect(await refusal(await jonas.get('/v1/me'))).toBe('410 device-revoked');
  });

  test('of somebody who was only invited kills the invitation', async () => {
    const { admin, invite } = await foundWorkspace(send);
    const { link, member } = await invite('Jonas Weber', 'rep');
    await setStatus(admin, member, 'departed');
    expect(await refusal(await join(send, credentialOf(link)))).toBe('410 invitation-spent');
  });

  test('leaves the unassigned account to whoever takes it first', async () => {
    const { admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    const amira = await member('Amira Haddad', 'rep');
    const gull = randomId();
    await jonas.push(write(account(gull)));
    const take = () => command({ name: 'take-account', account: gull });
    expect(outcomesOf(await amira.push(take()))).toEqual(['rejected already-taken']);
    await setStatus(admin, jonas.member, 'departed');
    expect(outcomesOf(await amira.push(take(), take()))).toEqual(['applied', 'stale']);
    expect(outcomesOf(await admin.push(take()))).toEqual(['rejected already-taken']);
    const nowhere = command({ name: 'take-account', account: randomId() });
    expect(outcomesOf(await amira.push(nowhere))).toEqual(['rejected no-such-record']);
    expect((await admin.rows()).get(gull)?.decided).toMatchObject({
      steward: amira.member,
      stewardWhy: 'taken',
      capturedBy: jonas.member,
    });
  });
});

describe('a suspension', () => {
  test('refuses the devices, changes no stewardship and can be taken back', async () => {
    const { admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    const gull = randomId();
    await jonas.push(write(account(gull)));
    await setStatus(admin, jonas.member, 'suspended');
    expect(await problemOf(await jonas.get('/v1/me'))).toMatchObject({ status: 403, reason: 'suspended' });
    expect((await admin.rows()).get(gull)?.decided?.steward).toBe(jonas.member);
    await setStatus(admin, jonas.member, 'active');
    expect(outcomesOf(await jonas.push(write(person(randomId()))))).toEqual(['applied']);
  });
});

describe('the last active admin', () => {
  test('cannot be suspended, departed or demoted, by themselves or by anybody', async () => {
    const { admin, invite } = await foundWorkspace(send);
    await invite('Nils Deputy', 'admin');
    for (const status of ['suspended', 'departed']) {
      expect(await refusal(await setStatus(admin, admin.member, status))).toBe('409 conflict');
    }
    const demotion = await admin.post(`/v1/members/${admin.member}/role`, { role: 'rep' });
    expect(await refusal(demotion)).toBe('409 conflict');
    expect((await admin.get('/v1/members')).status).toBe(200);
  });

  test('can go once there is another', async () => {
    const { admin, member } = await foundWorkspace(send);
    const deputy = await member('Nils Deputy', 'admin');
    expect((await setStatus(deputy, admin.member, 'departed')).status).toBe(204);
    expect(await refusal(await setStatus(deputy, deputy.member, 'departed'))).toBe('409 conflict');
  });
});

describe('revoking a device', () => {
  test.each([
    ['an admin', 'admin', 204],
    ['the member', 'own', 204],
    ["the member's manager", 'manager', 204],
    ['a colleague', 'colleague', 403],
    ["somebody else's manager", 'stranger', 403],
  ])('by %s', async (_who, which, status) => {
    const { admin, member, invite } = await foundWorkspace(send);
    const manager = await member('Mira Lang', 'manager');
    const stranger = await member('Otto Fern', 'manager');
    const jonas = await member('Jonas Weber', 'rep', manager.member);
    const own = await joined(send, credentialOf((await invite('Jonas Weber', 'rep')).link));
    const colleague = await member('Amira Haddad', 'rep');
    const by = { admin, own, manager, colleague, stranger }[which];
    const answer = await by?.post(`/v1/devices/${jonas.device}/revoke`);
    expect(answer?.status).toBe(status);
    const after = await jonas.get('/v1/me');
    expect(after.status).toBe(status === 204 ? 410 : 200);
    expect((await own.get('/v1/me')).status).toBe(200);
  });
});

describe('a revoked device', () => {
  async function revoked() {
    const { id, admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    await admin.post(`/v1/devices/${jonas.device}/revoke`);
    const { nonce = '' } = await problemOf(await jonas.get('/v1/me'));
    return { id, admin, jonas, nonce };
  }

  async function stateOf(admin: TestDevice, { device }: TestDevice): Promise<unknown> {
    const list = (await (await admin.get('/v1/members')).json()) as {
      members: { devices: { id: string; state: string }[] }[];
    };
    return list.members.flatMap(({ devices }) => devices).find(({ id }) => id === device)?.state;
  }

  test('hands in what it had not sent, once, and it lies apart from the pool', async () => {
    const { id, admin, jonas, nonce } = await revoked();
    const operations = [write(person(randomId())), write(person(randomId()))];
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const answer = await jonas.post('/v1/quarantine', { nonce, operations });
      expect(await answer.json()).toEqual({ kept: 2 });
    }
    const lying = await query(id, 'SELECT operation, member FROM quarantine ORDER BY operation');
    expect(lying).toEqual(
      operations.map(({ id }) => ({ operation: id, member: jonas.member })).sort(byOperation),
    );
    expect((await admin.rows()).has(operations[0]?.changes[0]?.id ?? '')).toBe(false);
  });

  test('reports that it is wiped, as often as it likes', async () => {
    const { admin, jonas, nonce } = await revoked();
    expect((await jonas.post('/v1/wiped', { nonce })).status).toBe(204);
    expect((await jonas.post('/v1/wiped', { nonce })).status).toBe(204);
    expect(await stateOf(admin, jonas)).toBe('wiped');
    expect(await refusal(await jonas.get('/v1/me'))).toBe('410 device-revoked');
  });

  test('of which there is a second copy is not wiped before that one is, which hands in like the first', async () => {
    const { id, admin, jonas, nonce } = await revoked();
    const [first, second] = [write(person(randomId())), write(person(randomId()))];
    await jonas.post('/v1/quarantine', { nonce, operations: [first] });
    await jonas.post('/v1/wiped', { nonce });
    // The first one's request that arrives again is no sign of another.
    await jonas.post('/v1/quarantine', { nonce, operations: [first] });
    expect(await stateOf(admin, jonas)).toBe('wiped');
    const late = await jonas.post('/v1/quarantine', { nonce, operations: [first, second] });
    expect(await late.json()).toEqual({ kept: 2 });
    expect(await query(id, 'SELECT operation FROM quarantine')).toHaveLength(2);
    expect(await stateOf(admin, jonas)).toBe('revoked');
    expect(await query(id, "SELECT member FROM audit WHERE action = 'copy-found'")).toEqual([
      { member: jonas.member },
    ]);
    await jonas.post('/v1/wiped', { nonce });
    expect(await stateOf(admin, jonas)).toBe('wiped');
  });

  test('needs the nonce that it was refused with, which a served device does not have', async () => {
    const { admin, jonas, nonce } = await revoked();
    expect(await refusal(await jonas.post('/v1/wiped', { nonce: 'another' }))).toBe('403 forbidden');
    expect(await refusal(await jonas.post('/v1/quarantine', { nonce: '', operations: [] }))).toBe(
      '403 forbidden',
    );
    expect(await refusal(await admin.post('/v1/wiped', { nonce }))).toBe('403 forbidden');
  });

  test('may hand in so much and so often, and no more', async () => {
    const { id, jonas, nonce } = await revoked();
    await setClock(id, () => noon);
    const batch = () => Array.from({ length: 1500 }, () => write(person(randomId())));
    const first = await jonas.post('/v1/quarantine', { nonce, operations: batch() });
    expect(await first.json()).toEqual({ kept: 1500 });
    const over = await jonas.post('/v1/quarantine', { nonce, operations: batch() });
    expect(await refusal(over)).toBe('413 too-large');
    expect(await query(id, 'SELECT count(*) AS n FROM quarantine')).toEqual([{ n: 1500 }]);
    for (let i = 0; i < 8; i += 1) await jonas.post('/v1/quarantine', { nonce, operations: [] });
    const often = await jonas.post('/v1/quarantine', { nonce, operations: [] });
    expect(often.headers.get('retry-after')).toBe('10');
    expect(await refusal(often)).toBe('429 rate-limited');
  });
});

test('what an admin does is audited, with who and with what was before and after', async () => {
  const { id, admin, member } = await foundWorkspace(send);
  const jonas = await member('Jonas Weber', 'rep');
  await admin.post(`/v1/members/${jonas.member}/role`, { role: 'viewer' });
  await setStatus(admin, jonas.member, 'departed');
  const audit = await query(id, 'SELECT member, action, subject, before, after FROM audit ORDER BY number');
  expect(audit.map(({ action }) => action)).toEqual([
    'create-workspace',
    'join',
    'invite',
    'join',
    'set-role',
    'depart',
  ]);
  expect(audit[4]).toEqual({
    member: admin.member,
    action: 'set-role',
    subject: jonas.member,
    before: '{"role":"rep","manager":null}',
    after: '{"role":"viewer","manager":null}',
  });
});

test("a manager who would be somebody's own subordinate, or nobody, is refused", async () => {
  const { admin, member } = await foundWorkspace(send);
  const mira = await member('Mira Lang', 'manager');
  const jonas = await member('Jonas Weber', 'rep', mira.member);
  const setManager = (of: string, manager: string) =>
    admin.post(`/v1/members/${of}/role`, { role: 'rep', manager });
  expect(await refusal(await setManager(mira.member, jonas.member))).toBe('409 conflict');
  expect(await refusal(await setManager(mira.member, mira.member))).toBe('409 conflict');
  expect(await refusal(await setManager(mira.member, randomId()))).toBe('404 not-found');
});

function byOperation(a: { operation: string }, b: { operation: string }): number {
  return a.operation < b.operation ? -1 : 1;
}
