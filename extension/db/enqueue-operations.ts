import { type Randomness, randomId } from '../../shared/domain/ids.ts';
import { compactOperation } from '../../shared/protocol/compact-operation.ts';
import type { Command, Operation } from '../../shared/protocol/operation.ts';
import type { Change } from '../../shared/sync/change.ts';
import { clampStamp, nextStamp, type Stamp } from '../../shared/sync/stamp.ts';
import { allBundles, appendBundles } from './bundles.ts';
import type { Database } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { recordsOf, refKey } from './overlay.ts';
import { keysOfChange } from './record-keys.ts';
import { type Named, segmentsOfNames } from './segment.ts';
import { appendSegments } from './segments.ts';
import { settleRecords } from './settle-records.ts';

export type Draft = { type: 'write'; changes: Change[] } | { type: 'command'; command: Command };

/** `n`: its place in the outbox. */
export type Enqueued = { n: number; operation: Operation };

/** Who writes, when (milliseconds since the epoch, our own clock), and where ids come from. */
export type Author = { member: string; device: string; now: number; random: Randomness };

/** Most changes and bytes of one operation; the protocol takes 400 changes, and a push half a megabyte. */
const most = { changes: 400, bytes: 200_000 };

/**
 * Most operations and characters of one bundle: it is sent as one push, and two of them may be on their way (sync/push.ts). Compressed,
 * as it is sent, a million characters are a fifth of what the server takes; what is paid for each push weighs as much as hundreds of
 * records do.
 */
const mostBundled = { operations: 490, characters: 1_000_000 };

/**
 * Own operations into the outbox and their effects into the records, with stamps that follow the last one given out. To be
 * called inside a readwrite transaction over `recordTables`: outside of it, a record could stand without its operation.
 */
export async function enqueueOperations(
  db: Database,
  drafts: readonly Draft[],
  author: Author,
): Promise<Enqueued[]> {
  const operations = await stamped(db, drafts, author);
  const first = await queue(db, operations, author);
  return operations.map((operation, i) => ({ n: first + i, operation }));
}

/** The same for operations that were made before, under the ids and stamps that they have, which go before all that follow. */
export async function requeueOperations(
  db: Database,
  operations: readonly Operation[],
  author: Pick<Author, 'member' | 'now'>,
): Promise<void> {
  const last = operations
    .map(({ stamp }) => stamp)
    .sort()
    .at(-1);
  const before = (await readMeta(db, 'stamp')) ?? '';
  if (last !== undefined && last > before) await writeMeta(db, 'stamp', last);
  const ids = operations.map(({ id }) => id);
  const there = new Set((await db.outbox.where('id').anyOf(ids).toArray()).map(({ id }) => id));
  await queue(
    db,
    operations.filter(({ id }) => !there.has(id)),
    author,
  );
}

/** The place of the first. */
async function queue(
  db: Database,
  operations: readonly Operation[],
  { member, now }: Pick<Author, 'member' | 'now'>,
): Promise<number> {
  if (operations.length === 0) return 0;
  const generation = (await readMeta(db, 'generation'))?.now ?? 0;
  const first = await nextPlaces(db, operations.length);
  await db.outbox.bulkAdd(
    operations.map((operation, i) => ({
      n: first + i,
      id: operation.id,
      operation,
      records: recordsOf(operation).map((ref) => ref.id),
      state: 'waiting' as const,
      seq: 0,
      epoch: 0,
      at: now,
    })),
  );
  await settleRecords(db, operations.flatMap(recordsOf), { member, generation });
  return first;
}

/**
 * The same for very many, such as a file that is taken over: they lie in the outbox in bundles, and the records that they touch
 * are only named, to be found (reach.ts) and written into the indexed tables later (unpack.ts). How many operations it made. In
 * one readwrite transaction over `recordTables`; hand in some thousands at a time, for a transaction is held in memory.
 */
