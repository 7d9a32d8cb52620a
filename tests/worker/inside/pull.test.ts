import { describe, expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { problemOf, refusal, type TestDevice } from '../device-client.ts';
import { noon, person, write, writeAt } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { send } from './send.ts';

/** Every row's id from there on, and how many each page had. */
async function pullAll(device: TestDevice, start: number, limit: number) {
  const seen: string[] = [];
  const sizes: number[] = [];
  for (let since = start; ; ) {
    const page = await device.pull(since, limit);
    if (page.kind !== 'page') throw new Error('not a page');
    const seqs = page.rows.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    seen.push(...page.rows.map(({ id }) => id));
    sizes.push(page.rows.length);
    if (!page.more) {
      expect(await device.pull(page.cursor.seq)).toMatchObject({ kind: 'page', rows: [], more: false });
      return { seen, sizes: sizes.filter((size) => size > 0) };
    }
    expect(page.cursor.seq).toBeGreaterThan(since);
    since = page.cursor.seq;
  }
}

describe('pulling', () => {
  test('gives rows after the cursor, in order, page by page, each once at its latest place', async () => {
    const { admin } = await foundWorkspace(send);
    const ids = Array.from({ length: 25 }, () => randomId());
    const start = (await admin.pull()).cursor.seq;
    for (const id of ids) await admin.push(write(person(id)));
    await admin.push(write(person(ids[3] ?? '', 'Ines', { rank: 'person' })));
    const { seen, sizes } = await pullAll(admin, start, 10);
    expect(seen).toEqual([...ids.slice(0, 3), ...ids.slice(4), ids[3]]);
    expect(sizes.every((size) => size <= 10)).toBe(true);
    expect(sizes.length).toBeLessThanOrEqual(4);
  });

  test('ends a page where a transaction ends, also where that is later than was asked for', async () => {
    const { admin } = await foundWorkspace(send);
    const ids = Array.from({ length: 25 }, () => randomId());
    const start = (await admin.pull()).cursor.seq;
    await admin.push(write(...ids.map((id) => person(id))));
    await admin.push(write(person(randomId())));
    expect((await pullAll(admin, start, 10)).sizes).toEqual([25, 1]);
    expect((await pullAll(admin, start, 26)).sizes).toEqual([26]);
  });

  test('passes over what has moved on since, however much that is', async () => {
    const { admin } = await foundWorkspace(send);
    const [hot, cold] = [randomId(), randomId()];
    const start = (await admin.pull()).cursor.seq;
    await admin.push(write(person(cold)));
    for (let i = 0; i < 30; i += 1) {
      await admin.push(writeAt(noon + i, person(hot, `Ines ${i}`, { rank: 'person' })));
    }
    const { seen } = await pullAll(admin, start, 1);
    expect(seen).toEqual([cold, hot]);
  });

  test('bounds a page by its length too', async () => {
    const { admin } = await foundWorkspace(send);
    const start = (await admin.pull()).cursor.seq;
    const urls = (n: number) => Array.from({ length: 100 }, (_, i) => `${n}/${i}/${'x'.repeat(450)}`);
    for (let n = 0; n < 30; n += 1) {
      const id = randomId();
      for (let part = 0; part < 4; part += 1) {
        await admin.push(write(person(id, 'Ines', { add: { urls: urls(part) } })));
      }
    }
    const { seen, sizes } = await pullAll(admin, start, 2000);
    expect(seen).toHaveLength(30);
    expect(sizes.length).toBeGreaterThan(1);
  });

  test('begins again after a changed role, another epoch, and a cursor that is ahead of the server', async () => {
    const { admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    expect(await jonas.pull()).toMatchObject({ kind: 'page' });
    await admin.post(`/v1/members/${jonas.member}/role`, { role: 'viewer' });
    const { view } = jonas.cursor;
    const restart = { kind: 'restart', cursor: { epoch: 1, view: view + 1, seq: 0 } };
    expect(await jonas.pull()).toMatchObject(restart);
    const at = (epoch: number, since: number) =>
      jonas.get(`/v1/pull?epoch=${epoch}&view=${view + 1}&since=${since}&limit=10`);
    expect(await (await at(2, 0)).json()).toMatchObject(restart);
    expect(await (await at(1, 1_000_000)).json()).toMatchObject(restart);
    expect(await (await at(1, 0)).json()).toMatchObject({ kind: 'page' });
  });

  test('lets a viewer read', async () => {
    const { admin, member } = await foundWorkspace(send);
    const viewer = await member('Pim Reader', 'viewer');
    const ines = randomId();
    await admin.push(write(person(ines)));
    expect((await viewer.rows()).has(ines)).toBe(true);
  });

  test.each([
    'epoch=1&view=1&since=0',
    'epoch=1&view=1&since=-1&limit=10',
    'epoch=1&view=1&since=0&limit=2001',
    'epoch=1&view=1&since=0&limit=0',
    'epoch=one&view=1&since=0&limit=10',
    'epoch=1&view=1&since=1e3&limit=10',
    '',
  ])('needs a cursor and a limit, not "%s"', async (queryText) => {
    const { admin } = await foundWorkspace(send);
    expect(await refusal(await admin.get(`/v1/pull?${queryText}`))).toBe('400 malformed');
  });
});

describe('the policy', () => {
  const policy = {
    ownDomains: ['tidewater.test'],
    never: { addresses: ['doctor@gull.example'], domains: [], sites: [] },
    freemail: { also: ['freemail.example'], not: [] },
    keepSubject: false,
    keepPath: false,
  };

  test('is set by an admin, read by all, and pulled like any row', async () => {
    const { admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    const before = await (await jonas.get('/v1/policy')).json();
    expect(before).toMatchObject({ ownDomains: ['tidewater.test'], keepSubject: true });
    expect((await admin.send('PUT', '/v1/policy', policy)).status).toBe(204);
    expect(await (await jonas.get('/v1/policy')).json()).toEqual(policy);
    const rows = [...(await jonas.rows()).values()].filter(({ kind }) => kind === 'policy');
    expect(rows.map(({ fact }) => fact)).toEqual([policy]);
    expect(await refusal(await jonas.send('PUT', '/v1/policy', policy))).toBe('403 forbidden');
  });
});

describe('what comes in', () => {
  test('may be gzipped, and says so where it cannot be unpacked', async () => {
    const { admin } = await foundWorkspace(send);
    const text = JSON.stringify({ proto: 1, epoch: 1, from: null, operations: [write(person(randomId()))] });
    const body = await new Response(
      new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')),
    ).arrayBuffer();
    const push = (encoding: string, bytes: BodyInit) =>
      send('/v1/push', {
        method: 'POST',
        headers: { authorization: `Bearer ${admin.token}`, 'content-encoding': encoding },
        body: bytes,
      });
    expect(await refusal(await push('gzip', text))).toBe('400 malformed');
    expect(await refusal(await push('br', body))).toBe('400 malformed');
    expect(await refusal(await push('gzip', body.slice(0, -9)))).toBe('400 malformed');
    expect((await push('gzip', body)).status).toBe(200);
  });

  test('is cut off where it is too large, also once it is unpacked', async () => {
    const { admin } = await foundWorkspace(send);
    const headers = { authorization: `Bearer ${admin.token}` };
    const large = ' '.repeat(512 * 1024 + 1);
    expect(await refusal(await send('/v1/push', { method: 'POST', headers, body: large }))).toBe(
      '413 too-large',
    );
    const bomb = new Blob([' '.repeat(5 * 1024 * 1024)]).stream().pipeThrough(new CompressionStream('gzip'));
    const body = await new Response(bomb).arrayBuffer();
    expect(body.byteLength).toBeLessThan(10_000);
    const unpacked = await send('/v1/push', {
      method: 'POST',
      headers: { ...headers, 'content-encoding': 'gzip' },
      body,
    });
    expect(await refusal(unpacked)).toBe('413 too-large');
  });

  test('from a version that is no longer served is told so', async () => {
    const { admin } = await foundWorkspace(send);
    const old = { proto: 0, epoch: 1, from: null, operations: [write(person(randomId()))] };
    expect(await refusal(await admin.post('/v1/push', old))).toBe('426 upgrade-required');
  });
});

describe('an address that does not exist', () => {
  test.each([
    ['GET', '/v1/nothing', '404 not-found'],
    ['GET', '/v1/members/x', '404 not-found'],
    ['POST', '/v1/me', '405 method-not-allowed'],
    ['PATCH', '/v1/members/x/role', '405 method-not-allowed'],
  ])('%s %s is answered %s', async (method, path, expected) => {
    const answer = await send(path, { method });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await refusal(answer)).toBe(expected);
  });

  test('an admin who names no id is told that there is no such member', async () => {
    const { admin } = await foundWorkspace(send);
    const answer = await admin.post('/v1/members/nobody/status', { status: 'departed' });
    expect(await problemOf(answer)).toMatchObject({ status: 404 });
  });
});

test('any origin may ask, since nothing is opened by a cookie', async () => {
  const headers = {
    origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'authorization,content-type,content-encoding',
  };
  const answer = await send('/v1/policy', { method: 'OPTIONS', headers });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('access-control-allow-headers')).toMatch(/authorization/);
  expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
});
