import { bodyOf, first } from '../../unclobbered.ts';
import type { SiteAdapter } from '../adapter.ts';
import { conversationOnView, isGmail, mailboxInFront } from './detect.ts';
import { extractThread } from './extract.ts';

/**
 * Gmail, from its known hooks; never seen live here. There is no request for headers alone, so Message-ID and List- headers
 * stay unknown.
 */
export const gmailAdapter: SiteAdapter = {
  id: 'gmail',
  version: 2,
  detect: isGmail,
  mailbox: mailboxInFront,
  view: conversationOnView,
  root: ({ doc }) => first(doc, '[role="main"]') ?? bodyOf(doc),
  extract: (page, _view, input) => extractThread(page, input),
};
