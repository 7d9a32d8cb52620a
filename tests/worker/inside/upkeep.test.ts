import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { outcomesOf, type TestDevice } from '../device-client.ts';
import { command, keyOf, noon, person, sighting, touch, write, writeAt } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { query, send, setClock } from './send.ts';

const day = 86_400_000;

function stubOf(workspace: string) {
  return env.WORKSPACE.get(env.WORKSPACE.idFromName(workspace));
}

/** Lets the alarm ring until nothing is left that is due now. */
async function tidy(workspace: string, now: number): Promise<void> {
  let ms = 0;
  // The clock of the workspace decides what is due; when the alarm itself rings is up to the test.
  await setClock(workspace, () => now + ms);
  for (let rings = 0; rings < 200; rings += 1) {
    const before = JSON.stringify(await state(workspace));
    if (!(await runDurableObjectAlarm(stubOf(workspace)))) return;
    ms += 100;
    if (JSON.stringify(await state(workspace)) === before && rings > 0) return;
  }
  throw new Error('it never ends');
}

async function state(workspace: string) {
  return {
    log: await query(workspace, 'SELECT count(*) AS n, sum(n) AS ids, max(entries) AS entries FROM log'),
    newest: await query(workspace, 'SELECT live, entries FROM log ORDER BY seq DESC LIMIT 1'),
    gone: await query(workspace, 'SELECT count(*) AS n FROM rec WHERE gone > 0'),
    floor: await query(workspace, 'SELECT floor FROM meta'),
  };
}

/** A touch that is in the pool and then erased everywhere. */
async function erased(device: TestDevice, n: number): Promise<{ mail: string; seen: string }> {
  const [mail, seen] = [randomId(), randomId()];
  await device.push(
    write(touch(mail, { strong: keyOf(`mail ${n}`) }), sighting(seen, randomId(), { touch: mail })),
  );
  await device.push(command({ name: 'withdraw-touch', touch: mail }));
  return { mail, seen };
}

describe('deletions', () => {
  test('are remembered for 90 days and then forgotten, with a floor under every cursor', async () => {
    const { id, admin } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const before = (await admin.pull()).cursor.seq;
    const { mail, seen } = await erased(admin, 1);
    const gone = (await admin.pull()).cursor.seq;
    await admin.push(write(person(randomId())));
    await tidy(id, noon + 90 * day);
    expect((await admin.rows()).get(mail)?.gone).toBe(true);
    await tidy(id, noon + 91 * day);
    const rows = await admin.rows();
    expect([rows.has(mail), rows.has(seen)]).toEqual([false, false]);
    expect(await query(id, 'SELECT floor FROM meta')).toEqual([{ floor: gone }]);
    const restart = { kind: 'restart', cursor: { seq: 0 } };
    expect(await admin.pull3(gone)).toMatchObject({ kind: 'page' });
    const late = await lateDevice(admin);
    expect(await late.pull3(before)).toMatchObject(restart);
    expect(await late.pull(gone - 1)).toMatchObject(restart);
  });

  test('of which there are more than 5,000 are forgotten sooner, the oldest first', async () => {
    const { id, admin } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const { mail } = await erased(admin, 1);
    // What two thousand withdrawals would leave.
    await query(
      id,
      `INSERT INTO rec (id, kind, seq, gone, data)
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5003)
       SELECT printf('%026d', i), 'touch', 1000 + i, ${Math.floor(noon / day)}, '{}' FROM n`,
    );
    await admin.push(command({ name: 'withdraw-touch', touch: (await erased(admin, 2)).mail }));
    await tidy(id, noon);
    expect((await state(id)).gone).toEqual([{ n: 5000 }]);
    expect((await admin.rows()).has(mail)).toBe(false);
  });

  test('that are forgotten cannot be taken back by who was away', async () => {
    const { id, admin, member } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const jonas = await member('Jonas Weber', 'rep');
    const { mail, seen } = await erased(admin, 1);
    await tidy(id, noon + 91 * day);
    const answer = await jonas.push(
      write(sighting(seen, randomId())),
      write(touch(mail)),
      write(person(seen)),
    );
    expect(outcomesOf(answer)).toEqual([
      'rejected no-such-record',
      'rejected no-such-record',
      'rejected id-in-use',
    ]);
    const rows = await admin.rows();
    expect([rows.has(mail), rows.has(seen)]).toEqual([false, false]);
  });

  test('that are forgotten let a device of an older version pull everything from 0, page by page', async () => {
    const { id, admin, member } = await foundWorkspace(send);
    await setClock(id, () => noon);
    for (let i = 0; i < 20; i += 1) await admin.push(writeAt(noon + i, person(randomId())));
    await erased(admin, 1);
    await tidy(id, noon + 91 * day);
    const jonas = await member('Jonas Weber', 'rep');
    let since = 0;
    const seen = new Set<string>();
    for (let more = true; more; ) {
      const page = await jonas.pull(since, 3);
      if (page.kind !== 'page') throw new Error('asked to begin again');
      for (const row of page.rows) seen.add(row.id);
      since = page.cursor.seq;
      more = page.more;
    }
    expect(seen).toEqual(new Set((await admin.rows()).keys()));
  });
});

