import { beforeEach, describe, expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { pairId } from '../../../shared/domain/pair.ts';
import { derivationFrom } from '../../../shared/identity/derived-ids.ts';
import { decodeKnown, findKnown } from '../../../shared/protocol/known.ts';
import type { Command } from '../../../shared/protocol/operation.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { unpackRow } from '../../../shared/sync/packed-row.ts';
import type { Row } from '../../../shared/sync/row.ts';
import { deviceClient, outcomesOf, type TestDevice } from '../device-client.ts';
import { account, command, person, sighting, touch, write } from '../made-up-operations.ts';
import { foundWorkspace, type MadeUpWorkspace } from '../made-up-workspace.ts';
import { query, send } from './send.ts';

type Who = 'admin' | 'manager' | 'steward' | 'mate' | 'other' | 'viewer';

let workspace: MadeUpWorkspace;
let devices: Record<Who, TestDevice>;
let secret: Record<'gull' | 'tie' | 'mail' | 'ofAccount' | 'ofTie' | 'ofMail', string>;
let open: Record<'tern' | 'ines' | 'both' | 'ofBoth', string>;

function tie(id: string, who: string, where: string): Change {
  return { on: 'affiliation', id, rank: 'page', set: { person: who, account: where } };
}

beforeEach(async () => {
  workspace = await foundWorkspace(send);
  const { admin, member } = workspace;
  const manager = await member('Mira Lang', 'manager');
  devices = {
    admin,
    manager,
    steward: await member('Jonas Weber', 'rep', manager.member),
    mate: await member('Amira Haddad', 'rep'),
    other: await member('Otto Stern', 'rep'),
    viewer: await member('Pim Reader', 'viewer'),
  };
  const made = () => randomId();
  const { accountId } = await derivationFrom(admin.key);
  secret = {
    gull: await accountId('gull.example'),
    tie: made(),
    mail: made(),
    ofAccount: made(),
    ofTie: made(),
    ofMail: made(),
  };
  open = { tern: made(), ines: made(), both: made(), ofBoth: made() };
  await devices.steward.push(
    write(
      account(secret.gull, 'Gull', { add: { domains: ['gull.example'] } }),
      account(open.tern),
      person(open.ines),
    ),
    write(tie(secret.tie, open.ines, secret.gull)),
    write(
      touch(secret.mail, { accounts: [secret.gull] }),
      touch(open.both, { accounts: [secret.gull, open.tern] }),
    ),
    write(
      sighting(secret.ofAccount, '', { subject: { kind: 'account', id: secret.gull } }),
      sighting(secret.ofTie, '', { subject: { kind: 'affiliation', id: secret.tie } }),
      sighting(secret.ofMail, open.ines, { touch: secret.mail }),
      sighting(open.ofBoth, open.ines, { touch: open.both }),
    ),
  );
});

/** Which of the hidden and the open rows a device that begins now gets, in all three ways in which rows come. */
async function seen(who: Who): Promise<{ secret: string[]; open: string[] }> {
  const device = devices[who];
  const { view } = (await device.pull()).cursor;
  const at = deviceClient(send, { ...device, cursor: { epoch: 1, view, seq: 0 } });
  const page = await at.pull3();
  if (page.kind !== 'page') throw new Error('not a page');
  const live = (rows: Row[]) => rows.filter(({ gone }) => !gone).map(({ id }) => id);
  const pulled = live(page.rows.map(unpackRow));
  const snapshot = await (await at.get(`/v1/snapshot?proto=3&epoch=1&view=${view}`)).text();
  const newest = await (await at.get(`/v1/newest?proto=3&epoch=1&view=${view}`)).text();
  const older = live([...(await at.rows()).values()]);
  const names = (ids: Record<string, string>) =>
    Object.entries(ids)
      .filter(([, id]) => pulled.includes(id))
      .map(([name]) => name);
  for (const id of [...Object.values(secret), ...Object.values(open)]) {
    const isSeen = pulled.includes(id);
    expect([
      snapshot.includes(`["${kindOf(id)}","${id}"`),
      newest.includes(`["${kindOf(id)}","${id}"`),
    ]).toEqual([isSeen, isSeen]);
    expect(older.includes(id)).toBe(isSeen);
  }
  return { secret: names(secret), open: names(open) };
}

function kindOf(id: string): string {
  if ([secret.gull, open.tern].includes(id)) return 'account';
  if (id === open.ines) return 'person';
  if (id === secret.tie) return 'affiliation';
  return [secret.mail, open.both].includes(id) ? 'touch' : 'sighting';
}

const everything = () => ({ secret: Object.keys(secret), open: Object.keys(open) });
const openOnly = () => ({ secret: [], open: Object.keys(open) });

function restrict(by: Who, team?: Who[]) {
  const members = team?.map((who) => devices[who].member);
  return devices[by].push(
    command({ name: 'restrict-account', account: secret.gull, ...(members && { team: members }) }),
  );
}

describe('a restricted account', () => {
  test('is seen, with all that hangs on it alone, by admins, its steward, its team and their managers', async () => {
    for (const who of Object.keys(devices) as Who[]) expect(await seen(who)).toEqual(everything());
    expect(outcomesOf(await restrict('steward', ['mate']))).toEqual(['applied']);
    for (const who of ['admin', 'manager', 'steward', 'mate'] as const)
      expect(await seen(who)).toEqual(everything());
    for (const who of ['other', 'viewer'] as const) expect(await seen(who)).toEqual(openOnly());
  });

  test('is taken away by an ordinary pull, and brought back by one', async () => {
    const pulled = async (since: number) => {
      const page = await devices.other.pull3(since);
      if (page.kind !== 'page') throw new Error('not a page');
      const rows = new Map(page.rows.map(unpackRow).map(({ id, gone }) => [id, gone]));
      return { seq: page.cursor.seq, taken: Object.values(secret).map((id) => rows.get(id)), rows };
    };
    const { seq } = (await devices.other.pull()).cursor;
    await restrict('steward');
    const away = await pulled(seq);
    expect(away.taken).toEqual(Object.keys(secret).map(() => true));
    expect([open.tern, open.ines].map((id) => away.rows.get(id))).toEqual([undefined, undefined]);
    await devices.steward.push(
      command({ name: 'set-team', account: secret.gull, team: [devices.other.member] }),
    );
    const back = await pulled(away.seq);
    expect(back.taken).toEqual(Object.keys(secret).map(() => false));
    await devices.admin.push(command({ name: 'set-team', account: secret.gull, team: [] }));
    expect((await pulled(back.seq)).taken).toEqual(Object.keys(secret).map(() => true));
    await devices.admin.push(command({ name: 'open-account', account: secret.gull }));
    for (const who of Object.keys(devices) as Who[]) expect(await seen(who)).toEqual(everything());
    expect(await query(workspace.id, 'SELECT * FROM restricted')).toEqual([]);
  });

  test('hides what is written about it later, and lets it be written', async () => {
    await restrict('steward');
    const [mail, read, lone] = [randomId(), randomId(), randomId()];
    const answer = await devices.other.push3(
      write(
        account(secret.gull, 'Gull Ltd', { add: { phones: ['+49 30 1'] } }),
        touch(mail, { accounts: [secret.gull] }),
        sighting(read, open.ines, { touch: mail }),
        person(lone),
      ),
    );
    expect(answer).toMatchObject({ except: [], own: false });
    // Nor may the device go on by itself where what it said of a hidden record was nothing new.
    const known = () => write(account(secret.gull, 'Gull'), person(randomId()));
    expect(await devices.other.push3(known())).toMatchObject({ except: [], own: false });
    expect(await devices.steward.push3(known())).toMatchObject({ own: true });
    const rows = await devices.other.rows();
    expect([mail, read].map((id) => rows.get(id)?.gone)).toEqual([true, true]);
    expect(rows.get(mail)?.fact).toBeUndefined();
    expect(rows.get(lone)?.gone).toBe(false);
    expect((await devices.steward.rows()).get(mail)?.gone).toBe(false);
  });

  test('is restricted by an admin, its steward or the steward’s manager, and by nobody else', async () => {
    expect(outcomesOf(await restrict('other'))).toEqual(['rejected not-allowed']);
    expect(outcomesOf(await restrict('viewer'))).toEqual(['rejected not-allowed']);
    expect(outcomesOf(await restrict('manager'))).toEqual(['applied']);
    expect(outcomesOf(await restrict('admin'))).toEqual(['stale']);
    expect(outcomesOf(await restrict('other'))).toEqual(['rejected no-such-record']);
    const unknown = command({ name: 'set-team', account: secret.gull, team: [randomId()] });
    expect(outcomesOf(await devices.admin.push(unknown))).toEqual(['rejected bad-value']);
    const audit = await query(workspace.id, "SELECT member FROM audit WHERE action = 'restrict-account'");
    expect(audit).toEqual([{ member: devices.manager.member }]);
  });

  test('moves with its steward, and leaves the eyes of who left its team with the company', async () => {
    await restrict('steward', ['mate']);
    const depart = (who: Who) =>
      devices.admin.post(`/v1/members/${devices[who].member}/status`, { status: 'departed' });
    await depart('mate');
    expect(await query(workspace.id, 'SELECT team FROM restricted')).toEqual([{ team: '[]' }]);
    const rows = await devices.admin.rows();
    expect(rows.get(secret.gull)?.decided?.team).toEqual([]);
    await depart('steward');
    expect(await seen('manager')).toEqual(everything());
    expect(await seen('other')).toEqual(openOnly());
    const steward = await query(workspace.id, 'SELECT steward FROM restricted');
    expect(steward).toEqual([{ steward: devices.manager.member }]);
  });

  test('is seen by whoever becomes the manager, who begins again, and no longer by who was', async () => {
    await restrict('steward');
    const next = await workspace.member('Nadia Next', 'manager');
    const role = { role: 'rep', manager: next.member };
    await devices.admin.post(`/v1/members/${devices.steward.member}/role`, role);
    expect(await devices.manager.pull()).toMatchObject({ kind: 'restart' });
    expect(await next.pull()).toMatchObject({ kind: 'restart' });
    expect(await seen('manager')).toEqual(openOnly());
    devices.manager = next;
    expect(await seen('manager')).toEqual(everything());
  });

  test('is in no pair that others see, and none of them decides about one', async () => {
    const pair = pairId(secret.gull, open.tern);
    const apart: Command = { name: 'not-same', kind: 'account', one: secret.gull, other: open.tern };
    const isSeen = async (who: Who) => (await devices[who].rows()).get(pair)?.gone === false;
    expect(outcomesOf(await devices.other.push(command(apart)))).toEqual(['applied']);
    expect(await isSeen('other')).toBe(true);
    await restrict('steward');
    expect([await isSeen('other'), await isSeen('steward'), await isSeen('admin')]).toEqual([
      false,
      true,
      true,
    ]);
    const decisions: Command[] = [
      apart,
      { name: 'maybe-same', one: open.tern, other: secret.gull },
      { name: 'unmerge-records', one: open.tern, other: secret.gull, verdict: 'open' },
      { name: 'merge-records', kind: 'account', keep: open.tern, other: secret.gull, reasons: [] },
    ];
    const asked = decisions.map(command);
    expect(outcomesOf(await devices.other.push(...asked))).toEqual(
      asked.map(() => 'rejected no-such-record'),
    );
    await devices.steward.push(
      command({ name: 'merge-records', kind: 'account', keep: open.tern, other: secret.gull, reasons: [] }),
    );
    expect([await isSeen('other'), await isSeen('steward')]).toEqual([false, true]);
    await devices.admin.push(command({ name: 'open-account', account: secret.gull }));
    expect(await isSeen('other')).toBe(true);
  });

  test('is still known to everybody: that there is somebody, and who answers for it', async () => {
    await restrict('steward');
    const { view } = devices.other.cursor;
    const answer = await devices.other.get(`/v1/known?proto=3&epoch=1&view=${view}`);
    const known = decodeKnown(new Uint8Array(await answer.arrayBuffer()));
    if (known === null) throw new Error('not an index');
    expect(findKnown(known, secret.gull)).toMatchObject({ steward: devices.steward.member });
    expect(known.keys).toHaveLength(1);
  });
});
