import type { BenchRun } from '../../harness/bench.ts';
import { median, percentile } from '../../harness/statistics.ts';
import { peerNames, type Size, sizeFigures } from '../plan.ts';
import type { Collected } from './collect-runs.ts';

export type Collection = ReadonlyMap<string, Collected>;

const total = (collected: Collected) => median(collected.runs.map(({ pushMs, pullMs }) => pushMs + pullMs));

/** Gives the figures of one size their values. `peersMissing`: why no peer ran, or null. */
export function reportSize(
  run: Pick<BenchRun, 'report' | 'cannot'>,
  size: Size,
  collection: Collection,
  peersMissing: string | null,
): void {
  const figures = sizeFigures(size);
  const own = collection.get('holdfast');
  if (own === undefined || own.runs.length === 0) {
    const why = own?.why ?? peersMissing ?? 'not run';
    for (const { name } of [
      ...Object.values({ ...figures, peers: figures.total }),
      ...Object.values(figures.peers),
    ])
      run.cannot(name, why);
    return;
  }
  const n = own.runs.length;
  const ours = total(own);
  run.report(figures.total.name, ours, n);
  const floor = collection.get('floor');
  if (floor !== undefined && floor.runs.length > 0) run.report(figures.floor.name, ours / total(floor), n);
  else run.cannot(figures.floor.name, floor?.why ?? 'not run');

  const ran = peerNames.flatMap((name) => {
    const collected = collection.get(name);
    const figure = figures.peers[name];
    if (collected !== undefined && collected.runs.length > 0) {
      run.report(figure.name, total(collected) / ours, collected.runs.length);
      return [collected];
    }
    run.cannot(figure.name, peersMissing ?? collected?.why ?? 'not run');
    return [];
  });
  if (ran.length > 0) run.report(figures.fastest.name, ours / Math.min(...ran.map(total)), n);
  else run.cannot(figures.fastest.name, peersMissing ?? 'no peer came to its end');
  for (const way of ['up', 'down'] as const) {
    const least = Math.min(...ran.flatMap(({ counted }) => counted?.wire?.[way] ?? []));
    const wire = own.counted?.wire?.[way];
    if (wire !== undefined && Number.isFinite(least)) run.report(figures[way].name, wire / least, 1);
    else run.cannot(figures[way].name, peersMissing ?? 'no run was counted');
  }
  reportChanges(run, size, own);
}

function reportChanges(run: Pick<BenchRun, 'report' | 'cannot'>, size: Size, own: Collected): void {
  const figures = sizeFigures(size);
  const samples = own.runs.flatMap(({ changes }) => changes ?? []);
  const sockets = samples.flatMap(({ socketToSocket }) => socketToSocket);
  const pixels = samples.flatMap(({ toPixel }) => toPixel);
  run.report(figures.changeP50.name, percentile(sockets, 0.5), sockets.length);
  run.report(figures.changeP95.name, percentile(sockets, 0.95), sockets.length);
  run.report(figures.pixel.name, percentile(pixels, 0.5), pixels.length);
}
