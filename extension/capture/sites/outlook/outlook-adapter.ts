import type { SiteAdapter } from '../adapter.ts';
import { climber } from '../ladder.ts';
import { isOutlook, mailboxInFront, mailsOnView } from './detect.ts';
import { extractMails } from './extract.ts';
import { ladders } from './selectors.ts';

/**
 * Outlook on the web, from its known hooks; never seen live here. There is no request for headers alone, so Message-ID and
 * List- headers stay unknown.
 */
export const outlookAdapter: SiteAdapter = {
  id: 'outlook',
  version: 2,
  detect: isOutlook,
  mailbox: mailboxInFront,
  view: mailsOnView,
  root: ({ doc }) => climber(ladders).one('pane', doc),
  extract: (page, _view, input) => extractMails(page, input),
};
