import * as v from 'valibot';
import type { PageReading } from '../../shared/capture/page-reading.ts';

/** Bad readings in a row after which a reader is no longer believed on a site, and how many sites are remembered. */
const mostBad = 3;
const mostKept = 50;

/** Bad readings in a row, by origin, reader and version, the latest last. A new version begins anew. */
export const badReadsSchema = v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1)));
export type BadReads = v.InferOutput<typeof badReadsSchema>;

export type BadReadStore = { read(): Promise<BadReads>; write(counts: BadReads): Promise<void> };

type Reader = PageReading['reader'];

export type ReaderHealth = {
  /** Whether the reader is unhealthy on this site: nothing is recorded there until it reads something well. */
  isStopped(origin: string, reader: Reader): Promise<boolean>;
  /** Counts a reading, and says the same as it is from now on. */
  note(origin: string, reading: PageReading): Promise<boolean>;
};

/**
 * Readers of webmails that break, over views, frames and tabs, and beyond the life of any of them: three bad readings in a row
 * stop a reader on a site, a good one lets it go on. Ordinary pages differ too much for one to speak for another.
 */
export function readerHealth(
  store: BadReadStore,
  lock: <T>(name: string, task: () => Promise<T>) => Promise<T>,
): ReaderHealth {
  return {
    isStopped: async (origin, reader) =>
      reader.id !== 'web' && ((await store.read())[keyOf(origin, reader)] ?? 0) >= mostBad,
    note: (origin, reading) => {
      if (reading.reader.id === 'web') return Promise.resolve(false);
      return lock('reader-health', async () => {
        const key = keyOf(origin, reading.reader);
        const { [key]: before = 0, ...others } = await store.read();
        const verdict = verdictOf(reading);
        const after = verdict === 'bad' ? before + 1 : verdict === 'good' ? 0 : before;
        if (after !== before) await store.write(after === 0 ? others : newest({ ...others, [key]: after }));
        return after >= mostBad;
      });
    },
  };
}

/** A mail that was read, or held back, was understood. One that shows no sender says nothing for the reader or against it. */
function verdictOf({ health, ahead, mails, heldBack, problems }: PageReading): 'good' | 'bad' | 'neither' {
  if (health === 'unhealthy') return 'bad';
  if (health === 'unknown-page' || ahead === true) return 'neither';
  const held = heldBack.never + heldBack.bulk + heldBack.internal;
  return mails.length + held > 0 || problems.length === 0 ? 'good' : 'neither';
}

function keyOf(origin: string, { id, version }: Reader): string {
  return `${origin} ${id} ${version}`;
}

function newest(counts: BadReads): BadReads {
  return Object.fromEntries(Object.entries(counts).slice(-mostKept));
}
