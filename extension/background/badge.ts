import type { Database } from '../db/database.ts';
import { recognisePage } from '../db/queries/recognise-page.ts';
import type { PageState } from '../db/views.ts';

export type BadgeKind = 'known' | 'several' | 'unknown' | 'changed' | 'ask' | 'unhealthy';

/** Two or three characters for the icon, and a sentence for its tooltip: nothing is told by colour. */
export type BadgeWords = Record<BadgeKind, { text: string; title: string }>;

export type BadgeSurface = {
  setBadgeText(details: { tabId: number; text: string }): Promise<void>;
  setTitle(details: { tabId: number; title: string }): Promise<void>;
};

/** What the icon says of a page: what asks for the person first, then the rest. Null: nothing to say. */
export async function badgeFor(db: Database, state: PageState): Promise<BadgeKind | null> {
  if (state.attendance === 'ask') return state.mailbox === null ? null : 'ask';
  if (state.attendance !== 'go') return null;
  if (state.health === 'unhealthy' || state.stopped === true) return 'unhealthy';
  const standings = new Set((await recognisePage(db, state)).map((entry) => entry.standing.kind));
  const order = ['changed', 'several', 'unknown', 'known'] as const;
  return order.find((kind) => standings.has(kind)) ?? null;
}

/** Shows it; a tab that is gone meanwhile is no error. `otherwise` is the tooltip of a page that says nothing. */
export async function showBadge(
  surface: BadgeSurface,
  tabId: number,
  kind: BadgeKind | null,
  words: BadgeWords,
  otherwise: string,
): Promise<void> {
  const { text, title } = kind === null ? { text: '', title: otherwise } : words[kind];
  await Promise.allSettled([surface.setBadgeText({ tabId, text }), surface.setTitle({ tabId, title })]);
}
