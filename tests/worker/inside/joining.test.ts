import { describe, expect, test } from 'vitest';
import { problemOf, refusal } from '../device-client.ts';
import { noon } from '../made-up-operations.ts';
import { credentialOf, deploymentSecret, foundWorkspace, join, joined } from '../made-up-workspace.ts';
import { dump, query, send, setClock } from './send.ts';

const day = 24 * 60 * 60_000;

describe('an invitation', () => {
  test('works once', async () => {
    const { invite } = await foundWorkspace(send);
    const { link } = await invite('Jonas Weber', 'rep');
    expect((await join(send, credentialOf(link))).status).toBe(200);
    expect(await refusal(await join(send, credentialOf(link)))).toBe('410 invitation-spent');
  });

  test('works for seven days', async () => {
    const { id, invite } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const [late, timely] = [await invite('Jonas Weber', 'rep'), await invite('Amira Haddad', 'rep')];
    await setClock(id, () => noon + 7 * day);
    expect(await refusal(await join(send, credentialOf(late.link)))).toBe('410 invitation-spent');
    await setClock(id, () => noon + 7 * day - 1);
    expect((await join(send, credentialOf(timely.link))).status).toBe(200);
  });

  test('dies when an admin takes it back, and when a newer one replaces it', async () => {
    const { admin, invite } = await foundWorkspace(send);
    const first = await invite('Jonas Weber', 'rep');
    const second = await invite('Jonas Weber', 'rep');
    expect(second.member).toBe(first.member);
    expect(await refusal(await join(send, credentialOf(first.link)))).toBe('410 invitation-spent');
    expect((await admin.send('DELETE', `/v1/invitations/${second.id}`)).status).toBe(204);
    expect(await refusal(await join(send, credentialOf(second.link)))).toBe('410 invitation-spent');
  });

  test('brings a further device of somebody who has joined, and changes nothing about them', async () => {
    const { admin, invite, member } = await foundWorkspace(send);
    const first = await member('Jonas Weber', 'rep');
    const { link } = await invite('Jonas Weber', 'admin');
    const second = await joined(send, credentialOf(link));
    expect(second.member).toBe(first.member);
    expect(second.device).not.toBe(first.device);
    expect(second.role).toBe('rep');
    expect((await first.get('/v1/me')).status).toBe(200);
    expect(await (await admin.get('/v1/members')).json()).toMatchObject({
      members: [{ name: 'Jonas Weber', devices: [{}, {}] }, { name: 'Vera Novak' }],
    });
  });

  test('that nobody gave out is refused, and after twenty such attempts slowed down', async () => {
    const { id, invite } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const guess = () => join(send, `${id}.${'A'.repeat(43)}`);
    for (let i = 0; i < 20; i += 1) expect(await refusal(await guess())).toBe('401 unauthorized');
    const slowed = await guess();
    expect(slowed.headers.get('retry-after')).toBe('3');
    expect(await refusal(slowed)).toBe('429 rate-limited');
    const { link } = await invite('Jonas Weber', 'rep');
    expect((await join(send, credentialOf(link))).status).toBe(200);
    await setClock(id, () => noon + 3_000);
    expect(await refusal(await guess())).toBe('401 unauthorized');
  });

  test('is not served to a member who is suspended', async () => {
    const { admin, invite, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    const { link } = await invite('Jonas Weber', 'rep');
    await admin.post(`/v1/members/${jonas.member}/status`, { status: 'suspended' });
    expect(await problemOf(await join(send, credentialOf(link)))).toMatchObject({
      status: 403,
      reason: 'suspended',
    });
  });
});

test('what opens a door is stored only as a hash', async () => {
  const { id, admin, invite } = await foundWorkspace(send);
  const { link } = await invite('Jonas Weber', 'rep');
  const ticket: unknown = await (await admin.post('/v1/live-ticket')).json();
  const stored = await dump(id);
  const secrets = [admin.token, credentialOf(link), (ticket as { ticket: string }).ticket];
  for (const secret of secrets.map((credential) => credential.split('.')[1] ?? '')) {
    expect(secret).toHaveLength(43);
    expect(stored).not.toContain(secret);
  }
});

test('an admin sees who was invited until when, and everybody sees the member without an address', async () => {
  const { id, admin, invite } = await foundWorkspace(send);
  await setClock(id, () => noon);
  const { id: invitation, member } = await invite('Jonas Weber', 'rep');
  const list = await (await admin.get('/v1/members')).json();
  expect(list).toMatchObject({
    members: [
      {
        id: member,
        email: 'jonas.weber@tidewater.test',
        status: 'invited',
        devices: [],
        accounts: 0,
        invitation: { id: invitation, expiresAt: noon + 7 * day },
      },
      { name: 'Vera Novak', invitation: null, devices: [{ state: 'active', name: 'Laptop' }] },
    ],
  });
  const row = (await admin.rows()).get(member);
  expect(row?.fact).toEqual({
    name: 'Jonas Weber',
    role: 'rep',
    status: 'invited',
    manager: null,
    department: null,
  });
});

describe('creating a workspace', () => {
  const create = (secret: string, body: unknown = {}) =>
    send('/v1/workspaces', {
      method: 'POST',
      headers: { authorization: `Deployment ${secret}` },
      body: JSON.stringify(body),
    });

  test.each(['', 'wrong', `${deploymentSecret} `.repeat(2), deploymentSecret.slice(0, -1)])(
    'needs the secret of the deployment, and not "%s"',
    async (secret) => expect(await refusal(await create(secret))).toBe('401 unauthorized'),
  );

  test('needs a whole request', async () => {
    expect(await refusal(await create(deploymentSecret, { name: 'Tidewater Tools' }))).toBe('400 malformed');
  });

  test('happens once in an object', async () => {
    const { id } = await foundWorkspace(send);
    const rows = await query(id, 'SELECT count(*) AS n FROM meta');
    expect(rows).toEqual([{ n: 1 }]);
  });
});
