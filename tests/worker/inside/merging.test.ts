import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { type Pair, pairId } from '../../../shared/domain/pair.ts';
import { derivationFrom } from '../../../shared/identity/derived-ids.ts';
import { membersResponse } from '../../../shared/protocol/members.ts';
import type { Command } from '../../../shared/protocol/operation.ts';
import type { RegisterChange } from '../../../shared/sync/change.ts';
import { makeStamp } from '../../../shared/sync/stamp.ts';
import { outcomesOf, type TestDevice } from '../device-client.ts';
import { account, command, noon, person, write, writeAt } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { query, send, setClock } from './send.ts';

const merge = (keep: string, other: string, kind: 'account' | 'person' = 'person'): Command => ({
  name: 'merge-records',
  kind,
  keep,
  other,
  reasons: ['same-name'],
});
const unmerge = (one: string, other: string, verdict: 'apart' | 'open' = 'apart'): Command => ({
  name: 'unmerge-records',
  one,
  other,
  verdict,
});
const notSame = (one: string, other: string): Command => ({ name: 'not-same', kind: 'person', one, other });

async function team() {
  const { id, admin, member } = await foundWorkspace(send);
  await setClock(id, () => noon);
  return {
    workspace: id,
    admin,
    jonas: await member('Jonas Weber', 'rep'),
    amira: await member('Amira Haddad', 'rep'),
    pim: await member('Pim Reader', 'viewer'),
  };
}

async function people(device: TestDevice, ...names: string[]): Promise<string[]> {
  const ids = names.map(() => randomId());
  await device.push(write(...ids.map((id, n) => person(id, names[n]))));
  return ids;
}

async function said(device: TestDevice, ...commands: Command[]): Promise<string[]> {
  return outcomesOf(await device.push(...commands.map(command)));
}

async function pairOf(device: TestDevice, a: string, b: string): Promise<Partial<Pair> | undefined> {
  return (await device.rows()).get(pairId(a, b))?.fact as Pair | undefined;
}

/** Everything but the pairs, as it lies in the pool. */
const recordsOf = (workspace: string) =>
  query(
    workspace,
    "SELECT id, kind, seq, gone, steward, touch, data FROM rec WHERE kind <> 'pair' ORDER BY id",
  );

