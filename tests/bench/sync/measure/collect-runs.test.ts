import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Pages } from '../machine/serve-pages.ts';
import type { Subject } from '../subjects/subject.ts';
import { collectRuns } from './collect-runs.ts';
import { type KeptRuns, keptRuns } from './kept-runs.ts';
import type { Run } from './one-run.ts';

const pages: Pages = { url: () => '', script: async () => '', close: async () => {} };
const subject = (name: string): Subject => ({
  name,
  page: '',
  live: true,
  startServer: () => Promise.reject(new Error('no server here')),
});
const run: Run = {
  pushMs: 1,
  pullMs: 1,
  wire: null,
  memory: { a: 0, b: 0, server: 0 },
  stored: { a: 0, b: 0, server: 0 },
  changes: null,
};

async function collected(
  rounds: number,
  counted: boolean,
  failing: string | null = null,
  kept: KeptRuns | null = null,
) {
  const order: string[] = [];
  const all = await collectRuns(
    {
      once: async ({ name }, _pages, { counted, changes }) => {
        order.push(counted ? `${name} counted, ${changes} changes` : name);
        if (name === failing) throw new Error('over 300 s\nat somewhere');
        return run;
      },
      pages,
      subjects: ['ours', 'floor', 'yjs'].map(subject),
      size: 1000,
      rounds,
      counted,
      changes: 40,
      patienceMs: 1,
      kept,
    },
    { log: () => {}, signal: new AbortController().signal },
  );
  return { order, all };
}

it('goes round in the other order each time, so that a machine that slows down treats all alike', async () => {
  const { order, all } = await collected(3, false);
  expect(order).toEqual(['ours', 'floor', 'yjs', 'yjs', 'floor', 'ours', 'ours', 'floor', 'yjs']);
  expect(all.get('yjs')?.runs).toHaveLength(3);
});

it('counts bytes in a first run of each that is not among the timed ones', async () => {
  const { order, all } = await collected(1, true);
  expect(order[0]).toBe('yjs counted, 0 changes');
  expect(all.get('ours')).toMatchObject({ runs: [run], counted: run, why: null });
});

it('does not try again what failed, and says why in one line', async () => {
  const { order, all } = await collected(3, false, 'floor');
  expect(order.filter((name) => name === 'floor')).toHaveLength(1);
  expect(all.get('floor')).toEqual({ runs: [], counted: null, why: 'over 300 s' });
  expect(all.get('ours')?.runs).toHaveLength(3);
});

it('goes on where a stopped benchmark of the same programs ended, and begins anew with others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-kept-'));
  try {
    await collected(2, true, null, keptRuns(folder, ['page', 'worker']));
    const more = await collected(3, true, null, keptRuns(folder, ['page', 'worker']));
    expect(more.order).toEqual(['ours', 'floor', 'yjs']);
    expect(more.all.get('yjs')).toMatchObject({ runs: [run, run, run], counted: run });
    const others = await collected(1, false, null, keptRuns(folder, ['page', 'another worker']));
    expect(others.order).toEqual(['ours', 'floor', 'yjs']);
    await keptRuns(folder, ['page', 'another worker']).drop();
    expect((await keptRuns(folder, ['page', 'another worker']).load(1000)).size).toBe(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
