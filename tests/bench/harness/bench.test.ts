import { expect, it } from 'vitest';
import { type Bench, type BenchRun, collectFigures } from './bench.ts';

const plan = [
  { name: 'a', unit: 'ms', aim: '<= 50' },
  { name: 'b', unit: '', aim: '= 0' },
];
const forever = new AbortController().signal;

const figuresOf = (
  run: (run: BenchRun) => Promise<void>,
  limits: { workMs: number; graceMs: number } | null = null,
) => {
  const bench: Bench = { plan, run };
  return collectFigures(bench, limits, { quick: true, folder: undefined, log: () => {}, signal: forever });
};

it('prints every planned figure in the order of the plan', async () => {
  const figures = await figuresOf(async ({ report, cannot }) => {
    cannot('b', 'takes an hour');
    report('a', 40, 7);
  });
  expect(figures).toEqual([
    { ...plan[0], value: 40, n: 7, met: true },
    { ...plan[1], value: null, n: 0, met: null, why: 'takes an hour' },
  ]);
});

it('keeps what was had when the benchmark breaks, and says why of the rest', async () => {
  const figures = await figuresOf(async ({ report }) => {
    report('a', 60, 1);
    throw new Error('the browser is gone');
  });
  expect(figures.map(({ met, why }) => [met, why])).toEqual([
    [false, undefined],
    [null, 'the benchmark broke: the browser is gone'],
  ]);
});

it('says so where the benchmark forgets a figure, or measures no number', async () => {
  const figures = await figuresOf(async ({ report }) => report('a', Number.NaN, 0));
  expect(figures.map(({ why }) => why)).toEqual(['nothing was measured', 'the benchmark ended without it']);
});

it('refuses a figure that is not in the plan', async () => {
  const figures = await figuresOf(async ({ report }) => report('c', 1, 1));
  expect(figures[0]?.why).toContain('"c" is not in the plan');
});

it('does not wait for one that ignores the end of its time', async () => {
  let told = false;
  const figures = await figuresOf(
    ({ signal, report }) => {
      report('a', 1, 1);
      signal.addEventListener('abort', () => {
        told = true;
      });
      return new Promise(() => {});
    },
    { workMs: 10, graceMs: 10 },
  );
  expect(told).toBe(true);
  expect(figures.map(({ value, why }) => value ?? why)).toEqual([1, 'not within 0 s']);
});
