import type { Ladder } from '../ladder.ts';

/*
 * Outlook on the web, from hooks that public code relies on; tests/pages/outlook/ holds pages made after them. Never seen live
 * here. Its class names are made anew with every build, so only ids, data attributes and roles are used.
 */

export const ladders = {
  /** Around the mails of a conversation, or around a single one (also in a window of its own). */
  pane: {
    id: '#ConversationReadingPaneContainer, #ItemReadingPaneContainer',
    attributes: '[id$="ReadingPaneContainer"]',
  },
  /** One unfolded mail has one of each; the part before the underscore is its own. */
  from: { id: '[id$="_FROM"]', attributes: '[id*="_FROM"]' },
  to: { id: '[id$="_TO"]', attributes: '[id*="_TO"], [data-testid*="ToRecipients"]' },
  cc: { id: '[id$="_CC"]', attributes: '[id*="_CC"], [data-testid*="CcRecipients"]' },
  subject: { id: '[id$="_SUBJECT"]', attributes: '[id*="_SUBJECT"], [role="heading"]' },
  date: { test: '[data-testid="SentReceivedSavedTime"]', attributes: '[data-testid*="Time"]' },
  body: { id: '[id^="UniqueMessageBody"]', attributes: '[id*="MessageBody"], [role="document"]' },
} satisfies Record<string, Ladder>;

/** Rows of the list; the first is not always the one on view. */
export const selectedRow = '[data-convid][aria-selected="true"]';

/** The button with the person's picture. */
export const accountButton = '#O365_MainLink_Me[aria-label]';

/** Each account heads its own tree of folders. */
export const accountTrees = '[role="treeitem"][title*="@"]';
