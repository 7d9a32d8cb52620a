import { beforeEach, describe, expect, it } from 'vitest';
import { type BadReads, readerHealth } from '../../../extension/background/reader-health.ts';
import type { PageReading } from '../../../shared/capture/page-reading.ts';
import { madeUpMail, madeUpReading } from '../made-up-device.ts';

const here = 'https://mail.tidewater.test';
const bad = madeUpReading([], { health: 'unhealthy', problems: ['shape-changed'] });
const good = madeUpReading([madeUpMail()]);

let stored: BadReads;
const started = () =>
  readerHealth(
    {
      read: async () => structuredClone(stored),
      write: async (counts) => {
        stored = counts;
      },
    },
    (_name, task) => task(),
  );

beforeEach(() => {
  stored = {};
});

async function stoppedAfter(...readings: PageReading[]): Promise<boolean> {
  let stopped = false;
  // each as a background that has just been started: nothing of it is only in memory
  for (const reading of readings) stopped = await started().note(here, reading);
  return stopped;
}

describe('a reader', () => {
  it('is unhealthy after three bad readings in a row, and not after two', async () => {
    expect(await stoppedAfter(bad, bad)).toBe(false);
    expect(await stoppedAfter(bad)).toBe(true);
    expect(await started().isStopped(here, bad.reader)).toBe(true);
  });

  it('is believed again after a good one, and counted anew', async () => {
    expect(await stoppedAfter(bad, bad, good, bad, bad)).toBe(false);
    expect(await stoppedAfter(bad, good)).toBe(false);
    expect(stored).toEqual({});
  });

  it('is not believed for what a list said of a mail ahead of the frame that shows it', async () => {
    expect(await stoppedAfter(bad, bad, { ...good, ahead: true }, bad)).toBe(true);
    expect(await stoppedAfter({ ...good, ahead: true })).toBe(true);
  });

  it('has understood mail that it held back, and nothing where no sender is shown', async () => {
    const held = madeUpReading([], {
      heldBack: { never: 0, bulk: 1, internal: 0 },
      problems: ['date-missing'],
    });
    const senderless = madeUpReading([], { health: 'partly', problems: ['sender-missing'] });
    const elsewhere = madeUpReading([], { health: 'unknown-page' });
    expect(await stoppedAfter(bad, bad, senderless, elsewhere, bad)).toBe(true);
    expect(await stoppedAfter(held)).toBe(false);
  });

  it('is unhealthy on that site alone, and not in its next version', async () => {
    await stoppedAfter(bad, bad, bad);
    const { isStopped } = started();
    expect(await isStopped('https://other.example', bad.reader)).toBe(false);
    expect(await isStopped(here, { ...bad.reader, version: bad.reader.version + 1 })).toBe(false);
  });

  it('of ordinary pages is never unhealthy: one page says nothing of another', async () => {
    const web = { ...bad, reader: { id: 'web' as const, version: 1 } };
    expect(await stoppedAfter(web, web, web, web)).toBe(false);
    expect(stored).toEqual({});
  });

  it('is remembered on no more than fifty sites', async () => {
    for (let i = 0; i < 60; i += 1) await started().note(`https://mail${i}.example`, bad);
    expect(Object.keys(stored)).toHaveLength(50);
    expect(Object.keys(stored).at(-1)).toContain('mail59');
  });
});
