import type { PackedRow } from '../../shared/sync/packed-row.ts';
import type { Database } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { Meta } from './meta-row.ts';
import { type RecordRef, refKey } from './overlay.ts';
import { ownKey, type RecordKey } from './record-keys.ts';
import { newMark, rowCache, withWrite } from './row-cache.ts';
import { type Line, parseSegment, type Segment, type SegmentKeys } from './segment.ts';
import { forgetIndex, linesWithKeys } from './segment-index.ts';

/**
 * Records that came in bulk wait in segments, and move into the indexed tables bit by bit. What counts of a record is its newest
 * live line, else its row in the table. So whoever writes a record takes it out first (settleRecords does), and who looks
 * something up fetches it first (reach.ts).
 */
const cache = rowCache<SegmentKeys>((before, after) => {
  const same = areSame(before.keys, after.keys) && areSame(before.lines, after.lines);
  // The index knows them by the array.
  return same ? { ...after, keys: before.keys, lines: before.lines } : after;
});

type Note = Meta['segments'];
const nothing: Note = { next: 1, left: 0, total: 0, mark: '' };

/** How many lines wait, of how many that came since none did. */
export async function segmentsNote(db: Database): Promise<Note> {
  return (await readMeta(db, 'segments')) ?? nothing;
}

/** Keys of all segments, oldest first. */
async function allKeys(db: Database, note: Note): Promise<readonly SegmentKeys[]> {
  if (note.left === 0) return [];
  return cache.rows(db, note, async (numbers) => {
    if (numbers === null) return db.segmentKeys.orderBy('n').toArray();
    return (await db.segmentKeys.bulkGet([...numbers])).filter((keys) => keys !== undefined);
  });
}

/** `changed`: the numbers of segments that were written or deleted since `before` was read. */
async function writeNote(
  db: Database,
  { before, changed, ...after }: Pick<Note, 'next' | 'left' | 'total'> & { before: Note; changed: number[] },
  rows: readonly SegmentKeys[],
): Promise<void> {
  const mark = newMark();
  const history = withWrite(before.history ?? [], before.mark, changed);
  await writeMeta(db, 'segments', { ...after, mark, history });
  cache.keep(db, mark, rows);
  if (rows.length === 0) forgetIndex(db);
}

/** Puts segments behind all others: what they say of a record counts from now on. Their numbers. */
export async function appendSegments(db: Database, segments: readonly Segment[]): Promise<number[]> {
  if (segments.length === 0) return [];
  const note = await segmentsNote(db);
  const before = await allKeys(db, note);
  const rows = segments.map(({ body }, i) => ({ n: note.next + i, body }));
  const keys = segments.map((segment, i) => ({ ...segment.keys, n: note.next + i }));
  await db.segments.bulkPut(rows);
  await db.segmentKeys.bulkPut(keys);
  const lines = keys.reduce((sum, { live }) => sum + live, 0);
  const total = (note.left === 0 ? 0 : note.total) + lines;
  const changed = keys.map(({ n }) => n);
  await writeNote(
    db,
    { before: note, changed, next: note.next + keys.length, left: note.left + lines, total },
    [...before, ...keys],
  );
  return changed;
}

/** What segments held of a record: `base` as the server sent it, left out where lines only said that own operations lie on it. */
export type Taken = RecordRef & { base?: { row: PackedRow; generation: number } };

/**
 * Takes these records out of all segments, whatever their kinds, by `refKey`: none of their lines counts any more. Inside a readwrite
 * transaction.
 */
export async function takeOut(db: Database, ids: ReadonlySet<string>): Promise<Map<string, Taken>> {
  const taken = new Map<string, Taken>();
  const note = await segmentsNote(db);
  const all = await allKeys(db, note);
  if (all.length === 0 || ids.size === 0) return taken;
  const wanted = new Set(Array.from(ids, ownKey));
  const changed = new Map<number, SegmentKeys>();
  await eachLine(db, linesOf(all, wanted), ({ keys, line, at }) => {
    if (line !== null && !ids.has(line.id)) return;
    const after = changed.get(keys.n) ?? { ...keys, own: keys.own.slice() };
    after.own[at] = 0;
    after.live -= 1;
    changed.set(keys.n, after);
    if (line === null) return;
    const base =
      line.row === null || keys.held === null ? {} : { base: { row: line.row, generation: keys.held } };
    const { kind, id } = line;
    taken.set(refKey(line), { ...taken.get(refKey(line)), kind, id, ...base });
  });
  await replace(db, note, all, changed);
  return taken;
}

/** Records with one of these keys in a line that counts, and that are not known by it from elsewhere. Each once. */
export async function findLines(
  db: Database,
  wanted: { own?: ReadonlySet<RecordKey>; others?: ReadonlySet<RecordKey> },
): Promise<Map<string, Line>> {
  const found = new Map<string, Line>();
  const all = await allKeys(db, await segmentsNote(db));
  const chosen = linesWithKeys(db, all, wanted.others ?? new Set());
  for (const [segment, lines] of linesOf(all, wanted.own ?? new Set())) {
    chosen.set(segment, new Set([...(chosen.get(segment) ?? []), ...lines]));
  }
  await eachLine(db, chosen, ({ line }) => {
    if (line === null) return;
    const { kind, id, row } = line;
    found.set(id, { kind, id, row: row ?? found.get(id)?.row ?? null });
  });
  return found;
}

