import type { Ladder } from '../ladder.ts';

/*
 * What Roundcube 1.6 (elastic skin) shows a mail with, backed by tests/pages/roundcube/. Ids, classes and attributes only: the
 * words beside them are translated into some eighty languages. Fragments of a mail's own HTML cannot carry these ids, since
 * Roundcube prefixes every id and class in it; lower rungs, which such a fragment might fit, leave the body out.
 */

/** Roundcube's own program, which every page of it loads, the one for signing in included. */
export const program = 'script[src*="program/js/app"]';

const outsideBody = ':not(#messagebody *, .message-part *, .message-htmlpart *)';

/** One address of the row `from`, `to`, `cc` …: the text is the name, `title` or `mailto:` the address. */
const addressesOf = (row: string): Ladder => ({
  contact: `.header-headers td.header.${row} .rcmContactAddress`,
  cell: `td.${row} a[href^="mailto:"]`,
  attributes: `[class~="${row}"] a[title*="@"]`,
});

export const ladders = {
  /** The login's address, shown above the folder list; the frame that shows a message does not have it. */
  signedIn: { header: '.header-title.username', attributes: '[class~="username"]' },
  /** Around subject and addresses of the mail on view; attached mails have their own blocks inside the body. */
  headerBlock: {
    id: '#message-header',
    content: `:has(> .header-headers)${outsideBody}`,
    attributes: `[id*="header"]:has(a[href^="mailto:"])${outsideBody}`,
  },
  subject: { heading: 'h2.subject', class: '.subject', attributes: 'h1, h2, h3' },
  from: addressesOf('from'),
  sender: addressesOf('sender'),
  replyTo: addressesOf('replyto'),
  to: addressesOf('to'),
  cc: addressesOf('cc'),
  messageBody: { id: '#messagebody', attributes: '[id*="messagebody"]' },
} satisfies Record<string, Ladder>;

/** Inside the subject line and not part of the subject: the spoken label and the button that opens a window. */
export const besideSubject = '.voice, a, button';

/** The link that unfolds the recipients beyond the tenth. */
export const moreRecipients = '.header-headers td.header .morelink';

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
