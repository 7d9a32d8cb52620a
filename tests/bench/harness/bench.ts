import { type Figure, measuredFigure, missingFigure, type Planned } from './figure.ts';

/** What a benchmark gets to work with. */
export type BenchRun = {
  /** Take a fraction of the runs. */
  quick: boolean;
  /** Where labelled sets lie, as given after the benchmark's name. */
  folder: string | undefined;
  /** Aborts when the time is up: stop what was started and return. */
  signal: AbortSignal;
  /** A line for the person who waits. */
  log(line: string): void;
  /** Gives one planned figure its value. A value that is no number counts as not had. */
  report(name: string, value: number, n: number): void;
  /** Says why one planned figure cannot be had. */
  cannot(name: string, why: string): void;
};

/** A benchmark: `tests/bench/<name>/run.ts` exports one as `bench`. */
export type Bench = {
  /** Every figure, in the order in which they are printed. */
  plan: readonly Planned[];
  run(run: BenchRun): Promise<void>;
};

export type BenchLimits = {
  /** `signal` aborts after this long. */
  workMs: number;
  /** And this much later nobody waits any more. */
  graceMs: number;
};

/**
 * Runs a benchmark and gives every planned figure, in order, measured or with a reason. Never rejects: what the
 * benchmark throws becomes the reason of the figures that it still owed.
 */
export async function collectFigures(
  bench: Bench,
  limits: BenchLimits | null,
  { signal: stop, ...given }: Pick<BenchRun, 'quick' | 'folder' | 'log' | 'signal'>,
): Promise<Figure[]> {
  const had = new Map<string, Figure>();
  const planned = (name: string): Planned => {
    const found = bench.plan.find((one) => one.name === name);
    if (found === undefined) throw new Error(`"${name}" is not in the plan of this benchmark`);
    return found;
  };
  const timer = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  let owed = 'the benchmark ended without it';
  const outOfTime = new Promise<void>((done) => {
    if (limits === null) return;
    timers.push(
      setTimeout(() => {
        owed = `not within ${Math.round(limits.workMs / 1000)} s`;
        timer.abort();
      }, limits.workMs),
      setTimeout(done, limits.workMs + limits.graceMs),
    );
  });
  const work = bench
    .run({
      ...given,
      signal: AbortSignal.any([timer.signal, stop]),
      report: (name, value, n) => {
        const figure = planned(name);
        had.set(
          name,
          Number.isFinite(value)
            ? measuredFigure(figure, value, n)
            : missingFigure(figure, 'nothing was measured'),
        );
      },
      cannot: (name, why) => void had.set(name, missingFigure(planned(name), why)),
    })
    .catch((error: unknown) => {
      if (!timer.signal.aborted)
        owed = `the benchmark broke: ${error instanceof Error ? error.message : error}`;
    });
  await Promise.race([work, outOfTime]);
  for (const one of timers) clearTimeout(one);
  return bench.plan.map((figure) => had.get(figure.name) ?? missingFigure(figure, owed));
}
