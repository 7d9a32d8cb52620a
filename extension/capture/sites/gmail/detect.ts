import { attributeOf, first, titleOf } from '../../unclobbered.ts';
import type { Page } from '../adapter.ts';
import { findAddresses } from '../find-addresses.ts';
import { climber } from '../ladder.ts';
import { accountButton, ladders } from './selectors.ts';
import { threadOnView } from './thread.ts';

/** What follows the last slash of the hash on a conversation: sixteen hexadecimal digits of old, longer since. */
const threadId = /^[A-Za-z0-9]{16,}$/;

export function isGmail({ url }: Pick<Page, 'url'>): boolean {
  return url.hostname === 'mail.google.com';
}

/**
 * The account, from the tab's title (`Subject - jonas@… - Gmail`), where it stands last: several accounts have several tabs. A
 * subject may name addresses too.
 */
export function mailboxInFront({ doc }: Page): string | null {
  const titled = findAddresses(titleOf(doc)).at(-1);
  const button = first(doc, accountButton);
  const labelled = button === null ? '' : (attributeOf(button, 'aria-label') ?? '');
  return titled ?? findAddresses(labelled).at(-1) ?? null;
}

/** The conversation that the address names, with its unfolded mails; the document alone would show a list's last one. */
export function conversationOnView(page: Page): string | null {
  const { url } = page;
  const popped = url.searchParams.get('th');
  const last = url.hash.split('?')[0]?.split('/').at(-1) ?? '';
  const id = popped ?? (url.hash.includes('/') && threadId.test(last) ? last : null);
  if (id === null) return null;
  const find = climber(ladders);
  const mails = find.all('mail', threadOnView(page.doc, find)?.area ?? null);
  return [id, ...mails.map((mail) => attributeOf(mail, 'data-message-id'))].join(' ');
}
