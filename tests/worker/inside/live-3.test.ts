import { describe, expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { compactChange, expandChange } from '../../../shared/protocol/compact-operation.ts';
import { liveProtocol3, type PokedStep } from '../../../shared/protocol/live-3.ts';
import { applyChange } from '../../../shared/sync/apply-change.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { unpackRow } from '../../../shared/sync/packed-row.ts';
import type { RecordState, Row } from '../../../shared/sync/row.ts';
import type { TestDevice } from '../device-client.ts';
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
import { type Listener, listen, ticketFor, upgrade } from './listen.ts';
import { send, setClock } from './send.ts';

/** A device of version 3 as far as pokes are concerned: takes each step that follows what it holds, and else pulls. */
async function follower(device: TestDevice) {
  const heard = await listen(device, liveProtocol3);
  const rows = new Map<string, Row>();
  let at = 0;
  const pulls: number[] = [];
  const pull = async () => {
    const page = await device.pull3(at);
    if (page.kind !== 'page') throw new Error('not a page');
    for (const row of page.rows) rows.set(row[1], unpackRow(row));
    at = page.cursor.seq;
    pulls.push(at);
  };
  await pull();
  const take = (step: PokedStep): boolean => {
    const [from, seq, what, list] = step;
    if (seq <= at) return true;
    if (from !== at) return false;
    if (what === 'rows') for (const row of list) rows.set(row[1], unpackRow(row));
    else
      for (const [stamp, changes] of list) for (const raw of changes) lay(expandChange(raw, ''), stamp, seq);
    at = seq;
    return true;
  };
  const lay = (raw: unknown, stamp: string, seq: number) => {
    const change = raw as Change;
    const held = rows.get(change.id);
    if (held === undefined) return;
    const { kind, id, seq: _seq, gone, ...state } = held;
    rows.set(id, { kind, id, seq, gone, ...applyChange(state as RecordState, change, stamp).state });
  };
  return {
    heard,
    rows,
    pulls,
    /** Until it stands at `seq` or beyond. */
    async follow(seq: number) {
      while (at < seq) {
        const message = await heard.next();
        if (message === 'closed' || message.type !== 'poke') throw new Error('the connection ended');
        if (!(message.steps ?? []).every(take) || at < message.seq) await pull();
      }
    },
  };
}

/** Past all that was still waiting to be poked when the device connected. */
async function warmedUp(admin: TestDevice, device: TestDevice) {
  const follow = await follower(device);
  const { seq } = await admin.push3(write(person(randomId())));
  await follow.follow(seq);
  return { ...follow, since: seq };
}

/** The last message, in bytes. */
function lastBytes({ texts }: Listener): number {
  return new TextEncoder().encode(texts.at(-1)).length;
}

describe('a poke of version 3', () => {
  test('carries one change in at most 200 bytes, and what it gives is what the pool holds', async () => {
    const { id, admin, member } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const jonas = await member('Jonas Weber', 'rep');
    const ines = randomId();
    await admin.push3(write(person(ines)));
    const follow = await warmedUp(admin, jonas);
    const change = person(ines, 'Ines Gull-Henriksen', { rank: 'person' });
    const { seq } = await admin.push3({ ...write(change), stamp: `0192aabbccdd-0000-${admin.device}` });
    await follow.follow(seq);
    expect(follow.pulls.every((at) => at <= follow.since)).toBe(true);
    expect(lastBytes(follow.heard)).toBeLessThanOrEqual(200);
    expect(follow.rows.get(ines)).toEqual((await jonas.rows()).get(ines));
  });

  test('carries whole rows where changes do not tell: what is new, commands, links and merges', async () => {
    const { admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    const follow = await follower(jonas);
    const [gull, ines, double, mail] = [randomId(), randomId(), randomId(), randomId()];
    const emails = { add: { emails: ['ines@gull.example'] } };
    const pushes = [
      write(account(gull), person(ines, 'Ines', emails), sighting(randomId(), ines)),
      write(touch(mail, { strong: keyOf('mail') })),
      write(touch(randomId(), { strong: keyOf('mail') })),
      write(person(double, 'I. Gull', emails)),
      command({ name: 'unlink-touch', touch: mail }),
      command({ name: 'withdraw-touch', touch: mail }),
    ];
    for (const operation of pushes) await follow.follow((await admin.push3(operation)).seq);
    expect(follow.pulls).toHaveLength(1);
    expect(follow.rows).toEqual(await jonas.rows());
  });

  test('says what the server made of a stamp that runs ahead, and of a removal', async () => {
    const { id, admin, member } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const jonas = await member('Jonas Weber', 'rep');
    const ines = randomId();
    await admin.push3(write(person(ines)));
    const follow = await follower(jonas);
    const ahead = noon + 3_600_000;
    const add = writeAt(ahead, person(ines, 'Ines', { rank: 'person', add: { phones: ['+49 30 1'] } }));
    await follow.follow((await admin.push3(add)).seq);
    const drop = { phones: { '+49 30 1': [add.stamp] } };
    await follow.follow((await admin.push3(write({ on: 'person', id: ines, rank: 'person', drop }))).seq);
    expect(follow.pulls).toHaveLength(1);
    expect(follow.rows).toEqual(await jonas.rows());
    expect(follow.rows.get(ines)?.sets).toEqual({ phones: {} });
  });

  test('of many small pushes at once carries each that fits, in order, and never one that its device brought', async () => {
    const { admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    const ids = Array.from({ length: 30 }, () => randomId());
    await admin.push3(write(...ids.map((one) => person(one))));
    const follow = await warmedUp(admin, jonas);
    const own = new Set<number>();
    for (const [i, one] of ids.entries()) {
      const by = i % 7 === 3 ? jonas : admin;
      const change = writeAt(noon + i, person(one, `Name ${i}`, { rank: 'person' }));
      const { from } = await by.push3(change);
      if (by === jonas) own.add(from);
    }
    await follow.follow((await admin.push3(write(person(randomId())))).seq);
    expect(follow.rows).toEqual(await jonas.rows());
    const steps = follow.heard.texts.flatMap(
      (text) => (JSON.parse(text) as { steps?: PokedStep[] }).steps ?? [],
    );
    const froms = steps.map(([from]) => from);
    expect(froms.filter((from) => own.has(from))).toEqual([]);
    expect(froms).toEqual([...new Set(froms)].toSorted((a, b) => a - b));
  });

  test('of more than 64 KB says the number alone', async () => {
    const { admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    const follow = await warmedUp(admin, jonas);
    const many = Array.from({ length: 400 }, (_, i) => person(randomId(), `Name ${i} ${'x'.repeat(180)}`));
    const { seq } = await admin.push3(write(...many));
    await follow.follow(seq);
    expect(JSON.parse(follow.heard.texts.at(-1) ?? '')).toEqual({ type: 'poke', seq });
    expect(follow.rows).toEqual(await jonas.rows());
  });

  test('is asked for by name: beside it older connections hear what they always did', async () => {
    const { admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    const ticket = await ticketFor(jonas);
    const both = await upgrade(ticket, `holdfast.live.3, holdfast.live.1, ticket.${ticket}`);
    expect(both.headers.get('sec-websocket-protocol')).toBe('holdfast.live.3');
    both.webSocket?.accept();
    both.webSocket?.close();
    const old = await listen(jonas);
    const { seq } = await admin.push3(write(person(randomId())));
    let heard = await old.next();
    while (heard !== 'closed' && heard.type === 'poke' && heard.seq < seq) heard = await old.next();
    expect(heard).toEqual({ type: 'poke', seq });
  });
});

test('a poke says nothing of what its member may not see, and the number goes on', async () => {
  const { admin, member } = await foundWorkspace(send);
  const jonas = await member('Jonas Weber', 'rep');
  const gull = randomId();
  await admin.push3(write(account(gull, 'Gull')));
  const follow = await warmedUp(admin, jonas);
  await follow.follow((await admin.push3(command({ name: 'restrict-account', account: gull }))).seq);
  expect(follow.rows.get(gull)).toMatchObject({ gone: true });
  const { seq } = await admin.push3(write(account(gull, 'Hush', { rank: 'person' })));
  await follow.follow(seq);
  await follow.follow(
    (await admin.push3(write(touch(randomId(), { accounts: [gull], subject: 'Hush' })))).seq,
  );
  await follow.follow((await admin.push3(command({ name: 'open-account', account: gull }))).seq);
  expect(follow.pulls.every((at) => at <= follow.since)).toBe(true);
  expect(follow.rows).toEqual(await jonas.rows());
  expect(follow.heard.texts.slice(0, -1).join()).not.toContain('Hush');
});

test('a poke says no more than its number to who sees other rows from then on', async () => {
  const { admin, member } = await foundWorkspace(send);
  const jonas = await member('Jonas Weber', 'rep');
  const follow = await warmedUp(admin, jonas);
  await admin.post(`/v1/members/${jonas.member}/role`, { role: 'viewer' });
  const { seq } = (await admin.pull()).cursor;
  let heard = await follow.heard.next();
  while (heard !== 'closed' && heard.type === 'poke' && heard.seq < seq) heard = await follow.heard.next();
  expect(heard).toEqual({ type: 'poke', seq });
  expect(await jonas.pull3(seq - 1)).toMatchObject({ kind: 'restart' });
});

// The leaver's socket is being closed, and still listed, when all others are told: before or after theirs.
describe.each(['suspended', 'departed'])('that somebody is %s', (status) => {
  test.each(['first', 'last'])('takes nothing from the others where they connected %s', async (when) => {
    const { admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    const amira = await member('Amira Haddad', 'rep');
    const gull = randomId();
    await jonas.push3(write(account(gull, 'Gull')));
    const before = when === 'last' ? await listen(jonas, liveProtocol3) : null;
    const follow = await warmedUp(admin, amira);
    const atJonas = before ?? (await listen(jonas, liveProtocol3));
    await admin.post(`/v1/members/${jonas.member}/status`, { status });
    await follow.follow((await amira.pull()).cursor.seq);
    expect(follow.pulls.every((at) => at <= follow.since)).toBe(true);
    expect(follow.rows).toEqual(await amira.rows());
    expect(follow.rows.get(gull)).toMatchObject({ gone: false });
    expect(atJonas.texts.at(-1)).toBe('{"type":"revoked"}');
  });
});

test('a compact change keeps its tags whole where no device is left out', () => {
  const change = person(randomId(), '', {
    rank: 'person',
    drop: { phones: { '1': ['0192aabbccdd-0000-a'] } },
  });
  expect(expandChange(compactChange(change, ''), '')).toEqual(change);
});
