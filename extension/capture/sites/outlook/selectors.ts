/*
 * Outlook on the web, from hooks that public code relies on; tests/pages/outlook/ holds pages made after them. Never seen live
 * here. Its class names are made anew with every build, so only ids, data attributes and roles are used.
 */

/** Around the mails of a conversation, or around a single one (also in a window of its own). */
export const readingPane = '#ConversationReadingPaneContainer, #ItemReadingPaneContainer';

/** One unfolded mail has one of each; the part before the underscore is its own. */
export const fromField = '[id$="_FROM"]';
export const toField = '[id$="_TO"]';
export const ccField = '[id$="_CC"]';
export const subjectField = '[id$="_SUBJECT"]';
export const dateField = '[data-testid="SentReceivedSavedTime"]';
export const body = '[id^="UniqueMessageBody"]';

/** Rows of the list; the first is not always the one on view. */
export const selectedRow = '[data-convid][aria-selected="true"]';

/** The button with the person's picture. */
export const accountButton = '#O365_MainLink_Me[aria-label]';

/** Each account heads its own tree of folders. */
export const accountTrees = '[role="treeitem"][title*="@"]';
