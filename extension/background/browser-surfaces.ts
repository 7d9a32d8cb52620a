import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type Enrolment, type EnrolmentStore, enrolmentSchema, leftSchema } from '../sync/enrolment.ts';
import type { FramePart } from './merge-frames.ts';
import type { OffscreenSurface } from './offscreen-reader.ts';
import type { ScriptSurface } from './page-scripts.ts';
import type { SessionStore } from './page-states.ts';
import { type BadReadStore, badReadsSchema } from './reader-health.ts';
import { type PlaceStore, placesSchema } from './webmail-places.ts';

const enrolmentKey = 'enrolment';
const leftKey = 'left';
const placesKey = 'webmail-places';
const badReadsKey = 'bad-reads';

/** The token's place. `storage.local` is open to content scripts unless it is closed to them (closeStorage). */
export const browserEnrolment: EnrolmentStore = {
  read: async (): Promise<Enrolment | null> => {
    const held = await browser.storage.local.get(enrolmentKey);
    const parsed = v.safeParse(enrolmentSchema, held[enrolmentKey]);
    return parsed.success ? parsed.output : null;
  },
  write: async (enrolment) => {
    await browser.storage.local.set({ [enrolmentKey]: enrolment });
    // Should this one ever be unreadable, what waits to be sent is no leaver's.
    await browser.storage.local.remove(leftKey);
  },
  leave: async (left) => {
    await browser.storage.local.set({ [leftKey]: left });
    await browser.storage.local.remove(enrolmentKey);
  },
  left: async () => {
    const held = await browser.storage.local.get(leftKey);
    const parsed = v.safeParse(leftSchema, held[leftKey]);
    return parsed.success ? parsed.output : null;
  },
};

/** Beside the grants and the registrations that they belong to, and like those apart from any workspace. */
export const browserPlaces: PlaceStore = {
  read: async () => {
    const held = await browser.storage.local.get(placesKey);
    const parsed = v.safeParse(placesSchema, held[placesKey]);
    return parsed.success ? parsed.output : [];
  },
  write: (places) => browser.storage.local.set({ [placesKey]: [...places] }),
};

/** As long-lived as what broke; what cannot be read is counted anew. */
export const browserBadReads: BadReadStore = {
  read: async () => {
    const held = await browser.storage.local.get(badReadsKey);
    const parsed = v.safeParse(badReadsSchema, held[badReadsKey]);
    return parsed.success ? parsed.output : {};
  },
  // a full disk must not keep a mail that was read from being recorded
  write: (counts) => browser.storage.local.set({ [badReadsKey]: counts }).catch(console.error),
};

/** Keeps content scripts, which share a process with the page, away from the token and from what other tabs show. */
export async function closeStorage(): Promise<void> {
  const areas = [browser.storage.local, browser.storage.session];
  await Promise.allSettled(
    areas.map(async (area) => {
      if ('setAccessLevel' in area) await area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
    }),
  );
}

export const browserSession: SessionStore = {
  get: (keys) => browser.storage.session.get(keys),
  set: (items) => browser.storage.session.set(items),
  remove: (keys) => browser.storage.session.remove(keys),
};

export const browserScripts: ScriptSurface = {
  ports: globalThis.location?.protocol !== 'moz-extension:',
  origins: async () => (await browser.permissions.getAll()).origins ?? [],
  registered: async (ids) =>
    (await browser.scripting.getRegisteredContentScripts({ ids })).map((script) => ({
      id: script.id,
      js: script.js ?? [],
      allFrames: script.allFrames === true,
      runAt: script.runAt === 'document_start' ? 'document_start' : 'document_idle',
      matches: script.matches ?? [],
      excludeMatches: script.excludeMatches ?? [],
      persistAcrossSessions: script.persistAcrossSessions !== false,
    })),
  register: (scripts) => browser.scripting.registerContentScripts(scripts),
  update: (scripts) => browser.scripting.updateContentScripts(scripts),
  unregister: (ids) => browser.scripting.unregisterContentScripts({ ids }),
  tabsAt: async (origins) => {
    const tabs = await browser.tabs.query({ url: origins });
    return tabs.flatMap(({ id, url = null }) => (id === undefined ? [] : [{ id, url }]));
  },
  addressOf: async (tab) => (await browser.tabs.get(tab)).url ?? null,
  inject: async (tabId, file, allFrames) => {
    await browser.scripting.executeScript({ target: { tabId, allFrames }, files: [file] });
  },
};

/** Runs in every frame that the browser lets it; a frame of another origin that is not granted is left out. */
export async function browserShapes(tabId: number): Promise<{ frame: number; result: unknown }[]> {
  const target = { tabId, allFrames: true };
  const results = await browser.scripting.executeScript({ target, files: ['shape-page.js'] });
  return results.map(({ frameId, result }) => ({ frame: frameId, result }));
}

/** Where the browser has offscreen documents; Firefox needs none. */
export const browserOffscreen: OffscreenSurface = {
  isOpen: async () =>
    (await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length > 0,
  open: () =>
    browser.offscreen.createDocument({
      url: 'offscreen.html',
      reasons: ['DOM_PARSER'],
      justification: 'Reads the people and companies that web pages name, off the threads of these pages.',
    }),
  send: (request) => browser.runtime.sendMessage(request),
  wait: (ms) => waitFor(ms, new AbortController().signal),
};

/** Asks the browser whether the document that said this is still the one in its frame. */
export async function isAlive(tabId: number, { document }: FramePart): Promise<boolean> {
  if (document === null) return false;
  try {
    await browser.scripting.executeScript({ target: { tabId, documentIds: [document] }, func: () => true });
    return true;
  } catch {
    return false;
  }
}

/** One task of a name at a time, in this and every other context of the extension. */
export async function browserLock<T>(name: string, task: () => Promise<T>): Promise<T> {
  return (await navigator.locks.request(name, task)) as T;
}

export function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
