import { browser } from 'wxt/browser';
import type { Database } from '../db/database.ts';
import type { PageState } from '../db/views.ts';
import { badgeFor, showBadge } from './badge.ts';
import { badgeWords } from './badge-words.ts';
import { browserLock, browserSession, isAlive } from './browser-surfaces.ts';
import { type PageStates, pageStates } from './page-states.ts';

export type WatchedTabs = {
  states: PageStates;
  /** What is known of this page may have changed: the badge is made anew. */
  changed(state: PageState): void;
  allChanged(): void;
};

/** What every tab shows, for as long as its documents live, and the badge that says how it stands to the pool. */
export function watchTabs(db: Database): WatchedTabs {
  const states = pageStates(browserSession, browserLock);
  const badge = async (state: PageState) => {
    const { words, otherwise } = badgeWords();
    await showBadge(browser.action, state.tab, await badgeFor(db, state), words, otherwise);
  };
  const changed = (state: PageState) => {
    void badge(state).catch(console.error);
    // What a frame said last may have been written after its tab was closed: nobody would ever drop it.
    browser.tabs.get(state.tab).catch(() => states.prune(state.tab).catch(console.error));
  };
  // A page inside the page may load while the outer one stays, so it is the documents that are asked.
  browser.tabs.onUpdated.addListener((tab, { status }) => {
    if (status !== undefined) void states.prune(tab, (frame) => isAlive(tab, frame)).catch(console.error);
  });
  browser.tabs.onRemoved.addListener((tab) => void states.prune(tab).catch(console.error));
  return {
    states,
    changed,
    allChanged: () => {
      void states.all().then((all) => all.forEach(changed), console.error);
    },
  };
}
