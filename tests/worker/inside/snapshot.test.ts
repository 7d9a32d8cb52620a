import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import {
  type SegmentHead,
  segmentHead,
  snapshotEnd,
  snapshotHead,
} from '../../../shared/protocol/snapshot.ts';
import { isPackedRow, type PackedRow, unpackRow } from '../../../shared/sync/packed-row.ts';
import { refusal, type TestDevice } from '../device-client.ts';
import { account, command, keyOf, person, touch, write } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { send } from './send.ts';

type Got = { seq: number; rows: PackedRow[]; heads: SegmentHead[]; whole: boolean };

async function ask(device: TestDevice, query = ''): Promise<string> {
  const response = await device.get(`/v1/snapshot?proto=3&epoch=1&view=${device.cursor.view}${query}`);
  expect(response.status).toBe(200);
  return response.text();
}

/** Reads as a device does: whole segments only, each checked by its length and hash. */
async function read(text: string): Promise<Got> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  const line = () => {
    const end = bytes.indexOf(10, at);
    if (end === -1) return null;
    const taken = new TextDecoder().decode(bytes.subarray(at, end));
    at = end + 1;
    return JSON.parse(taken) as unknown;
  };
  const head = v.parse(snapshotHead, line());
  if (head.kind !== 'snapshot') throw new Error('asks to begin again');
  const got: Got = { seq: head.seq, rows: [], heads: [], whole: false };
  for (;;) {
    const next = line();
    if (next === null) return got;
    const end = v.safeParse(snapshotEnd, next);
    if (end.success) {
      expect(end.output).toEqual({ kind: 'end', rows: got.rows.length, segments: got.heads.length });
      return { ...got, whole: true };
    }
    const segment = v.parse(segmentHead, next);
    const body = bytes.slice(at, at + segment.bytes);
    if (body.length < segment.bytes || bytes[at + segment.bytes] !== 10) return got;
    at += segment.bytes + 1;
    expect(new Uint8Array(await crypto.subtle.digest('SHA-256', body)).toHex()).toBe(segment.sha256);
    const rows: unknown = JSON.parse(new TextDecoder().decode(body));
    if (!Array.isArray(rows) || !rows.every(isPackedRow)) throw new Error('not packed rows');
    expect(rows.length).toBe(segment.rows);
    expect(rows.at(-1)?.[1]).toBe(segment.last);
    got.rows.push(...rows);
    got.heads.push(segment);
  }
}

function byId(rows: readonly PackedRow[]) {
  return new Map(rows.map((row) => [row[1], unpackRow(row)]));
}

describe('a snapshot', () => {
  test('holds every live row once, in the order of ids, in segments that can be checked', async () => {
    const { admin } = await foundWorkspace(send);
    const mail = randomId();
    await admin.push(...Array.from({ length: 60 }, (_, i) => write(person(randomId(), `Gülsüm ${i}`))));
    await admin.push(write(account(randomId())), write(touch(mail, { strong: keyOf('mail') })));
    await admin.push(command({ name: 'withdraw-touch', touch: mail }));
    const got = await read(await ask(admin, '&rows=7'));
    expect(got.whole).toBe(true);
    expect(got.rows.map(([, id]) => id)).toEqual(got.rows.map(([, id]) => id).toSorted());
    expect(got.heads.every(({ rows }) => rows <= 7)).toBe(true);
    const all = await admin.rows();
    expect(got.seq).toBe((await admin.pull()).cursor.seq);
    all.delete(mail);
    expect(byId(got.rows)).toEqual(all);
  });

  test('goes on after any whole segment, and what changed meanwhile comes with the pull from its number', async () => {
    const { admin } = await foundWorkspace(send);
    const ids = Array.from({ length: 40 }, () => randomId()).toSorted();
    await admin.push(write(...ids.map((id) => person(id))));
    const first = await read(await ask(admin, '&rows=5'));
    const [head] = first.heads;
    const mail = randomId();
    await admin.push(
      write(
        person(ids[0] ?? '', 'Early', { rank: 'person' }),
        person(ids[39] ?? '', 'Late', { rank: 'person' }),
      ),
    );
    await admin.push(write(touch(mail, { strong: keyOf('mail') })));
    await admin.push(command({ name: 'withdraw-touch', touch: mail }));
    const rest = await read(await ask(admin, `&rows=5&seq=${first.seq}&after=${head?.last}`));
    expect(rest).toMatchObject({ seq: first.seq, whole: true });
    const held = byId([...first.rows.slice(0, head?.rows), ...rest.rows]);
    const tail = await admin.pull(first.seq);
    if (tail.kind !== 'page') throw new Error('not a page');
    for (const row of tail.rows) held.set(row.id, row);
    expect(held).toEqual(await admin.rows());
  });

  test('that is cut short anywhere never looks whole, and loses no more than its last segment', async () => {
    const { admin } = await foundWorkspace(send);
    await admin.push(write(...Array.from({ length: 20 }, (_, i) => person(randomId(), `Gülsüm ${i}`))));
    const text = await ask(admin, '&rows=5');
    const { heads } = await read(text);
    const firstLine = text.indexOf('\n') + 1;
    for (let at = firstLine; at < text.length; at += 17) {
      const cut = await read(text.slice(0, at));
      expect(cut.whole).toBe(false);
      expect(heads.slice(0, cut.heads.length)).toEqual(cut.heads);
    }
    expect((await read(text.slice(0, -1))).whole).toBe(false);
  });

  test.each([
    ['another epoch', '&epoch=2'],
    ['a number that is ahead', '&seq=99'],
  ])('of %s asks to begin again', async (_what, query) => {
    const { admin } = await foundWorkspace(send);
    const path = `/v1/snapshot?proto=3&view=${admin.cursor.view}&epoch=1${query}`.replace(
      '&epoch=1&epoch=2',
      '&epoch=2',
    );
    const answer: unknown = JSON.parse(await (await admin.get(path)).text());
    expect(v.parse(snapshotHead, answer)).toMatchObject({ kind: 'restart', cursor: { epoch: 1, seq: 0 } });
  });

  test.each(['', '?epoch=1', '?epoch=1&view=1&after=x', '?epoch=1&view=1&rows=0', '?epoch=1&view=1&seq=-1'])(
    'needs to know where to go on from, not "%s"',
    async (query) => {
      const { admin } = await foundWorkspace(send);
      expect(await refusal(await admin.get(`/v1/snapshot${query}`))).toBe('400 malformed');
    },
  );

  test('is compressed where that is taken', async () => {
    const { admin } = await foundWorkspace(send);
    const headers = { authorization: `Bearer ${admin.token}`, 'accept-encoding': 'gzip' };
    const answer = await send(`/v1/snapshot?proto=3&epoch=1&view=${admin.cursor.view}`, { headers });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    await answer.body?.cancel();
  });
});
