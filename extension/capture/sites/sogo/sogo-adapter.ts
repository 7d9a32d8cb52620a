import type { SiteAdapter } from '../adapter.ts';
import { climber } from '../ladder.ts';
import { askSogo } from './ask-sogo.ts';
import { isSogo, mailboxInFront, messageOnView } from './detect.ts';
import { extractMail } from './extract.ts';
import { ladders } from './selectors.ts';

/** SOGo 5.8: one page with hash routes, and popups of the same make. */
export const sogoAdapter: SiteAdapter = {
  id: 'sogo',
  version: 2,
  detect: isSogo,
  mailbox: mailboxInFront,
  view: messageOnView,
  root: ({ doc }) => climber(ladders).one('message', doc),
  request: async (page, _view, requesting) => {
    const answers = await askSogo(page, requesting);
    return answers === null ? null : JSON.stringify(answers);
  },
  extract: (page, _view, input) => extractMail(page, input),
};