describe('a merge', () => {
  test('is a row of its own that everybody sees, with who, why and when; the two records are not touched', async () => {
    const { workspace, jonas, amira } = await team();
    const [ines = '', twin = ''] = await people(jonas, 'Ines Gull', 'I. Gull');
    const before = await recordsOf(workspace);
    expect(await said(jonas, merge(ines, twin))).toEqual(['applied']);
    expect(await recordsOf(workspace)).toEqual(before);
    expect(await pairOf(amira, ines, twin)).toMatchObject({
      of: 'person',
      keep: ines,
      other: twin,
      verdict: 'same',
      reasons: ['same-name'],
      automatic: false,
      by: jonas.member,
    });
  });

  test('is undone to the last byte, and what was written to either since stays with it', async () => {
    const { workspace, jonas, amira } = await team();
    const [ines = '', twin = ''] = await people(jonas, 'Ines Gull', 'I. Gull');
    await said(jonas, merge(ines, twin));
    await amira.push(write(person(twin, 'I. Gull', { add: { phones: ['+49 1'] } })));
    const before = await recordsOf(workspace);
    expect(await said(amira, unmerge(twin, ines))).toEqual(['applied']);
    expect(await recordsOf(workspace)).toEqual(before);
    expect(await pairOf(jonas, ines, twin)).toMatchObject({ verdict: 'apart', by: amira.member });
    expect((await jonas.rows()).get(twin)?.sets?.phones).toHaveProperty(['+49 1']);
  });

  test('is written to the audit with the reason, and so is its undoing', async () => {
    const { workspace, jonas, amira } = await team();
    const [ines = '', twin = ''] = await people(jonas, 'Ines Gull', 'I. Gull');
    await said(jonas, merge(ines, twin));
    await said(amira, unmerge(ines, twin));
    const entries = await query(
      workspace,
      "SELECT member, action, subject, before, after FROM audit WHERE action LIKE '%merge%' ORDER BY number",
    );
    expect(entries).toMatchObject([
      { member: jonas.member, action: 'merge-records', subject: pairId(ines, twin) },
      { member: amira.member, action: 'unmerge-records', subject: pairId(ines, twin) },
    ]);
    expect(JSON.parse(String(entries[0]?.after))).toMatchObject({
      keep: ines,
      other: twin,
      reasons: ['same-name'],
    });
    expect(JSON.parse(String(entries[1]?.before))).toMatchObject({ verdict: 'same' });
  });

  test('is nobody’s who may only read', async () => {
    const { jonas, pim } = await team();
    const [ines = '', twin = ''] = await people(jonas, 'Ines Gull', 'I. Gull');
    const tried = [merge(ines, twin), notSame(ines, twin), unmerge(ines, twin)];
    expect(await said(pim, ...tried)).toEqual(tried.map(() => 'rejected not-allowed'));
    expect(await pairOf(jonas, ines, twin)).toBeUndefined();
  });

  test('needs two records of one kind that are there', async () => {
    const { jonas } = await team();
    const [ines = ''] = await people(jonas, 'Ines Gull');
    const gull = randomId();
    await jonas.push(write(account(gull)));
    expect(
      await said(
        jonas,
        merge(ines, randomId()),
        merge(ines, gull),
        merge(gull, ines, 'account'),
        merge(ines, ines),
      ),
    ).toEqual([...Array(3).fill('rejected no-such-record'), 'rejected bad-value']);
  });

  test('of two devices crosswise comes to one, in whichever order', async () => {
    for (const first of ['jonas', 'amira'] as const) {
      const { jonas, amira } = await team();
      const [ines = '', twin = ''] = await people(jonas, 'Ines Gull', 'I. Gull');
      const tries = {
        jonas: () => said(jonas, merge(ines, twin)),
        amira: () => said(amira, merge(twin, ines)),
      };
      const second = first === 'jonas' ? 'amira' : 'jonas';
      expect([await tries[first](), await tries[second]()]).toEqual([['applied'], ['stale']]);
      expect(await pairOf(jonas, ines, twin)).toEqual(await pairOf(amira, ines, twin));
    }
  });

  test('that would close a circle says nothing new, so every merge that stands can be undone', async () => {
    const { jonas, amira } = await team();
    const [a = '', b = '', c = ''] = await people(jonas, 'A', 'B', 'C');
    expect(await said(jonas, merge(a, b), merge(b, c))).toEqual(['applied', 'applied']);
    expect(await said(amira, merge(c, a))).toEqual(['stale']);
    expect(await said(amira, unmerge(a, b), unmerge(b, c), unmerge(a, c))).toEqual([
      'applied',
      'applied',
      'rejected no-such-record',
    ]);
  });

  test('keeps its size within what can be read', async () => {
    const { jonas } = await team();
    const ids = await people(jonas, ...Array.from({ length: 101 }, (_, n) => `Twin ${n}`));
    const [first = '', ...rest] = ids;
    const outcomes = await said(jonas, ...rest.map((id) => merge(first, id)));
    expect(outcomes.slice(0, 99).every((one) => one === 'applied')).toBe(true);
    expect(outcomes.at(-1)).toBe('rejected bad-value');
  });

  test('is never sent to a device that speaks the first version, which could not read it', async () => {
    const { jonas } = await team();
    const [ines = '', twin = ''] = await people(jonas, 'Ines Gull', 'I. Gull');
    await said(jonas, merge(ines, twin));
    const answer = await jonas.get('/v1/pull?epoch=1&view=1&since=0&limit=2000');
    const page = (await answer.json()) as { rows: { kind: string }[]; cursor: { seq: number } };
    expect(page.rows.map(({ kind }) => kind)).not.toContain('pair');
    const newest = await jonas.pull();
    expect(newest).toMatchObject({ cursor: { seq: page.cursor.seq } });
  });
});

