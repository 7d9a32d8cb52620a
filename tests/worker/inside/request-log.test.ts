import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { access } from '../../../worker/src/access.ts';
import { errorLine } from '../../../worker/src/http/request-log.ts';
import { account, person, write } from '../made-up-operations.ts';
import { credentialOf, deploymentSecret, foundWorkspace, join } from '../made-up-workspace.ts';
import { send } from './send.ts';

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  for (const how of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, how).mockImplementation(
      (...said: unknown[]) => void lines.push(said.map(String).join(' ')),
    );
  }
});
afterEach(() => vi.restoreAllMocks());

test('the log names routes and problems, and nobody and nothing that was sent', async () => {
  const { id, admin, invite, member } = await foundWorkspace(send);
  const jonas = await member('Jonas Weber', 'rep');
  const invited = await invite('Amira Haddad', 'rep');
  const gull = randomId();
  await jonas.push(write(account(gull, 'Gull & Daughters'), person(randomId(), 'Ines Gull')));
  await jonas.pushRaw(null, [{ ...write(person(randomId())), id: 'ines@gull.example' }]);
  await send('/v1/push', {
    method: 'POST',
    headers: { authorization: `Bearer ${jonas.token}` },
    body: '{"ines@gull.example',
  });
  await send('/ines@gull.example?token=sesame', { headers: { authorization: `Bearer ${jonas.token}` } });
  await join(send, credentialOf(invited.link));
  await join(send, credentialOf(invited.link));
  await admin.send('DELETE', `/v1/invitations/${invited.id}`);
  await admin.post(`/v1/members/${jonas.member}/status`, { status: 'departed' });
  await jonas.get('/v1/pull?epoch=1&view=1&since=0&limit=10');

  const log = lines.join('\n');
  const said = [
    ...['gull', 'ines', 'weber', 'jonas', 'novak', 'vera', 'amira', 'tidewater', 'sesame', 'laptop'],
    ...[deploymentSecret, id, gull, admin.token, jonas.token, jonas.member, jonas.device],
    ...[invited.id, credentialOf(invited.link)],
  ];
  for (const secret of said.flatMap((text) => text.split('.'))) {
    expect(log.toLowerCase()).not.toContain(secret.toLowerCase());
  }
  const patterns = [...Object.values(access).map(({ path }) => path as string), 'none'];
  const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(entries).toHaveLength(14);
  for (const entry of entries) {
    expect(Object.keys(entry)).toEqual(['method', 'route', 'status', 'ms', 'workspace', 'problem']);
    expect(patterns).toContain(entry.route);
  }
  expect(entries.at(-1)).toMatchObject({
    method: 'GET',
    route: '/v1/pull',
    status: 410,
    workspace: expect.stringMatching(/^[0-9a-f]{8}$/),
    problem: 'device-revoked',
  });
  expect(entries.map(({ route }) => route)).toContain('/v1/members/:member/status');
});

test('a bug is logged by its place, without its message', () => {
  const line = errorLine(new TypeError('ines@gull.example is no number'));
  expect(line).toContain('TypeError');
  expect(line).toContain('request-log.test');
  expect(line).not.toContain('gull');
});