export async function enqueueInBulk(db: Database, drafts: readonly Draft[], author: Author): Promise<number> {
  const operations = await stamped(db, drafts, author);
  const bundles = inBundles(operations, author.device);
  if (bundles.length === 0) return 0;
  const first = await nextPlaces(db, bundles.length);
  const named = bundles.map((bundle) => segmentsOfNames(namesIn(bundle.operations)));
  const numbers = await appendSegments(db, named.flat());
  let at = 0;
  await appendBundles(
    db,
    bundles.map((bundle, i) => {
      const names = numbers.slice(at, at + (named[i]?.length ?? 0));
      at += names.length;
      const { operations, texts } = bundle;
      const text = `[${texts.join(',')}]`;
      return { n: first + i, operations, text, device: author.device, at: author.now, names };
    }),
  );
  return operations.length;
}

async function stamped(db: Database, drafts: readonly Draft[], author: Author): Promise<Operation[]> {
  const clock = await readMeta(db, 'clock');
  const now = author.now + (clock?.offset ?? 0);
  let last: Stamp | null = (await readMeta(db, 'stamp')) ?? null;
  const operations: Operation[] = [];
  for (const draft of drafts.flatMap(withinLimits)) {
    // A clock that once ran far ahead must not hold all later stamps there.
    last = nextStamp(last === null ? null : clampStamp(last, now), now, author.device);
    operations.push({ ...draft, id: randomId(author.random), stamp: last });
  }
  if (last !== null && operations.length > 0) await writeMeta(db, 'stamp', last);
  return operations;
}

/** The next numbers in the outbox, for single operations and bundles alike. */
async function nextPlaces(db: Database, count: number): Promise<number> {
  const next = (await readMeta(db, 'queue'))?.next ?? (await behindAll(db));
  await writeMeta(db, 'queue', { next: next + count });
  return next;
}

async function behindAll(db: Database): Promise<number> {
  const single = (await db.outbox.orderBy('n').last())?.n ?? 0;
  const bundle = (await allBundles(db)).at(-1)?.n ?? 0;
  return Math.floor(Math.max(single, bundle)) + 1;
}

/** Each record once; whatever one of the operations lets it be found by. */
export function namesIn(operations: readonly Operation[]): Named[] {
  const named = new Map<string, Named & { keys: number[] }>();
  for (const operation of operations) {
    for (const ref of recordsOf(operation)) {
      if (!named.has(refKey(ref))) named.set(refKey(ref), { ...ref, keys: [] });
    }
    if (operation.type === 'command') continue;
    for (const change of operation.changes) {
      named.get(refKey({ kind: change.on, id: change.id }))?.keys.push(...keysOfChange(change));
    }
  }
  return [...named.values()];
}

type Bundled = { operations: Operation[]; texts: string[] };

/** Each operation is made into text once: for very many that is most of the work. */
function inBundles(operations: readonly Operation[], device: string): Bundled[] {
  const bundles: Bundled[] = [];
  let characters = 0;
  for (const operation of operations) {
    const text = JSON.stringify(compactOperation(operation, device));
    characters += text.length + 1;
    const last = bundles.at(-1);
    const full = characters > mostBundled.characters || last?.texts.length === mostBundled.operations;
    if (last === undefined || full) {
      bundles.push({ operations: [operation], texts: [text] });
      characters = text.length + 1;
    } else {
      last.operations.push(operation);
      last.texts.push(text);
    }
  }
  return bundles;
}

/** One draft as it is, or cut into several where it is larger than the protocol takes. */
function withinLimits(draft: Draft): Draft[] {
  if (draft.type === 'command' || draft.changes.length === 1) return [draft];
  const cut: Draft[] = [];
  let changes: Change[] = [];
  let bytes = 0;
  for (const change of draft.changes) {
    const size = JSON.stringify(change).length;
    if (changes.length > 0 && (changes.length >= most.changes || bytes + size > most.bytes)) {
      cut.push({ type: 'write', changes });
      changes = [];
      bytes = 0;
    }
    changes.push(change);
    bytes += size;
  }
  if (changes.length > 0) cut.push({ type: 'write', changes });
  return cut;
}
