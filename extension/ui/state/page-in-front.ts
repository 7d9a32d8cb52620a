import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { PageState } from '../../db/views.ts';

/**
 * The tab in front. `url` null: the browser does not say, because the site is not granted (or is the browser's own page).
 * `state`: what was last read there, in this very document's site.
 */
export type Front = {
  tab: number | null;
  url: string | null;
  title: string | null;
  granted: boolean;
  state: PageState | null;
};

export const front = signal<Front | null>(null);

const keyOf = (tab: number) => `page:${tab}`;

/** The match pattern of a page's site, any port; null where no extension may read. */
export function sitePattern(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  return `${parsed.protocol}//${parsed.hostname}/*`;
}

async function readFront(tab: number): Promise<Front> {
  const [about, stored] = await Promise.all([
    browser.tabs.get(tab).catch(() => null),
    browser.storage.session.get(keyOf(tab)),
  ]);
  const url = about?.url ?? null;
  const pattern = sitePattern(url);
  const granted = pattern !== null && (await browser.permissions.contains({ origins: [pattern] }));
  const state = (stored[keyOf(tab)] as PageState | undefined) ?? null;
  // What is stored of a tab that has moved on to another site is about a page that is no longer there.
  const current = state !== null && url !== null && URL.parse(url)?.origin === state.origin;
  return { tab, url, title: about?.title ?? null, granted, state: current ? state : null };
}

async function tabInFront(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Follows the tab in front of this window, or the one `pinned`; returns the end of that. */
export function followPage(pinned: number | null): () => void {
  let asked = 0;
  let tab = pinned;
  const refresh = async () => {
    asked += 1;
    const mine = asked;
    if (pinned === null) tab = await tabInFront();
    const next = tab === null ? null : await readFront(tab);
    if (mine !== asked) return;
    front.value = next ?? { tab: null, url: null, title: null, granted: false, state: null };
  };
  const updated = (id: number) => {
    if (id === tab) void refresh();
  };
  const stored = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && tab !== null && keyOf(tab) in changes) void refresh();
  };
  const anything = () => void refresh();
  browser.tabs.onActivated.addListener(anything);
  browser.tabs.onUpdated.addListener(updated);
  browser.storage.onChanged.addListener(stored);
  browser.permissions.onAdded.addListener(anything);
  browser.permissions.onRemoved.addListener(anything);
  void refresh();
  return () => {
    browser.tabs.onActivated.removeListener(anything);
    browser.tabs.onUpdated.removeListener(updated);
    browser.storage.onChanged.removeListener(stored);
    browser.permissions.onAdded.removeListener(anything);
    browser.permissions.onRemoved.removeListener(anything);
  };
}