/** The oldest segments, at most so many, and their records; null where there is none. */
export async function oldestSegments(
  db: Database,
  most: number,
): Promise<{ numbers: number[]; refs: RecordRef[] } | null> {
  const oldest = (await allKeys(db, await segmentsNote(db))).slice(0, most);
  if (oldest.length === 0) return null;
  const refs: RecordRef[] = [];
  const live = ({ own }: SegmentKeys) => new Set([...own.keys()].filter((at) => own[at] !== 0));
  await eachLine(db, new Map(oldest.map((one) => [one, live(one)])), ({ line }) => {
    if (line !== null) refs.push({ kind: line.kind, id: line.id });
  });
  return { numbers: oldest.map(({ n }) => n), refs };
}

/** Segments go, whatever they hold. */
export async function dropSegments(db: Database, numbers: readonly number[]): Promise<void> {
  const note = await segmentsNote(db);
  const all = await allKeys(db, note);
  const dropped = all.filter(({ n }) => numbers.includes(n));
  await replace(db, note, all, new Map(dropped.map((keys) => [keys.n, { ...keys, live: 0 }])));
}

/** All of these segments still name every record that they were made for. */
export async function areWhole(db: Database, segments: readonly number[]): Promise<boolean> {
  const all = await allKeys(db, await segmentsNote(db));
  const whole = new Set(all.filter(({ live, own }) => live === own.length).map(({ n }) => n));
  return segments.length > 0 && segments.every((n) => whole.has(n));
}

/** Lines of earlier generations go: a whole new bootstrap has not brought them. */
export async function dropEarlier(db: Database, generation: number): Promise<void> {
  const note = await segmentsNote(db);
  const all = await allKeys(db, note);
  const old = all.filter(({ held }) => held !== null && held < generation);
  await replace(db, note, all, new Map(old.map((keys) => [keys.n, { ...keys, live: 0 }])));
}

/** Own keys of all lines that count and hold a row. */
export async function heldOwnKeys(db: Database): Promise<Set<RecordKey>> {
  const all = await allKeys(db, await segmentsNote(db));
  return new Set(all.filter(({ held }) => held !== null).flatMap(({ own }) => [...own]));
}

async function replace(
  db: Database,
  note: Note,
  all: readonly SegmentKeys[],
  changed: ReadonlyMap<number, SegmentKeys>,
): Promise<void> {
  if (changed.size === 0) return;
  const rows = all.map((keys) => changed.get(keys.n) ?? keys);
  const empty = rows.filter(({ live }) => live <= 0).map(({ n }) => n);
  const put = [...changed.values()].filter(({ live }) => live > 0);
  if (empty.length > 0) await db.segments.bulkDelete(empty);
  if (empty.length > 0) await db.segmentKeys.bulkDelete(empty);
  if (put.length > 0) await db.segmentKeys.bulkPut(put);
  const kept = rows.filter(({ live }) => live > 0);
  const left = kept.reduce((sum, { live }) => sum + live, 0);
  const total = left === 0 ? 0 : note.total;
  await writeNote(db, { before: note, changed: [...changed.keys()], next: note.next, left, total }, kept);
}

function areSame(a: Uint32Array | Uint16Array, b: Uint32Array | Uint16Array): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

type Chosen = ReadonlyMap<SegmentKeys, ReadonlySet<number>>;
type Found = { keys: SegmentKeys; at: number; line: Line | null };

/** Every chosen line, in the order in which they came. `line` null: it cannot be read. */
async function eachLine(db: Database, chosen: Chosen, look: (found: Found) => void): Promise<void> {
  const inOrder = [...chosen].sort(([a], [b]) => a.n - b.n);
  const rows = inOrder.length === 0 ? [] : await db.segments.bulkGet(inOrder.map(([{ n }]) => n));
  for (const [i, [keys, lines]] of inOrder.entries()) {
    const said = rows[i] === undefined ? [] : parseSegment(rows[i]);
    for (const at of lines) look({ keys, at, line: said[at] ?? null });
  }
}

/** More than these lie everywhere. */
const manyKeys = 1000;

function linesOf(all: readonly SegmentKeys[], wanted: ReadonlySet<RecordKey>): Map<SegmentKeys, Set<number>> {
  const found = new Map<SegmentKeys, Set<number>>();
  const sought = [...wanted];
  for (const segment of all) {
    const { own, from, to } = segment;
    if (sought.length <= manyKeys && !sought.some((key) => key >= from && key <= to)) continue;
    const lines = new Set<number>();
    for (let at = 0; at < own.length; at += 1) if (wanted.has(own[at] as number)) lines.add(at);
    if (lines.size > 0) found.set(segment, lines);
  }
  return found;
}
