/*
 * What Roundcube 1.6 (elastic skin) shows a mail with, backed by tests/pages/roundcube/. Ids and classes only: the words
 * beside them are translated into some eighty languages. Fragments of a mail's own HTML cannot carry these ids, since
 * Roundcube prefixes every id and class in it.
 */

/** Roundcube's own program, which every page of it loads, the one for signing in included. */
export const program = 'script[src*="program/js/app"]';

/** The login's address, shown above the folder list; the frame that shows a message does not have it. */
export const signedIn = '.header-title.username';

/** Around subject and addresses of the mail on view; attached mails have their own blocks inside the body. */
export const headerBlock = '#message-header';

export const subjectLine = 'h2.subject';
/** Inside the subject line and not part of the subject: the spoken label and the button that opens a window. */
export const besideSubject = '.voice, a, button';

/** One address of the row `from`, `to`, `cc` …: the text is the name, `title` or `mailto:` the address. */
export const addressesOf = (row: string) => `.header-headers td.header.${row} .rcmContactAddress`;

/** The link that unfolds the recipients beyond the tenth. */
export const moreRecipients = '.header-headers td.header .morelink';

export const messageBody = '#messagebody';

/** Above everything that belongs to an attached mail. */
export const attachedHeaders = '.message-partheaders';

/** The text of one part: HTML first, then plain text. */
export const partText = [
  '.message-htmlpart .rcmBody',
  '.message-htmlpart',
  '.message-part .pre',
  '.message-part',
];

/** Drawn after the message: once it is there, so is all of the message. */
export const afterMessage = '#attachmentmenu, #mailto-menu, #messagestack';

/** One mail of the list, its link (`_uid`, `_mbox`; the text is the subject), and who is shown with it. */
export const listRow = '#messagelist tr.message';
export const rowLink = 'td.subject span.subject a[href*="_uid="]';
export const rowAddress = '.fromto .rcmContactAddress';

/** Buttons within a row, which open nothing. */
export const besideRowText = 'td.flags, td.selection, .msgicon, .expandcollapse';

/** Where the list opens a mail beside itself. */
export const messageFrame = '#messagecontframe';