/** The same member's other device, which never pulled from 0. */
async function lateDevice(admin: TestDevice): Promise<TestDevice> {
  const { joined, credentialOf } = await import('../made-up-workspace.ts');
  const body = { name: 'Vera Novak', email: 'vera.novak@tidewater.test', role: 'admin' };
  const { link } = (await (await admin.post('/v1/invitations', body)).json()) as { link: string };
  return joined(send, credentialOf(link));
}

describe('the log', () => {
  test('is bounded by the rows that there are, however often they change, and every cursor still gets everything', async () => {
    const { id, admin } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const ids = Array.from({ length: 300 }, () => randomId());
    const cursors: number[] = [];
    for (let round = 0; round < 90; round += 1) {
      const stamp = `0192aabbccdd-${round.toString(16).padStart(4, '0')}-test`;
      // Now all of them, now a part: some numbers are left with few that have not moved on.
      const some = ids.filter((_, i) => round % 3 === 0 || i % 3 === round % 3);
      const all = some.map((one) => person(one, `Name ${round}`, { rank: 'person' }));
      const { seq } = await admin.push({ ...write(...all), stamp });
      cursors.push(seq);
    }
    const before = await state(id);
    const rows = await admin.rows();
    await query(id, 'UPDATE log SET entries = entries + 100000 WHERE seq = (SELECT max(seq) FROM log)');
    // What it remembers of the log goes with it.
    await evictDurableObject(stubOf(id));
    await setClock(id, () => noon);
    await admin.push(writeAt(noon, person(ids[0] ?? '', 'Last', { rank: 'person' })));
    await tidy(id, noon);
    const after = await state(id);
    expect(Number(before.log[0]?.ids)).toBeGreaterThan(10_000);
    expect(Number(after.log[0]?.ids)).toBeLessThanOrEqual(2 * rows.size + 2);
    expect(await query(id, 'SELECT sum(n) AS n FROM log')).toEqual([{ n: after.log[0]?.ids }]);
    const now = await admin.rows();
    expect(now.size).toBe(rows.size);
    for (const since of cursors.filter((_, i) => i % 10 === 0)) {
      const page = await admin.pull(since);
      if (page.kind !== 'page') throw new Error('asked to begin again');
      const due = [...now.values()].filter(({ seq }) => seq > since);
      expect(page.rows.map((row) => row.id).toSorted()).toEqual(due.map((row) => row.id).toSorted());
    }
  });

  test('is left alone by an object that was put to sleep and has nothing to tidy up', async () => {
    const { id, admin } = await foundWorkspace(send);
    await admin.push(write(person(randomId())));
    await evictDurableObject(stubOf(id));
    expect(await runDurableObjectAlarm(stubOf(id))).toBe(false);
    expect((await admin.rows()).size).toBe(3);
  });
});
