import type { SiteAdapter } from '../adapter.ts';
import { climber } from '../ladder.ts';
import { isRoundcube, mailboxInFront, messageOnView } from './detect.ts';
import { extractMail } from './extract.ts';
import { headersPath } from './headers-dialog.ts';
import { openingMail } from './opening-mail.ts';
import { ladders } from './selectors.ts';

/**
 * Roundcube 1.6. A click on the list opens the message in a frame of its own, so this runs in every frame and the one that
 * shows the message reads it.
 */
export const roundcubeAdapter: SiteAdapter = {
  id: 'roundcube',
  version: 2,
  detect: isRoundcube,
  mailbox: mailboxInFront,
  view: messageOnView,
  root: ({ doc }) => climber(ladders).one('messageBody', doc),
  request: async ({ url }, _view, { readText }) => {
    const path = headersPath(url);
    return path === null ? null : readText(path);
  },
  opening: openingMail,
  extract: (page, _view, input) => extractMail(page, input),
};
