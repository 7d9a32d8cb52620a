import type { PageCaller } from './caller.ts';
import {
  type ContentScript,
  type RegistrationSurface,
  registerContentScripts,
  scriptFor,
} from './content-registration.ts';
import { matchesPattern } from './match-pattern.ts';
import { type FoundWebmail, type PlaceStore, patternOf, placeOf, withPlace } from './webmail-places.ts';

export type ScriptSurface = RegistrationSurface & {
  /** Whether match patterns may name a port. */
  readonly ports: boolean;
  /** Open tabs that match; the address is null where the browser does not tell it. */
  tabsAt(origins: string[]): Promise<{ id: number; url: string | null }[]>;
  addressOf(tab: number): Promise<string | null>;
  /** Rejects where the browser does not let it. */
  inject(tab: number, file: string, allFrames: boolean): Promise<void>;
};

export type PageScriptParts = {
  surface: ScriptSurface;
  scripts: readonly ContentScript[];
  places: PlaceStore;
  lock: <T>(name: string, task: () => Promise<T>) => Promise<T>;
};

export type PageScripts = {
  /** Forgets places that are granted no longer, and makes the registrations what they should be. */
  reconcile(): Promise<void>;
  /** Pages that were open before their origins were granted: registered scripts run only from the next load on. */
  injectAt(origins: string[]): Promise<void>;
  /** Reads a tab once. False where the browser does not let it. */
  look(tab: number): Promise<boolean>;
  /** A page that is no ordinary one. False where that changes nothing. */
  handOver(caller: PageCaller, webmail: FoundWebmail): Promise<boolean>;
};

const lockName = 'content-scripts';

/**
 * Which content script reads which page: one each. Webmails that live anywhere are found by the script for ordinary pages, at
 * the first visit; from then on their place has its own script, which starts with the document.
 */
export function pageScripts({ surface, scripts, places, lock }: PageScriptParts): PageScripts {
  const patterns = (found: readonly string[]) => found.map((place) => patternOf(place, surface.ports));
  const isGranted = (origins: readonly string[], place: string) =>
    origins.some((origin) => matchesPattern(origin, new URL(place)));

  /** Remembered before it is registered: wherever this is stopped, the next start of the background makes it good. */
  const settle = async (found: string | null): Promise<void> => {
    const held = await places.read();
    const origins = await surface.origins();
    const kept = held.filter((place) => isGranted(origins, place));
    const known = found !== null && isGranted(origins, found) ? withPlace(kept, found) : kept;
    if (known !== kept || kept.length < held.length) await places.write(known);
    await registerContentScripts(surface, scripts, patterns(known));
  };

  const inject = async (tab: number, script: ContentScript | undefined): Promise<boolean> => {
    const runs = (script?.js ?? []).map((file) => surface.inject(tab, file, script?.allFrames === true));
    return (await Promise.allSettled(runs)).some(({ status }) => status === 'fulfilled');
  };

  return {
    reconcile: () => lock(lockName, () => settle(null)),
    injectAt: async (origins) => {
      const found = patterns(await places.read());
      for (const { id, url } of await surface.tabsAt(origins))
        await inject(id, scriptFor(scripts, url, found));
    },
    // no matter what is known of the place: an ordinary page may lie within a webmail's, and a webmail hands itself over
    look: async (tab) => inject(tab, scriptFor(scripts, await surface.addressOf(tab), [])),
    /*
     * The page may lie. All it gains is which of our scripts reads it and what else lies in the same directory of its own origin:
     * the address is the browser's word, and either script obeys the same policy and is validated alike. What it says again
     * finds the place known and the registrations right.
     */
    handOver: async ({ tab, frame, url }, webmail) => {
      // a frame would claim for the whole tab; the hosts of other webmails are nobody's to claim
      if (frame !== 0 || scriptFor(scripts, url, [])?.found !== 'except') return false;
      const place = placeOf(url, webmail);
      // without a grant (one key on a page) `settle` remembers nothing
      if (place !== null) await lock(lockName, () => settle(place)).catch(console.error);
      return inject(
        tab,
        scripts.find(({ found }) => found === 'only'),
      );
    },
  };
}