describe('what is not the same', () => {
  test('is said once for everybody, and can be taken back', async () => {
    const { jonas, amira } = await team();
    const [ines = '', twin = ''] = await people(jonas, 'Ines Gull', 'I. Gull');
    expect(await said(jonas, notSame(ines, twin))).toEqual(['applied']);
    expect(await said(amira, notSame(twin, ines))).toEqual(['stale']);
    expect(await pairOf(amira, ines, twin)).toMatchObject({ verdict: 'apart', by: jonas.member });
    const takeBack: Command = { name: 'maybe-same', one: twin, other: ines };
    expect(await said(amira, takeBack, takeBack)).toEqual(['applied', 'stale']);
    expect(await pairOf(jonas, ines, twin)).toMatchObject({ verdict: 'open' });
  });

  test('does not undo what a colleague merged meanwhile; a merge goes before it', async () => {
    const { jonas, amira } = await team();
    const [ines = '', twin = ''] = await people(jonas, 'Ines Gull', 'I. Gull');
    expect(await said(jonas, merge(ines, twin))).toEqual(['applied']);
    expect(await said(amira, notSame(ines, twin))).toEqual(['stale']);
    expect(await said(amira, unmerge(ines, twin), merge(ines, twin))).toEqual(['applied', 'applied']);
  });
});

describe('accounts of two stewards', () => {
  async function twoAccounts() {
    const { workspace, admin, jonas, amira } = await team();
    const [gull, daughters] = [randomId(), randomId()];
    await jonas.push(write(account(gull, 'Gull')));
    await amira.push(write(account(daughters, 'Gull & Daughters')));
    return { workspace, admin, jonas, amira, gull, daughters };
  }

  test('keep each their own, so undoing gives it back; the audit says who answers for both', async () => {
    const { workspace, admin, jonas, amira, gull, daughters } = await twoAccounts();
    await said(admin, merge(gull, daughters, 'account'));
    const stewards = async () => {
      const rows = await admin.rows();
      return [gull, daughters].map((id) => rows.get(id)?.decided?.steward);
    };
    expect(await stewards()).toEqual([jonas.member, amira.member]);
    const [entry] = await query(workspace, "SELECT after FROM audit WHERE action = 'merge-records'");
    expect(JSON.parse(String(entry?.after))).toMatchObject({
      stewards: { kept: jonas.member, merged: amira.member },
    });
    await said(admin, unmerge(gull, daughters));
    expect(await stewards()).toEqual([jonas.member, amira.member]);
  });

  test('count once, for whoever answers', async () => {
    const { admin, jonas, amira, gull, daughters } = await twoAccounts();
    await said(admin, merge(gull, daughters, 'account'));
    const { members } = v.parse(membersResponse, await (await admin.get('/v1/members')).json());
    const counts = new Map(members.map(({ id, accounts }) => [id, accounts]));
    expect([counts.get(jonas.member), counts.get(amira.member)]).toEqual([1, 0]);
  });

  test('cannot be taken over while somebody answers for either', async () => {
    const { admin, jonas, gull, daughters } = await twoAccounts();
    await said(admin, merge(gull, daughters, 'account'));
    await admin.post(`/v1/members/${jonas.member}/status`, { status: 'departed' });
    expect(await said(admin, { name: 'take-account', account: gull })).toEqual(['rejected already-taken']);
    await said(admin, unmerge(gull, daughters));
    expect(await said(admin, { name: 'take-account', account: gull })).toEqual(['applied']);
  });
});

