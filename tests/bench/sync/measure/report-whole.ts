import type { BenchRun } from '../../harness/bench.ts';
import { median, percentile } from '../../harness/statistics.ts';
import { figures, type Size } from '../plan.ts';
import { benchRecords } from '../records.ts';
import type { Collected } from './collect-runs.ts';

/** The figures that are taken from runs of several sizes, or of one alone. */
export function reportWhole(
  run: Pick<BenchRun, 'report' | 'cannot' | 'quick'>,
  collected: ReadonlyMap<Size, ReadonlyMap<string, Collected>>,
): void {
  const why = run.quick
    ? 'needs 100,000 records: run it without --quick'
    : 'Holdfast did not come to its end';
  const of = (size: Size) => collected.get(size)?.get('holdfast')?.runs ?? [];
  const sockets = (size: Size) => of(size).flatMap(({ changes }) => changes?.socketToSocket ?? []);
  const [small, large] = [sockets(1000), sockets(100_000)];
  if (small.length > 0 && large.length > 0)
    run.report(figures.flat.name, percentile(large, 0.5) / percentile(small, 0.5), large.length);
  else run.cannot(figures.flat.name, why);

  const payloads = [...of(1000), ...of(10_000), ...of(100_000)].flatMap(
    ({ changes }) => changes?.payload ?? [],
  );
  for (const [figure, way] of [
    [figures.payloadUp, 'up'],
    [figures.payloadDown, 'down'],
  ] as const) {
    if (payloads.length === 0) run.cannot(figure.name, 'Holdfast did not come to its end');
    else run.report(figure.name, Math.max(...payloads.map((payload) => payload[way])), payloads.length);
  }

  const whole = of(100_000);
  if (whole.length === 0) {
    for (const { name } of [figures.tab, figures.onDevice, figures.onServer]) run.cannot(name, why);
    return;
  }
  const json = JSON.stringify(benchRecords(1000)).length * 100;
  const middle = (value: (one: (typeof whole)[number]) => number) => median(whole.map(value));
  run.report(figures.tab.name, middle(({ memory }) => memory.b) / 1e6, whole.length);
  run.report(figures.onDevice.name, middle(({ stored }) => stored.b) / json, whole.length);
  run.report(figures.onServer.name, middle(({ stored }) => stored.server) / json, whole.length);
}
