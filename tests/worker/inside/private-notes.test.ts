import { beforeEach, describe, expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { type LiveDown3, liveProtocol3, type PokedStep } from '../../../shared/protocol/live-3.ts';
import type { RegisterChange } from '../../../shared/sync/change.ts';
import { deviceClient, outcomesOf, problemOf, type TestDevice } from '../device-client.ts';
import { account, noon, person, write, writeAt } from '../made-up-operations.ts';
import { credentialOf, foundWorkspace, joined, type MadeUpWorkspace } from '../made-up-workspace.ts';
import { listen } from './listen.ts';
import { query, send } from './send.ts';

const text = 'Prefers to be called in the morning';

let workspace: MadeUpWorkspace;
let devices: Record<'admin' | 'manager' | 'writer' | 'second' | 'mate' | 'viewer', TestDevice>;
let gull: string;

beforeEach(async () => {
  workspace = await foundWorkspace(send);
  const { admin, invite, member } = workspace;
  const manager = await member('Mira Lang', 'manager');
  const writer = await member('Jonas Weber', 'rep', manager.member);
  devices = {
    admin,
    manager,
    writer,
    second: await joined(send, credentialOf((await invite('Jonas Weber', 'rep', manager.member)).link)),
    mate: await member('Amira Haddad', 'rep'),
    viewer: await member('Pim Reader', 'viewer'),
  };
  gull = randomId();
  await writer.push(write(account(gull)));
});

function stepsOf(heard: LiveDown3 | 'closed'): PokedStep[] {
  return heard !== 'closed' && heard.type === 'poke' ? (heard.steps ?? []) : [];
}

function note(id: string, set: Record<string, string> = { about: gull, text }): RegisterChange {
  return { on: 'note', id, rank: 'person', set };
}

/** All that a device which begins now is told, in whatever way, as text. */
async function told(device: TestDevice): Promise<string> {
  const { view } = (await device.pull()).cursor;
  const at = deviceClient(send, { ...device, cursor: { epoch: 1, view, seq: 0 } });
  const asked = [
    '/v1/pull?proto=3&since=0&limit=1000',
    '/v1/pull?proto=2&since=0&limit=1000',
    '/v1/pull?since=0&limit=1000',
    '/v1/snapshot?proto=3',
    '/v1/newest?proto=3',
    '/v1/known?proto=3',
    '/v1/known?proto=3&all=1',
  ];
  const said = await Promise.all(
    asked.map(async (path) => {
      const answer = await at.get(`${path}${path.includes('?') ? '&' : '?'}epoch=1&view=${view}`);
      return new TextDecoder('latin1').decode(await answer.arrayBuffer());
    }),
  );
  return said.join('\n');
}

describe('a private note', () => {
  test('is told to its member’s devices, and of nobody else’s hears any that it is there', async () => {
    const id = randomId();
    expect(outcomesOf(await devices.writer.push(write(note(id))))).toEqual(['applied']);
    for (const who of ['writer', 'second'] as const) {
      const page = await devices[who].pull3(0);
      expect(page.kind === 'page' && page.rows.filter(([kind]) => kind === 'note')).toMatchObject([
        ['note', id, expect.any(Number), expect.any(Array)],
      ]);
      const said = await told(devices[who]);
      // Twice in pulls and once each in the snapshot and what is newest; never to what speaks an older version.
      expect(said.split(text)).toHaveLength(4);
    }
    for (const who of ['admin', 'manager', 'mate', 'viewer'] as const) {
      const said = await told(devices[who]);
      expect(said).not.toContain(text);
      expect(said).not.toContain(id);
      expect(said).not.toContain('"note"');
    }
  });

  test('goes to its member’s open devices, as it is written and as it changes', async () => {
    const [own, others] = await Promise.all([
      listen(devices.second, liveProtocol3),
      listen(devices.admin, liveProtocol3),
    ]);
    await Promise.all([own.next(), others.next()]);
    const id = randomId();
    await devices.writer.push3(write(note(id)));
    const [brought] = stepsOf(await own.next());
    expect(brought?.slice(2)).toEqual(['rows', [['note', id, expect.any(Number), expect.any(Array)]]]);
    expect(stepsOf(await others.next()).map((step) => step.slice(2))).toEqual([['rows', []]]);
    await devices.writer.push3(writeAt(noon + 1, note(id, { text: 'Later' })));
    const [changed] = stepsOf(await own.next());
    expect(changed?.slice(2)).toEqual([
      'changes',
      [[expect.any(String), [['note', id, 1, { text: 'Later' }]]]],
    ]);
    await others.next();
    expect(others.texts.join('\n')).not.toContain(id);
  });

  test('is changed and removed by its member alone, on whichever device', async () => {
    const id = randomId();
    await devices.writer.push(write(note(id)));
    for (const who of ['admin', 'manager', 'mate', 'viewer'] as const) {
      expect(outcomesOf(await devices[who].push(writeAt(noon + 5, note(id, { text: 'Mine' }))))).toEqual([
        'rejected id-in-use',
      ]);
    }
    // Nor does any other kind of record tell that it is there otherwise than any id in use does.
    expect(outcomesOf(await devices.mate.push(write(person(id)), write(person(gull))))).toEqual([
      'rejected id-in-use',
      'rejected id-in-use',
    ]);
    expect(outcomesOf(await devices.second.push(writeAt(noon + 9, note(id, { text: '' }))))).toEqual([
      'applied',
    ]);
    const [row] = await query(workspace.id, "SELECT data, hidden FROM rec WHERE kind = 'note'");
    expect(row?.hidden).toBe(`@${devices.writer.member}`);
    expect(row?.data).not.toContain(text);
  });

  test('may be written by who may write nothing else', async () => {
    const id = randomId();
    expect(
      outcomesOf(await devices.viewer.push(write(note(id)), write(note(randomId()), person(randomId())))),
    ).toEqual(['applied', 'rejected not-allowed']);
    expect(await told(devices.viewer)).toContain(id);
  });

  test('stays its member’s where the account is restricted', async () => {
    const id = randomId();
    await devices.mate.push(write(note(id)));
    const restrict = { type: 'command', id: randomId(), stamp: write(note(id)).stamp } as const;
    await devices.writer.push({ ...restrict, command: { name: 'restrict-account', account: gull } });
    expect(await told(devices.mate)).toContain(id);
    expect(await told(devices.admin)).not.toContain(id);
  });

  test('that a revoked device hands in lies apart from what an admin decides about', async () => {
    await devices.admin.post(`/v1/devices/${devices.second.device}/revoke`);
    const { nonce } = await problemOf(await devices.second.get('/v1/me'));
    const operations = [write(note(randomId())), write(person(randomId()))];
    expect((await devices.second.post('/v1/quarantine', { nonce, operations })).status).toBe(200);
    const held = await query(workspace.id, 'SELECT operation, private FROM quarantine ORDER BY private');
    expect(held).toEqual([
      { operation: operations[1]?.id, private: 0 },
      { operation: operations[0]?.id, private: 1 },
    ]);
  });
});
