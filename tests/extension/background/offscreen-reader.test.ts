import { describe, expect, it } from 'vitest';
import { type OffscreenSurface, offscreenReader } from '../../../extension/background/offscreen-reader.ts';
import type { PageSnapshot } from '../../../shared/capture/page-snapshot.ts';
import { madeUpReading } from '../made-up-device.ts';

const snapshot: PageSnapshot = {
  url: 'https://harbour.example/',
  html: '<html>',
  form: 'html',
  cut: false,
  ms: 1,
};
const policy = { ownDomains: [], neverAddresses: [], neverDomains: [] };
const reading = madeUpReading([]);

/** A browser with room for one document, which answers unless it is gone. */
function browserWith(setting: { open?: boolean; answer?: unknown; dies?: number } = {}) {
  const state = { open: setting.open === true, opened: 0, asked: 0, tried: 0, dies: setting.dies ?? 0 };
  const surface: OffscreenSurface = {
    isOpen: async () => state.open,
    open: async () => {
      state.tried += 1;
      // it loads
      await Promise.resolve();
      if (state.open) throw new Error('Only a single offscreen document may be created.');
      state.open = true;
      state.opened += 1;
    },
    send: async () => {
      state.asked += 1;
      if (state.dies > 0) {
        state.dies -= 1;
        state.open = false;
      }
      if (!state.open) throw new Error('Receiving end does not exist.');
      return 'answer' in setting ? setting.answer : reading;
    },
    wait: (ms) => (ms > 10_000 ? new Promise(() => {}) : Promise.resolve()),
  };
  return { state, surface };
}

describe('the document that reads pages', () => {
  it('is made once, however many pages ask at a time', async () => {
    const { state, surface } = browserWith();
    const read = offscreenReader(surface);
    const answers = await Promise.all([1, 2, 3].map(() => read(snapshot, policy)));
    expect(answers).toEqual([reading, reading, reading]);
    expect(state).toMatchObject({ tried: 1, opened: 1 });
  });

  it('is used where it is there from before, and made again where it is gone', async () => {
    const { state, surface } = browserWith({ open: true });
    const read = offscreenReader(surface);
    await read(snapshot, policy);
    expect(state.opened).toBe(0);
    state.open = false;
    expect(await read(snapshot, policy)).toEqual(reading);
    expect(state.opened).toBe(1);
  });

  it('is made again where it closes while it is asked', async () => {
    const { state, surface } = browserWith({ open: true, dies: 1 });
    expect(await offscreenReader(surface)(snapshot, policy)).toEqual(reading);
    expect(state).toMatchObject({ asked: 2, opened: 1 });
  });

  it('is used where another start of the background made it meanwhile', async () => {
    const { state, surface } = browserWith();
    surface.open = async () => {
      state.open = true;
      throw new Error('Only a single offscreen document may be created.');
    };
    expect(await offscreenReader(surface)(snapshot, policy)).toEqual(reading);
  });

  it('is given up where it dies each time', async () => {
    const { state, surface } = browserWith({ dies: 99 });
    expect(await offscreenReader(surface)(snapshot, policy)).toBe(null);
    expect(state.asked).toBe(3);
  });

  it.each([null, 'surprise', { ...reading, people: Array(301).fill({ sure: 1 }) }])(
    'is not believed where it answers with what is no reading',
    async (answer) => {
      const { surface } = browserWith({ answer });
      expect(await offscreenReader(surface)(snapshot, policy)).toBe(null);
    },
  );
});
