import { beforeAll, describe, expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { type Access, access } from '../../../worker/src/access.ts';
import { createApp } from '../../../worker/src/app.ts';
import { problemOf } from '../device-client.ts';
import { account, person, touch, write } from '../made-up-operations.ts';
import { foundWorkspace, type MadeUpWorkspace } from '../made-up-workspace.ts';
import { exampleBody } from './example-requests.ts';
import { dump, send } from './send.ts';

const rules: readonly Access[] = Object.values(access);
const nobody = 'nobody';
const asking = ['admin', 'manager', 'rep', 'viewer', 'revoked device', nobody] as const;
type Asking = (typeof asking)[number];

/** What another workspace holds, as somebody outside might learn its ids from a log or a colleague. */
type Victim = MadeUpWorkspace & {
  account: string;
  touch: string;
  rep: string;
  device: string;
  invitation: string;
};

let victim: Victim;
const tokens = new Map<Asking, string>();
let nonce = '';

beforeAll(async () => {
  const theirs = await foundWorkspace(send);
  const jonas = await theirs.member('Jonas Weber', 'rep');
  const [gull, mail] = [randomId(), randomId()];
  await jonas.push(write(account(gull), person(randomId()), touch(mail)));
  const { id: invitation } = await theirs.invite('Amira Haddad', 'rep');
  victim = { ...theirs, account: gull, touch: mail, rep: jonas.member, device: jonas.device, invitation };

  const ours = await foundWorkspace(send);
  const revoked = await ours.member('Gone Before', 'rep');
  await ours.admin.post(`/v1/devices/${revoked.device}/revoke`);
  nonce = (await problemOf(await revoked.get('/v1/me'))).nonce ?? '';
  tokens.set('admin', ours.admin.token);
  tokens.set('manager', (await ours.member('Mira Lang', 'manager')).token);
  tokens.set('rep', (await ours.member('Jonas Weber', 'rep')).token);
  tokens.set('viewer', (await ours.member('Pim Reader', 'viewer')).token);
  tokens.set('revoked device', revoked.token);
});

test('the list of who may call what names every route of the router, and no other', () => {
  const served = createApp()
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  expect(served.toSorted()).toEqual(rules.map(({ method, path }) => `${method} ${path}`).toSorted());
});

/** The secret of one's own credential under the other workspace's name, and one's own credential as it is. */
function credentials(by: Asking): { how: string; text: string | null }[] {
  const token = tokens.get(by);
  if (token === undefined) return [{ how: 'without a credential', text: null }];
  const secret = token.split('.')[1] ?? '';
  return [
    { how: 'with the own credential', text: token },
    { how: "with the own secret under the other's name", text: `${victim.id}.${secret}` },
  ];
}

function headersFor(rule: Access, text: string | null): Record<string, string> {
  if (rule.by === 'ticket') {
    const protocols = text === null ? 'holdfast.live.1' : `holdfast.live.1, ticket.${text}`;
    return { upgrade: 'websocket', 'sec-websocket-protocol': protocols };
  }
  const schemes = { invitation: 'Invitation', deployment: 'Deployment' } as Record<string, string>;
  return text === null ? {} : { authorization: `${schemes[rule.by] ?? 'Bearer'} ${text}` };
}

/** The route as it would be called to reach into the other workspace: its ids in the path, the query and the body. */
function reachInto(rule: Access, text: string | null): Promise<Response> {
  const path = rule.path
    .replace(':member', victim.rep)
    .replace(':device', victim.device)
    .replace(':invitation', victim.invitation);
  const body = exampleBody(rule, { account: victim.account, touch: victim.touch, member: victim.rep, nonce });
  return send(`${path}?workspace=${victim.id}&epoch=1&view=1&since=0&limit=2000`, {
    method: rule.method,
    headers: headersFor(rule, text),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Whether this route serves the caller about the caller's own workspace: then it must say nothing of the other one. */
function isOwnAffair(rule: Access, by: Asking, text: string | null): boolean {
  if (text === null || text.startsWith(victim.id)) return false;
  if (rule.path.includes(':') || rule.path === '/v1/invitations') return false;
  if (rule.by === 'revoked-device') return by === 'revoked device';
  return rule.by === 'device' && (rule.roles as readonly string[] | null)?.includes(by) === true;
}

describe.each(rules.filter(({ by }) => by !== 'anyone'))('$method $path', (rule) => {
  test.each(asking)('gives another workspace away to no %s, and changes nothing there', async (by) => {
    const before = await dump(victim.id);
    for (const { how, text } of credentials(by)) {
      const answer = await reachInto(rule, text);
      const said = await answer.text();
      if (isOwnAffair(rule, by, text)) {
        expect(answer.status, how).toBeLessThan(300);
        if (rule.path === '/v1/push') expect(said, how).not.toMatch(/applied.*applied/);
      } else {
        expect([401, 403, 404, 410], `${how}: ${said}`).toContain(answer.status);
      }
      for (const id of [
        victim.id,
        victim.rep,
        victim.device,
        victim.invitation,
        victim.touch,
        victim.account,
      ]) {
        expect(said, how).not.toContain(id);
      }
    }
    expect(await dump(victim.id)).toBe(before);
  });
});
