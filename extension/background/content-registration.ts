/** A content script as capture describes it. */
export type ContentScript = {
  id: string;
  js: readonly string[];
  allFrames: boolean;
  runAt: 'document_start' | 'document_idle';
  /** Match patterns: nowhere but there, or anywhere but there. */
  only?: readonly string[];
  except?: readonly string[];
};

type Registered = Omit<ContentScript, 'js' | 'only' | 'except'> & {
  js: string[];
  matches: string[];
  excludeMatches: string[];
  persistAcrossSessions: boolean;
};

/** The part of `scripting`, `permissions` and `tabs` that is used here. */
export type RegistrationSurface = {
  origins(): Promise<string[]>;
  registered(ids: string[]): Promise<string[]>;
  register(scripts: Registered[]): Promise<void>;
  update(scripts: Registered[]): Promise<void>;
  unregister(ids: string[]): Promise<void>;
  tabsAt(origins: string[]): Promise<number[]>;
  inject(tab: number, file: string, allFrames: boolean): Promise<void>;
};

/** Makes the content scripts run on exactly the granted origins. Repeating it changes nothing. */
export async function registerContentScripts(
  surface: RegistrationSurface,
  scripts: readonly ContentScript[],
): Promise<void> {
  const matches = (await surface.origins()).filter((origin) => /^(?:https?|\*):\/\//.test(origin));
  const ids = scripts.map((script) => script.id);
  const held = new Set(await surface.registered(ids));
  if (matches.length === 0) {
    if (held.size > 0) await surface.unregister([...held]);
    return;
  }
  // a pattern that is not granted is registered in vain, and comes to life with the grant
  const wanted = scripts.map(({ only, except = [], js, ...script }) => ({
    ...script,
    js: [...js],
    matches: only === undefined ? matches : [...only],
    excludeMatches: [...except],
    persistAcrossSessions: true,
  }));
  const known = wanted.filter((script) => held.has(script.id));
  const fresh = wanted.filter((script) => !held.has(script.id));
  if (known.length > 0) await surface.update(known);
  if (fresh.length > 0) await surface.register(fresh);
}

/** Pages of an origin that were open before it was granted: registered scripts run only from the next load on. */
export async function injectIntoOpenTabs(
  surface: RegistrationSurface,
  scripts: readonly ContentScript[],
  origins: string[],
): Promise<void> {
  for (const tab of await surface.tabsAt(origins)) await injectAll(surface, scripts, tab);
}

/** Puts all content scripts into a tab once. How many the browser let in. */
export async function injectAll(
  surface: Pick<RegistrationSurface, 'inject'>,
  scripts: readonly ContentScript[],
  tab: number,
): Promise<number> {
  const runs = scripts.flatMap((script) =>
    script.js.map((file) => surface.inject(tab, file, script.allFrames)),
  );
  const settled = await Promise.allSettled(runs);
  return settled.filter((run) => run.status === 'fulfilled').length;
}
