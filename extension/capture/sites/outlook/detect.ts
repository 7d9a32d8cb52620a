import { all, attributeOf } from '../../unclobbered.ts';
import type { Page } from '../adapter.ts';
import { findAddresses } from '../find-addresses.ts';
import { climber } from '../ladder.ts';
import * as hooks from './selectors.ts';

const hosts = /^outlook\.(?:office|office365|live)\.com$|^outlook\.cloud\.microsoft$/;
const place = /\/mail\/(?:[^/]+\/){0,3}id\/([^/]+)|\/deeplink\/read\/([^/]+)/;

export function isOutlook({ url }: Pick<Page, 'url'>): boolean {
  return hosts.test(url.hostname);
}

/** The conversation or item that the address names; encoded as the page's own ids are not. */
export function itemOnView({ url }: Page): string | null {
  const match = place.exec(url.pathname);
  const id = match?.[1] ?? match?.[2];
  if (id === undefined) return null;
  return decoded(id);
}

/** A stray per cent sign is the address's own. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The item with its unfolded mails, so that unfolding another is a new view. */
export function mailsOnView(page: Page): string | null {
  const item = itemOnView(page);
  if (item === null) return null;
  const find = climber(hooks.ladders);
  const bodies = find.all('body', find.one('pane', page.doc));
  return [item, ...bodies.map((body) => attributeOf(body, 'id') ?? '')].join(' ');
}

/** A shared mailbox stands in the address; else the person's own, from the button or the only tree of folders. */
export function mailboxInFront({ doc, url }: Page): string | null {
  const shared = findAddresses(decoded(url.pathname.split('/')[2] ?? ''))[0];
  const label = all(doc, hooks.accountButton).map((button) => attributeOf(button, 'aria-label') ?? '')[0];
  const button = findAddresses(label ?? '')[0];
  const trees = all(doc, hooks.accountTrees).flatMap((tree) =>
    findAddresses(attributeOf(tree, 'title') ?? ''),
  );
  const only = new Set(trees).size === 1 ? trees[0] : undefined;
  return shared ?? button ?? only ?? null;
}
