import { expect, it } from 'vitest';
import { sizeFigures } from '../plan.ts';
import type { Collected } from './collect-runs.ts';
import type { Run } from './one-run.ts';
import { reportSize } from './report-sizes.ts';

const run = (pushMs: number, pullMs: number, wire: Run['wire'] = null): Run => ({
  pushMs,
  pullMs,
  wire,
  memory: { a: 0, b: 0, server: 0 },
  stored: { a: 0, b: 0, server: 0 },
  changes: null,
});
const collected = (runs: Run[], up = 0): Collected => ({
  runs,
  counted: run(0, 0, { up, down: 10 }),
  why: null,
});

function reported(collection: ReadonlyMap<string, Collected>, missing: string | null = null) {
  const said = new Map<string, number | string>();
  reportSize(
    {
      report: (name, value) => void said.set(name, value),
      cannot: (name, why) => void said.set(name, why),
    },
    1000,
    collection,
    missing,
  );
  return said;
}

const figures = sizeFigures(1000);

it('compares medians of push and pull together', () => {
  const said = reported(
    new Map([
      ['holdfast', collected([run(1, 9), run(10, 10), run(500, 500)], 50)],
      ['floor', collected([run(5, 5)])],
      ['yjs', collected([run(20, 20)], 100)],
      ['rxdb', collected([run(100, 100)], 200)],
    ]),
  );
  expect(said.get(figures.total.name)).toBe(20);
  expect(said.get(figures.floor.name)).toBe(2);
  expect(said.get(figures.fastest.name)).toBe(0.5);
  expect(said.get(figures.peers.rxdb.name)).toBe(10);
  expect(said.get(figures.up.name)).toBe(0.5);
  expect(said.get(figures.down.name)).toBe(1);
});

it('says of an engine that did not come to its end why, and compares with the others', () => {
  const said = reported(
    new Map([
      ['holdfast', collected([run(10, 10)])],
      ['yjs', { runs: [], counted: null, why: 'over 300 s' }],
      ['rxdb', collected([run(15, 15)])],
    ]),
  );
  expect(said.get(figures.peers.yjs.name)).toBe('over 300 s');
  expect(said.get(figures.fastest.name)).toBeCloseTo(2 / 3);
});

it('gives nothing a value where Holdfast itself failed', () => {
  const said = reported(new Map([['holdfast', { runs: [], counted: null, why: 'no browser' }]]));
  expect(new Set(said.values())).toEqual(new Set(['no browser']));
  expect(said.size).toBe(14);
});