describe('the same address', () => {
  const holding = (id: string, ...emails: string[]): RegisterChange =>
    person(id, 'Ines Gull', { rank: 'person', add: { emails } });

  async function twoHolders(...emails: string[]) {
    const everybody = await team();
    const [older, newer] = [randomId(), randomId()];
    const { jonas, amira } = everybody;
    await jonas.push(writeAt(noon - 1000, holding(older, emails[0] ?? '')));
    await amira.push(write(holding(newer, 'other@gull.example')));
    return { ...everybody, older, newer };
  }

  test('makes two people one by itself, under the older, and says so', async () => {
    const { workspace, jonas, amira, older, newer } = await twoHolders('ines@gull.example');
    expect(await pairOf(jonas, older, newer)).toBeUndefined();
    await amira.push(write(holding(newer, 'ines@gull.example')));
    expect(await pairOf(jonas, older, newer)).toMatchObject({
      keep: older,
      other: newer,
      verdict: 'same',
      reasons: ['same-email'],
      automatic: true,
      by: amira.member,
    });
    expect(await query(workspace, "SELECT count(*) AS n FROM audit WHERE action = 'merge-records'")).toEqual([
      { n: 1 },
    ]);
  });

  test('within one push, and where the newer one is written first', async () => {
    const { jonas } = await team();
    const [older, newer] = [randomId(), randomId()];
    await jonas.push(
      writeAt(noon, holding(newer, 'ines@gull.example')),
      writeAt(noon - 5000, holding(older, 'ines@gull.example')),
    );
    expect(await pairOf(jonas, older, newer)).toMatchObject({ keep: older, automatic: true });
  });

  test('of a mailbox that several read merges nobody', async () => {
    const { jonas, amira, older, newer } = await twoHolders('info@gull.example');
    await amira.push(write(holding(newer, 'info@gull.example')));
    expect(await pairOf(jonas, older, newer)).toBeUndefined();
  });

  test.each(['apart', 'open'] as const)('never merges again what was undone (%s)', async (verdict) => {
    const { jonas, amira, older, newer } = await twoHolders('ines@gull.example');
    await amira.push(write(holding(newer, 'ines@gull.example')));
    await said(jonas, unmerge(older, newer, verdict));
    await jonas.push(write(holding(older, 'other@gull.example')));
    await amira.push(write(holding(newer, 'third@gull.example')));
    await jonas.push(write(holding(older, 'third@gull.example')));
    expect(await pairOf(jonas, older, newer)).toMatchObject({ verdict });
  });

  test('does not bring together by a third what was set apart', async () => {
    const { jonas, amira, older, newer } = await twoHolders('ines@gull.example');
    const [third = ''] = await people(jonas, 'Third');
    await said(jonas, notSame(older, newer), merge(older, third));
    await amira.push(
      write(holding(newer, 'third@gull.example')),
      write(holding(third, 'third@gull.example')),
    );
    expect(await pairOf(jonas, newer, third)).toBeUndefined();
  });

  test('finds whoever has the id that the address gives, of whom no table says so', async () => {
    const { workspace, jonas, amira } = await team();
    const { personId } = await derivationFrom(jonas.key);
    const emails = ['ines@gull.example', 'ines@tern.example'] as const;
    const [ines, other] = [await personId(emails[0]), randomId()];
    await jonas.push(writeAt(noon - 1000, person(ines, 'Ines', { add: { emails: [...emails] } })));
    expect(await query(workspace, 'SELECT email, person FROM person_email')).toEqual([
      { email: emails[1], person: ines },
    ]);
    await amira.push(write(holding(other, emails[0])));
    expect(await pairOf(jonas, ines, other)).toMatchObject({ keep: ines, verdict: 'same', automatic: true });
  });

  test('finds nobody who has the id that the address gives, but not the address any more', async () => {
    const { jonas, amira } = await team();
    const { personId } = await derivationFrom(jonas.key);
    const email = 'ines@gull.example';
    const [ines, other] = [await personId(email), randomId()];
    const stamp = makeStamp(noon - 1000, 0, 'test');
    await jonas.push(writeAt(noon - 1000, holding(ines, email)));
    await jonas.push(
      write({ on: 'person', id: ines, rank: 'person', drop: { emails: { [email]: [stamp] } } }),
    );
    await amira.push(write(holding(other, email)));
    expect(await pairOf(jonas, ines, other)).toBeUndefined();
    await jonas.push(write(holding(ines, email)));
    expect(await pairOf(jonas, ines, other)).toMatchObject({ verdict: 'same' });
  });

  test('that was taken away holds nobody any more', async () => {
    const { jonas, amira, older, newer } = await twoHolders('ines@gull.example');
    const tags = (await jonas.rows()).get(older)?.sets?.emails?.['ines@gull.example'] ?? [];
    expect(tags).toEqual([makeStamp(noon - 1000, 0, 'test')]);
    const drop = { emails: { 'ines@gull.example': tags } };
    await jonas.push(write({ on: 'person', id: older, rank: 'person', drop }));
    await amira.push(write(holding(newer, 'ines@gull.example')));
    expect(await pairOf(jonas, older, newer)).toBeUndefined();
  });
});
