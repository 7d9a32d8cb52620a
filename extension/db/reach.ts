import type { Database } from './database.ts';
import { touchFact } from './held-rows.ts';
import { viewOf } from './held-state.ts';
import { readMeta } from './meta.ts';
import type { RecordRef } from './overlay.ts';
import { aboutKey, heldKey, ownKey, type RecordKey } from './record-keys.ts';
import type { Line } from './segment.ts';
import { findLines, segmentsNote } from './segments.ts';
import { recordTables, settleRecords } from './settle-records.ts';

/** What somebody is about to look up. `values`: normalised addresses, registrable domains, keys of mails. */
export type Sought = { values?: readonly string[]; ids?: readonly string[] };

/** What besides: nothing, the ties and merges of what is found, or everything that speaks of it and whom that names. */
export type Around = { around: 'none' | 'ties' | 'all' };

/** A merge may hang together with others; more than this many steps of it nobody looks at before all is unpacked. */
const mergeSteps = 4;

/** Whether there is anything that is not in the indexed tables yet. */
export async function isUnpacked(db: Database): Promise<boolean> {
  return (await segmentsNote(db)).left === 0;
}

/**
 * Moves what is sought from segments into the indexed tables, so that a query finds it there: the records themselves, and with
 * `around` also what belongs to them. Outside of a transaction; costs one read where nothing waits.
 */
export async function reach(db: Database, sought: Sought, around: Around): Promise<void> {
  if (await isUnpacked(db)) return;
  // Dexie follows a transaction across its awaits only where it can see that the function is asynchronous.
  await db.transaction('rw', recordTables(db), async () => reachWithin(db, sought, around));
}

/** The same inside a readwrite transaction over `recordTables`. */
export async function reachWithin(
  db: Database,
  { values = [], ids = [] }: Sought,
  { around }: Around,
): Promise<void> {
  if (await isUnpacked(db)) return;
  const known = new Set([...ids, ...(await holders(db, values))]);
  await settleLines(db, await findLines(db, { own: keysOf(known, ownKey), others: keysOf(values, heldKey) }));
  if (around === 'none') return;
  let due = new Set([...ids, ...(await holders(db, values))]);
  const seen = new Set<string>();
  for (let step = 0; step < mergeSteps && due.size > 0; step += 1) {
    for (const id of due) seen.add(id);
    const others = keysOf(due, aboutKey);
    const lines = await findLines(db, { own: keysOf(due, ownKey), others });
    await settleLines(db, around === 'all' ? lines : only(lines, ties));
    const merged = await db.pairs
      .where('records')
      .anyOf([...due])
      .toArray();
    due = new Set(merged.flatMap(({ records }) => records).filter((id) => !seen.has(id)));
  }
  if (around === 'ties') return;
  const named = await namedBeside(db, [...seen]);
  await settleLines(db, await findLines(db, { own: keysOf(named, ownKey) }));
}

const ties: ReadonlySet<string> = new Set(['person', 'account', 'affiliation', 'pair']);

function only(lines: ReadonlyMap<string, Line>, kinds: ReadonlySet<string>): Map<string, Line> {
  return new Map([...lines].filter(([, { kind }]) => kinds.has(kind)));
}

async function settleLines(db: Database, lines: ReadonlyMap<string, Line>): Promise<void> {
  if (lines.size === 0) return;
  const member = (await readMeta(db, 'joined'))?.member ?? '';
  const generation = (await readMeta(db, 'generation'))?.now ?? 0;
  const refs: RecordRef[] = [...lines.values()].map(({ kind, id }) => ({ kind, id }));
  await settleRecords(db, refs, { member, generation });
}

/** Ids of records in the tables that hold one of these values. */
async function holders(db: Database, values: readonly string[]): Promise<string[]> {
  if (values.length === 0) return [];
  const sought = [...values];
  const [people, accounts, strong, weak] = await Promise.all([
    db.people.where('emails').anyOf(sought).primaryKeys(),
    db.accounts.where('domains').anyOf(sought).primaryKeys(),
    db.touches.where('strong').anyOf(sought).primaryKeys(),
    db.touches.where('weak').anyOf(sought).primaryKeys(),
  ]);
  return [...people, ...accounts, ...strong, ...weak];
}

/** Whom the ties and the contacts of these records name. */
async function namedBeside(db: Database, ids: readonly string[]): Promise<Set<string>> {
  const named = new Set<string>();
  const ties = [
    ...(await db.affiliations
      .where('person')
      .anyOf([...ids])
      .toArray()),
    ...(await db.affiliations
      .where('account')
      .anyOf([...ids])
      .toArray()),
  ];
  for (const { person, account } of ties) named.add(person).add(account);
  for (const id of ids) {
    for (const index of ['byAccount', 'byPerson'] as const) {
      const touches = await db.touches
        .where(index)
        .between(`${id} `, `${id} g`)
        .reverse()
        .limit(200)
        .toArray();
      for (const touch of touches) {
        const fact = touchFact(viewOf(touch));
        for (const { person } of fact?.people ?? []) named.add(person);
        for (const account of fact?.accounts ?? []) named.add(account);
        named.add(touch.root);
      }
    }
  }
  return named;
}

function keysOf(texts: Iterable<string>, key: (text: string) => RecordKey): Set<RecordKey> {
  return new Set(Array.from(texts, key));
}
