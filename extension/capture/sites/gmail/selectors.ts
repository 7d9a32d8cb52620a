import type { Ladder } from '../ladder.ts';

/*
 * Gmail's page, from hooks that public code relies on; tests/pages/gmail/ holds pages made after them. Never seen live here. The
 * attributes are data and the same in every language; the short class names have been the same for years, and are only
 * relied on together with the attributes.
 */

export const ladders = {
  /** The subject above a conversation. The conversation read before stays in the document, hidden. */
  subject: {
    heading: 'h2.hP[data-thread-perm-id], h2[data-legacy-thread-id]',
    attributes: ':is(h1, h3, [role="heading"]):is([data-thread-perm-id], [data-legacy-thread-id])',
  },
  /** One unfolded mail. One that was just sent has no legacy id yet; a folded one is no `.adn`. */
  mail: {
    class: 'div.adn[data-message-id]',
    attributes: '[role="listitem"][aria-expanded="true"] [data-message-id]',
  },
  /** `email` and `name` are attributes. */
  sender: { class: '.gD[email]', heading: 'h3 [email]', attributes: '[email][name]' },
  /** To and Cc alike: Gmail's short line does not tell them apart except by words. */
  recipient: { class: '.g2[email]', attributes: '[email]:not(.gD, h3 [email])' },
  /** The date in full, in the person's language. */
  date: { class: '.g3[title]', attributes: '[title][alt]:not([email])' },
  body: { class: 'div.a3s', attributes: '[dir="ltr"], [dir="rtl"], [dir="auto"]' },
} satisfies Record<string, Ladder>;

/** The button with the person's picture, which names the account. */
export const accountButton = 'a[href*="/SignOutOptions"][aria-label*="@"]';
