/*
 * Gmail's page, from hooks that public code relies on; tests/pages/gmail/ holds pages made after them. Never seen live here. The
 * attributes are data and the same in every language; the short class names have been the same for years, and are only
 * relied on together with the attributes.
 */

/** The subject above a conversation. The conversation read before stays in the document, hidden. */
export const threadSubject = 'h2.hP[data-thread-perm-id], h2[data-legacy-thread-id]';

/** One unfolded mail. One that was just sent has no legacy id yet; a folded one is no `.adn`. */
export const unfoldedMail = 'div.adn[data-message-id]';

/** Sender; `email` and `name` are attributes. */
export const sender = '.gD[email]';

/** Recipients, To and Cc alike: Gmail's short line does not tell them apart except by words. */
export const recipient = '.g2[email]';

/** The date in full, in the person's language. */
export const dateTitle = '.g3[title]';

export const body = 'div.a3s';

/** The button with the person's picture, which names the account. */
export const accountButton = 'a[href*="/SignOutOptions"][aria-label*="@"]';
