import type { PageState } from '../db/views.ts';
import type { PageCaller } from './caller.ts';
import { type FramePart, mergeFrames } from './merge-frames.ts';

/** `storage.session`: in memory, gone with the browser, and out of content scripts' reach. */
export type SessionStore = {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
};

export type PageStates = {
  /** What a frame's reader says now, in place of what it said before. Resolves with the tab's state as it then is. */
  put(caller: PageCaller, part: Omit<FramePart, 'document'>): Promise<PageState>;
  /** Drops the frames whose documents are gone; all of them without `isAlive`. Null: nothing is left. */
  prune(tab: number, isAlive?: (frame: FramePart) => Promise<boolean>): Promise<PageState | null>;
  /** Tabs in front of this mailbox. */
  tabsOf(mailbox: string): Promise<number[]>;
  read(tab: number): Promise<PageState | null>;
  all(): Promise<PageState[]>;
  clear(): Promise<void>;
};

const stateKey = (tab: number) => `page:${tab}`;
const framesKey = (tab: number) => `frames:${tab}`;

type Frames = Record<string, FramePart>;

/** Several frames of a tab speak at once: what they say is laid together under one lock a tab. */
export function pageStates(
  store: SessionStore,
  lock: <T>(name: string, task: () => Promise<T>) => Promise<T>,
): PageStates {
  const framesOf = async (tab: number): Promise<Frames> => {
    const held = await store.get([framesKey(tab)]);
    return (held[framesKey(tab)] as Frames | undefined) ?? {};
  };
  const write = async (tab: number, frames: Frames): Promise<PageState | null> => {
    const state = mergeFrames(tab, Object.values(frames));
    if (state === null) await store.remove([stateKey(tab), framesKey(tab)]);
    else await store.set({ [stateKey(tab)]: state, [framesKey(tab)]: frames });
    return state;
  };
  const all = async (): Promise<PageState[]> => {
    const held = Object.entries(await store.get(null));
    return held.filter(([key]) => key.startsWith('page:')).map(([, state]) => state as PageState);
  };
  return {
    put: (caller, part) =>
      lock(stateKey(caller.tab), async () => {
        const frames = await framesOf(caller.tab);
        for (const [name, held] of Object.entries(frames)) {
          if (held.frame === caller.frame && held.document !== caller.document) delete frames[name];
        }
        frames[nameOf(caller.frame, part)] = { ...part, document: caller.document };
        return (await write(caller.tab, frames)) as PageState;
      }),
    prune: (tab, isAlive) =>
      lock(stateKey(tab), async () => {
        const frames = await framesOf(tab);
        const kept: Frames = {};
        for (const [name, frame] of Object.entries(frames)) {
          if (isAlive !== undefined && (await isAlive(frame))) kept[name] = frame;
        }
        return write(tab, kept);
      }),
    tabsOf: async (mailbox) =>
      (await all()).filter((state) => state.mailbox === mailbox).map(({ tab }) => tab),
    all,
    read: async (tab) => ((await store.get([stateKey(tab)]))[stateKey(tab)] as PageState | undefined) ?? null,
    clear: async () => {
      const keys = Object.keys(await store.get(null));
      await store.remove(keys.filter((key) => key.startsWith('page:') || key.startsWith('frames:')));
    },
  };
}

/** A frame may have two readers, one for webmails and one for any page. */
function nameOf(frame: number, { reader }: Pick<FramePart, 'reader'>): string {
  return `${frame} ${reader === 'web' ? 'web' : 'mail'}`;
}
