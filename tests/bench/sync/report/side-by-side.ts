import { median, percentile } from '../../harness/statistics.ts';
import type { Collected } from '../measure/collect-runs.ts';
import type { Run } from '../measure/one-run.ts';
import { inWords, type Size } from '../plan.ts';
import type { BarChart } from './bar-chart.ts';

export type AllRuns = ReadonlyMap<Size, ReadonlyMap<string, Collected>>;

const shownAs: Record<string, string> = {
  holdfast: 'Holdfast',
  floor: 'the floor',
  replicache: 'Replicache',
  rxdb: 'RxDB',
  pouchdb: 'PouchDB',
  tinybase: 'TinyBase',
  yjs: 'Yjs',
  triplit: 'Triplit',
};

const over = (runs: readonly Run[], of: (run: Run) => number) => median(runs.map(of));
const seconds = (ms: number) => (Number.isNaN(ms) ? '–' : (ms / 1000).toFixed(2));
const megabytes = (bytes: number | undefined) => (bytes === undefined ? '–' : (bytes / 1e6).toFixed(2));
const changesOf = (runs: readonly Run[], of: 'socketToSocket' | 'toPixel') =>
  runs.flatMap(({ changes }) => changes?.[of] ?? []);

/** One table a size, in Markdown: medians, and ratios to Holdfast and to the floor. */
export function sideBySide(all: AllRuns): string {
  const heads = [
    ['engine', 'push, s', 'pull, s', '× Holdfast', '× floor', 'up, MB', 'down, MB'],
    ['one change, ms (p50 / p95)', 'to the pixel, ms', 'its payload, bytes', 'tab A / B, server, MB', 'n'],
  ].flat();
  const tables = [...all].map(([size, collection]) => {
    const totals = new Map(
      [...collection].map(([name, { runs }]) => [name, over(runs, ({ pushMs, pullMs }) => pushMs + pullMs)]),
    );
    const ratio = (name: string, to: string) => {
      const times = (totals.get(name) ?? Number.NaN) / (totals.get(to) ?? Number.NaN);
      return Number.isNaN(times) ? '–' : times.toFixed(2);
    };
    const rows = [...collection].map(([name, { runs, counted, why }]) => {
      const shown = shownAs[name] ?? name;
      if (runs.length === 0) return [shown, why ?? 'not run', ...heads.slice(2).map(() => '')];
      return [shown, ...times(runs), ratio(name, 'holdfast'), ratio(name, 'floor'), ...rest(runs, counted)];
    });
    return `**${inWords(size)} records**\n\n${aligned(heads, rows)}`;
  });
  return tables.join('\n\n');
}

/** A table whose columns are as wide as the formatter makes them, so that what is written into the README stays as it is. */
function aligned(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((_head, at) =>
    Math.max(3, ...[heads, ...rows].map((cells) => cells[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function times(runs: readonly Run[]): string[] {
  return [seconds(over(runs, ({ pushMs }) => pushMs)), seconds(over(runs, ({ pullMs }) => pullMs))];
}

function rest(runs: readonly Run[], counted: Run | null): string[] {
  const sockets = changesOf(runs, 'socketToSocket');
  const pixels = changesOf(runs, 'toPixel');
  const payload = runs.at(-1)?.changes?.payload;
  const memory = (['a', 'b', 'server'] as const).map((one) => over(runs, ({ memory }) => memory[one]) / 1e6);
  return [
    megabytes(counted?.wire?.up),
    megabytes(counted?.wire?.down),
    sockets.length === 0
      ? '–'
      : `${percentile(sockets, 0.5).toFixed(1)} / ${percentile(sockets, 0.95).toFixed(1)}`,
    pixels.length === 0 ? '–' : percentile(pixels, 0.5).toFixed(1),
    payload === undefined ? '–' : `${payload.up} / ${payload.down}`,
    `${memory[0]?.toFixed(0)} / ${memory[1]?.toFixed(0)}, ${memory[2]?.toFixed(0)}`,
    String(runs.length),
  ];
}

/** The same as charts. */
export function charts(all: AllRuns): Record<string, BarChart> {
  const chart = (title: string, unit: string, value: (collected: Collected) => number): BarChart => ({
    title,
    unit,
    groups: [...all].map(([size, collection]) => ({
      title: `${inWords(size)} records`,
      bars: [...collection].map(([name, collected]) => {
        const found = value(collected);
        return {
          label: shownAs[name] ?? name,
          ours: name === 'holdfast',
          value: Number.isFinite(found) && found > 0 ? found : null,
          why: collected.why ?? 'not measured',
        };
      }),
    })),
  });
  return {
    'sync-push-and-pull': chart(
      'Push from A and pull into a fresh B, durable at both ends',
      'ms',
      ({ runs }) => over(runs, ({ pushMs, pullMs }) => pushMs + pullMs),
    ),
    'sync-bytes': chart('Bytes on the wire, up and down', 'MB', ({ counted }) =>
      counted?.wire ? (counted.wire.up + counted.wire.down) / 1e6 : Number.NaN,
    ),
    'sync-one-change': chart('One change from A to B, socket to socket, p50', 'ms', ({ runs }) =>
      percentile(changesOf(runs, 'socketToSocket'), 0.5),
    ),
  };
}
