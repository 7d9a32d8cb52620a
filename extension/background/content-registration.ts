import { matchesPattern } from './match-pattern.ts';

/** A content script as capture describes it. */
export type ContentScript = {
  id: string;
  js: readonly string[];
  allFrames: boolean;
  runAt: 'document_start' | 'document_idle';
  /** Match patterns: nowhere but there, or anywhere but there. */
  only?: readonly string[];
  except?: readonly string[];
  /** Nowhere but where webmails were found, or anywhere but there. */
  found?: 'only' | 'except';
};

export type Registered = Omit<ContentScript, 'js' | 'only' | 'except' | 'found'> & {
  js: string[];
  matches: string[];
  excludeMatches: string[];
  persistAcrossSessions: boolean;
};

/** The part of `scripting` and `permissions` that is used here. */
export type RegistrationSurface = {
  /** What is granted, as match patterns. */
  origins(): Promise<string[]>;
  registered(ids: string[]): Promise<Registered[]>;
  register(scripts: Registered[]): Promise<void>;
  update(scripts: Registered[]): Promise<void>;
  unregister(ids: string[]): Promise<void>;
};

/**
 * Makes the content scripts run on exactly the granted origins, each page having the one that reads its kind. `found`: patterns
 * of the places where webmails were found, all within what is granted. Where all is so already, nothing is changed.
 */
export async function registerContentScripts(
  surface: RegistrationSurface,
  scripts: readonly ContentScript[],
  found: readonly string[],
): Promise<void> {
  const origins = (await surface.origins()).filter((origin) => /^(?:https?|\*):\/\//.test(origin));
  const held = new Map((await surface.registered(scripts.map(({ id }) => id))).map((one) => [one.id, one]));
  const wanted = scripts
    .map((script) => registrationOf(script, origins, found))
    // browsers refuse a script that matches nothing
    .filter(({ matches }) => matches.length > 0 && origins.length > 0);
  const gone = [...held.keys()].filter((id) => !wanted.some((script) => script.id === id));
  const changed = wanted.filter((script) => held.has(script.id) && !isSame(script, held.get(script.id)));
  const fresh = wanted.filter((script) => !held.has(script.id));
  // stopped in between, a page has two scripts for a while rather than none
  if (fresh.length > 0) await surface.register(fresh);
  if (changed.length > 0) await surface.update(changed);
  if (gone.length > 0) await surface.unregister(gone);
}

function registrationOf(
  { only, except = [], found: where, js, ...script }: ContentScript,
  origins: readonly string[],
  found: readonly string[],
): Registered {
  return {
    ...script,
    js: [...js],
    // a pattern that is not granted is registered in vain, and comes to life with the grant
    matches: [...(where === 'only' ? found : (only ?? origins))],
    excludeMatches: [...except, ...(where === 'except' ? found : [])],
    persistAcrossSessions: true,
  };
}

function isSame(wanted: Registered, held: Registered | undefined): boolean {
  const said = (one: Registered | undefined) =>
    JSON.stringify([
      one?.js,
      one?.allFrames,
      one?.runAt,
      one?.matches.toSorted(),
      one?.excludeMatches.toSorted(),
      one?.persistAcrossSessions,
    ]);
  return said(wanted) === said(held);
}

/** The script that reads a page at this address: the one that is registered for it, or would be if it were granted. */
export function scriptFor(
  scripts: readonly ContentScript[],
  address: string | null,
  found: readonly string[],
): ContentScript | undefined {
  const url = URL.parse(address ?? '');
  const within = (patterns: readonly string[]) =>
    url !== null && patterns.some((pattern) => matchesPattern(pattern, url));
  return scripts.find(({ only, except = [], found: where }) => {
    if (within(except)) return false;
    if (only !== undefined) return within(only);
    return where === undefined || within(found) === (where === 'only');
  });
}
