import type { Database } from './database.ts';
import type { RecordKey } from './record-keys.ts';
import type { SegmentKeys } from './segment.ts';

/**
 * The other keys of many segments in one order, kept in memory, so that to look something up among a million records takes no longer
 * than among ten thousand. What it says is held against the segments as they are: it may know of lines that are gone, never the reverse.
 */
type Run = {
  /** In order; each with the place of its segment in `made`, and its line. */
  keys: Uint32Array;
  places: Uint16Array;
  lines: Uint16Array;
  made: readonly SegmentKeys[];
};

/** `made`: the segments of all runs, in the order of their numbers. */
type Index = { runs: readonly Run[]; made: readonly SegmentKeys[] };

/** A key takes 32 bits of a whole number's 53, and its place among the others of a run the rest. */
const mostOfRun = 2 ** 21;
const mostPieces = 2 ** 16;

/** More runs than these become one again. */
const mostRuns = 8;

const indexes = new WeakMap<Database, Index>();

/** Lines that count with one of these keys. `all`: in the order of their numbers. */
export function linesWithKeys(
  db: Database,
  all: readonly SegmentKeys[],
  wanted: ReadonlySet<RecordKey>,
): Map<SegmentKeys, Set<number>> {
  const found = new Map<SegmentKeys, Set<number>>();
  if (all.length === 0) forgetIndex(db);
  if (wanted.size === 0 || all.length === 0) return found;
  const index = bringUpTo(indexes.get(db), all);
  indexes.set(db, index);
  for (const { keys, places, lines, made } of index.runs) {
    for (const key of wanted) {
      for (let i = firstAt(keys, key); keys[i] === key; i += 1) {
        const then = made[places[i] as number] as SegmentKeys;
        const line = lines[i] as number;
        const now = all[placeOf(all, then.n)];
        if (now?.keys !== then.keys || now.own[line] === 0) continue;
        const before = found.get(now);
        if (before === undefined) found.set(now, new Set([line]));
        else before.add(line);
      }
    }
  }
  return found;
}

/** There are no segments any more. */
export function forgetIndex(db: Database): void {
  indexes.delete(db);
}

/** The same index where it knows all of these segments; else one that does. */
function bringUpTo(index: Index = { runs: [], made: [] }, all: readonly SegmentKeys[]): Index {
  const { made } = index;
  const fresh: SegmentKeys[] = [];
  let at = 0;
  for (const segment of all) {
    while (at < made.length && (made[at] as SegmentKeys).n < segment.n) at += 1;
    // The keys of a segment never change, so the same array says the same.
    if (made[at]?.n !== segment.n || made[at]?.keys !== segment.keys) fresh.push(segment);
  }
  if (fresh.length === 0) return index;
  const known = all.length - fresh.length;
  const runs = [...index.runs, ...runsOf(fresh)];
  if (runs.length > mostRuns || made.length > 2 * known) return { runs: runsOf(all), made: all };
  const again = new Set(fresh.map(({ n }) => n));
  const others = made.filter(({ n }) => !again.has(n));
  return { runs, made: [...others, ...fresh].sort((a, b) => a.n - b.n) };
}

/** Keys of one segment, or a part of them. */
type Piece = { segment: SegmentKeys; from: number; to: number };

function runsOf(segments: readonly SegmentKeys[]): Run[] {
  const runs: Run[] = [];
  let pieces: Piece[] = [];
  let count = 0;
  const end = () => {
    if (count > 0) runs.push(runOf(pieces, count));
    pieces = [];
    count = 0;
  };
  for (const segment of segments) {
    for (let from = 0; from < segment.keys.length; ) {
      const to = Math.min(segment.keys.length, from + mostOfRun - count);
      pieces.push({ segment, from, to });
      count += to - from;
      from = to;
      if (count === mostOfRun || pieces.length === mostPieces) end();
    }
  }
  end();
  return runs;
}

function runOf(pieces: readonly Piece[], count: number): Run {
  const ordered = new Float64Array(count);
  const placeAt = new Uint16Array(count);
  const lineAt = new Uint16Array(count);
  let filled = 0;
  for (const [place, { segment, from, to }] of pieces.entries()) {
    for (let i = from; i < to; i += 1) {
      ordered[filled] = (segment.keys[i] as number) * mostOfRun + filled;
      placeAt[filled] = place;
      lineAt[filled] = segment.lines[i] as number;
      filled += 1;
    }
  }
  // As numbers these are sorted in a tenth of the time that pairs would take.
  ordered.sort();
  const keys = new Uint32Array(count);
  const places = new Uint16Array(count);
  const lines = new Uint16Array(count);
  for (let i = 0; i < count; i += 1) {
    const at = (ordered[i] as number) % mostOfRun;
    keys[i] = ((ordered[i] as number) - at) / mostOfRun;
    places[i] = placeAt[at] as number;
    lines[i] = lineAt[at] as number;
  }
  return { keys, places, lines, made: pieces.map(({ segment }) => segment) };
}

/** The place of the first that is not less. */
function firstAt(keys: Uint32Array, key: RecordKey): number {
  return bisect(keys.length, (at) => (keys[at] as number) < key);
}

/** The place of the first segment whose number is not less. */
function placeOf(all: readonly SegmentKeys[], n: number): number {
  return bisect(all.length, (at) => (all[at] as SegmentKeys).n < n);
}

/** The first of so many places for which this no longer holds. */
function bisect(count: number, isBefore: (at: number) => boolean): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}
