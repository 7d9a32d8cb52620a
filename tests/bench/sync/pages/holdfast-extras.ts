import { viewOf } from '../../../../extension/db/held-state.ts';
import { knownElsewhere } from '../../../../extension/db/known-index.ts';
import { writeMeta } from '../../../../extension/db/meta.ts';
import { recognisePage } from '../../../../extension/db/queries/recognise-page.ts';
import { reach } from '../../../../extension/db/reach.ts';
import { segmentsNote } from '../../../../extension/db/segments.ts';
import type { PageState } from '../../../../extension/db/views.ts';
import { lockIfLeaseRanOut } from '../../../../extension/sync/note-contact.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import { epochNow } from '../page/clock.ts';
import type { ClientOptions } from '../page/engine.ts';
import { benchRecord } from '../records.ts';
import type { HoldfastDevice } from './holdfast-device.ts';

/**
 * Milliseconds: until the device is right about who is known to the company (and that a stranger is not), until it shows them in full,
 * until all is durable here, and until all is unpacked.
 */
export type FirstLookups = { firstRightMs: number; inFullMs: number; heldMs: number; unpackedMs: number };
/** One field of a contact, written at a moment (milliseconds since the epoch). */
export type TimedEdit = { id: string; note: string; at: number };

/** What only Holdfast is measured by. */
export type HoldfastExtras = {
  /** Milliseconds of each lookup of one of these contacts by its address, as the panel asks for whom a page names. */
  lookUp(numbers: readonly number[], seed: number): Promise<number[]>;
  /** From a fresh device's first step until these lookups are right, until all is durable, and until all is unpacked. */
  firstLookups(
    options: ClientOptions,
    count: number,
    seed: number,
    numbers: readonly number[],
  ): Promise<FirstLookups>;
  /** Nobody was there for so long: the lease has run out. Whether the pool is hidden now. */
  stayAway(ms: number): Promise<boolean>;
  /** Writes them as a device without a network does, those of one moment in one transaction. */
  editOffline(edits: readonly TimedEdit[]): Promise<void>;
  /** A round; milliseconds. */
  comeBack(): Promise<number>;
  notes(ids: readonly string[]): Promise<(string | null)[]>;
};

declare global {
  var holdfastBench: HoldfastExtras;
}

export function serveHoldfastExtras(device: () => HoldfastDevice): void {
  globalThis.holdfastBench = {
    lookUp: async (numbers, seed) => {
      const times: number[] = [];
      for (const n of numbers) {
        const begun = performance.now();
        if (!(await areRight(device(), [n], seed))) throw new Error(`contact ${n} is not known`);
        times.push(performance.now() - begun);
      }
      return times;
    },
    firstLookups: async (options, count, seed, numbers) => {
      const begun = epochNow();
      const held = bench.pull(options, count).then(({ durable }) => durable);
      const at = { right: Number.NaN, inFull: Number.NaN };
      for (let ended = false; Number.isNaN(at.inFull) && !ended; ) {
        ended = await Promise.race([
          held.then(() => true),
          // what is shown in full is asked for seldom: answering takes time from what is on its way
          new Promise<boolean>((go) => setTimeout(go, Number.isNaN(at.right) ? 5 : 300, false)),
        ]);
        const answer = await answerAbout(device, numbers, seed);
        if (answer !== 'wrong' && Number.isNaN(at.right)) at.right = epochNow();
        if (answer === 'in full') at.inFull = epochNow();
      }
      const heldAt = await held;
      while ((await segmentsNote(device().db)).left > 0) await new Promise((go) => setTimeout(go, 50));
      return {
        firstRightMs: at.right - begun,
        inFullMs: at.inFull - begun,
        heldMs: heldAt - begun,
        unpackedMs: epochNow() - begun,
      };
    },
    stayAway: async (ms) => {
      const { db } = device();
      await writeMeta(db, 'sync', { since: Date.now() - ms, contact: Date.now() - ms, notice: null });
      return lockIfLeaseRanOut(db, Date.now());
    },
    editOffline: async (edits) => {
      for (const [at, together] of Map.groupBy(edits, ({ at }) => at)) {
        const changes = together.map(
          ({ id, note }): Change => ({ on: 'person', id, rank: 'person', set: { note } }),
        );
        await device().enqueue(changes, at);
      }
    },
    comeBack: async () => {
      const begun = performance.now();
      await device().round();
      return performance.now() - begun;
    },
    notes: async (ids) => {
      const { db } = device();
      while ((await segmentsNote(db)).left > 0) await new Promise((go) => setTimeout(go, 50));
      const rows = await db.people.bulkGet([...ids]);
      return rows.map((row) => (row === undefined ? null : (viewOf(row).fields?.note?.value ?? null)));
    },
  };
}

/** What the device says of these people: everything, that the company knows them, or something wrong. */
async function answerAbout(
  device: () => HoldfastDevice,
  numbers: readonly number[],
  seed: number,
): Promise<'in full' | 'known' | 'wrong'> {
  try {
    const { db, personId, lookAhead } = device();
    const pageNames = [...numbers, stranger].map((n) => benchRecord(n, seed).email);
    void lookAhead({ emails: pageNames, domains: [] }).catch(() => undefined);
    const ids = new Map<string, string>();
    for (const n of [...numbers, stranger]) {
      const { email } = benchRecord(n, seed);
      ids.set(email, await personId(email));
    }
    const known = await knownElsewhere(db, ids);
    if (known.has(benchRecord(stranger, seed).email)) return 'wrong';
    const unknown = numbers.filter((n) => !known.has(benchRecord(n, seed).email));
    if (unknown.length === 0) return (await areRight(device(), numbers, seed)) ? 'in full' : 'known';
    return (await areRight(device(), unknown, seed))
      ? unknown.length === numbers.length
        ? 'in full'
        : 'known'
      : 'wrong';
  } catch {
    // the device is not open yet
    return 'wrong';
  }
}

/** Nobody's number in any pool of the benchmark. */
const stranger = 99_999_999;

/** The panel's question about a page that names these people, and whether its answer is right about all of them. */
async function areRight({ db }: HoldfastDevice, numbers: readonly number[], seed: number): Promise<boolean> {
  const records = numbers.map((n) => benchRecord(n, seed));
  const people = records.map(({ name, email }) => ({
    seen: { name, emails: [email], sure: 1 },
    role: null,
    suggestion: null,
  }));
  // what somebody looks up and still lies in a segment is fetched first, as before every question about a page
  await reach(db, { values: records.map(({ email }) => email) }, { around: 'all' });
  const found = await recognisePage(db, { ...page, people, at: Date.now() });
  return records.every(({ name }, at) => {
    const entry = found[at];
    return entry?.kind === 'person' && entry.person?.name === name;
  });
}

const page: PageState = {
  tab: 1,
  reader: 'web',
  origin: 'https://people.example',
  title: '',
  mailbox: null,
  attendance: 'go',
  health: 'ok',
  problems: [],
  people: [],
  companies: [],
  touches: [],
  heldBack: { never: 0, bulk: 0, internal: 0 },
  at: 0,
};
