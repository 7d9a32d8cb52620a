import { describe, expect, it } from 'vitest';
import type { PageCaller } from '../../../extension/background/caller.ts';
import { type FramePart, mergeFrames } from '../../../extension/background/merge-frames.ts';
import { pageStates, type SessionStore } from '../../../extension/background/page-states.ts';

const part = (changes: Partial<FramePart> = {}): FramePart => ({
  frame: 0,
  document: 'top',
  reader: 'roundcube',
  origin: 'https://mail.tidewater.test',
  title: '',
  mailbox: 'jonas.weber@tidewater.test',
  attendance: 'go',
  health: 'ok',
  problems: [],
  people: [],
  companies: [],
  touches: [],
  heldBack: { never: 0, bulk: 0, internal: 0 },
  at: 1,
  ...changes,
});
const person = (email: string) => ({ seen: { emails: [email], sure: 1 }, role: null, suggestion: null });

function memorySession(): SessionStore & { held: Record<string, unknown> } {
  const held: Record<string, unknown> = {};
  // Answers come later, as the browser's do, so that two writers meet.
  const later = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    held,
    get: async (keys) => {
      await later();
      const wanted = keys ?? Object.keys(held);
      return structuredClone(Object.fromEntries(wanted.filter((k) => k in held).map((k) => [k, held[k]])));
    },
    set: async (items) => {
      await later();
      Object.assign(held, structuredClone(items));
    },
    remove: async (keys) => {
      await later();
      for (const key of keys) delete held[key];
    },
  };
}

function memoryLock() {
  const tails = new Map<string, Promise<unknown>>();
  return <T>(name: string, task: () => Promise<T>): Promise<T> => {
    const run = (tails.get(name) ?? Promise.resolve()).then(task);
    tails.set(
      name,
      run.catch(() => undefined),
    );
    return run;
  };
}

const caller = (frame: number, document: string | null = `document ${frame}`): PageCaller => ({
  tab: 7,
  frame,
  document,
  origin: 'https://mail.tidewater.test',
  url: 'https://mail.tidewater.test/',
});

describe('the frames of a tab', () => {
  it('are one state: people and touches together, what two frames held back of one mail once', () => {
    const merged = mergeFrames(7, [
      part({
        frame: 4,
        people: [person('a@x.example'), person('b@x.example')],
        touches: ['t1'],
        heldBack: { never: 1, bulk: 0, internal: 0 },
        at: 9,
      }),
      part({
        frame: 0,
        people: [person('a@x.example')],
        touches: ['t1', 't2'],
        heldBack: { never: 1, bulk: 2, internal: 0 },
      }),
    ]);
    expect(merged).toMatchObject({
      tab: 7,
      touches: ['t1', 't2'],
      heldBack: { never: 1, bulk: 2, internal: 0 },
      at: 9,
    });
    expect(merged?.people.map((p) => p.seen.emails?.[0])).toEqual(['a@x.example', 'b@x.example']);
  });

  it('of a webmail are not told about by the reader of ordinary pages', () => {
    const merged = mergeFrames(7, [
      part(),
      part({ frame: 0, reader: 'web', people: [person('noise@x.example')], at: 5 }),
    ]);
    expect(merged).toMatchObject({ reader: 'roundcube', people: [] });
  });

  it('are read if one of them is, and unhealthy if one of them is', () => {
    const merged = mergeFrames(7, [
      part({ attendance: 'ask' }),
      part({ frame: 1, health: 'unhealthy' }),
      part({ frame: 2, health: 'unknown-page' }),
    ]);
    expect(merged).toMatchObject({ attendance: 'go', health: 'unhealthy' });
    expect(mergeFrames(7, [])).toBe(null);
  });
});

describe('a reader that does not understand the page any more', () => {
  it('is told about by the frame that spoke last', () => {
    const stopped = part({ stopped: true, at: 3 });
    expect(mergeFrames(7, [stopped, part({ frame: 1, at: 2 })])?.stopped).toBe(true);
    expect(mergeFrames(7, [stopped, part({ frame: 1, stopped: false, at: 4 })])?.stopped).toBe(false);
  });
});

describe('what is kept of a tab', () => {
  it('loses nothing where several frames speak at the same moment', async () => {
    const states = pageStates(memorySession(), memoryLock());
    await Promise.all(
      [0, 1, 2, 3].map((frame) =>
        states.put(caller(frame), part({ frame, people: [person(`p${frame}@x.example`)] })),
      ),
    );
    expect((await states.read(7))?.people).toHaveLength(4);
  });

  it('is what a frame says last, and nothing of the document that was in it before', async () => {
    const states = pageStates(memorySession(), memoryLock());
    await states.put(caller(0), part({ people: [person('first@x.example')] }));
    await states.put(caller(0, 'next'), part({ reader: 'web', people: [person('second@x.example')] }));
    expect((await states.read(7))?.people.map((p) => p.seen.emails?.[0])).toEqual(['second@x.example']);
  });

  it('goes with its documents, and with its tab', async () => {
    const session = memorySession();
    const states = pageStates(session, memoryLock());
    await states.put(caller(0), part({ people: [person('top@x.example')] }));
    await states.put(caller(1), part({ frame: 1, people: [person('frame@x.example')] }));
    await states.prune(7, async ({ document }) => document === 'document 0');
    expect((await states.read(7))?.people).toHaveLength(1);
    await states.prune(7);
    expect(session.held).toEqual({});
  });

  it('is found by its mailbox, and cleared at once when the device is revoked', async () => {
    const session = memorySession();
    const states = pageStates(session, memoryLock());
    await states.put(caller(0), part({ mailbox: 'jonas@freemail.example' }));
    session.held.other = 1;
    expect(await states.tabsOf('jonas@freemail.example')).toEqual([7]);
    expect(await states.tabsOf('nobody@freemail.example')).toEqual([]);
    await states.clear();
    expect(session.held).toEqual({ other: 1 });
  });
});
