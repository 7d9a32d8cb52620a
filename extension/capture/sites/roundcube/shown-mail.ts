import type { SeenMailbox } from '../../../../shared/capture/seen.ts';
import { isAddressShaped } from '../../../../shared/identity/email-address.ts';
import { all, attributeOf, contains, first, wholeText } from '../../unclobbered.ts';
import type { Climber } from '../ladder.ts';
import { besideSubject, type ladders, moreRecipients } from './selectors.ts';

export type Find = Climber<keyof typeof ladders>;

export type ShownMail = {
  from: SeenMailbox[];
  sender: SeenMailbox[];
  replyTo: SeenMailbox[];
  to: SeenMailbox[];
  cc: SeenMailbox[];
  subject: string | null;
  /** Recipients beyond the tenth are folded away. */
  recipientsHidden: boolean;
};

const most = 1000;

/** What the document says about the outer mail on view. Null where Roundcube's header block is not there. */
export function shownMail(doc: Document, find: Find): ShownMail | null {
  const block = find.one('headerBlock', doc);
  if (block === null) return null;
  const row = (fact: Parameters<Find['all']>[0]) =>
    find.all(fact, block).slice(0, most).flatMap(shownMailbox);
  return {
    from: row('from'),
    sender: row('sender'),
    replyTo: row('replyTo'),
    to: row('to'),
    cc: row('cc'),
    subject: shownSubject(find.one('subject', block)),
    recipientsHidden: first(block, moreRecipients) !== null,
  };
}

/** The mailbox behind a link of Roundcube's to an address; at most one. */
export function shownMailbox(link: Element): SeenMailbox[] {
  const href = attributeOf(link, 'href') ?? '';
  const target = href.startsWith('mailto:') ? href.slice('mailto:'.length) : '';
  const text = wholeText(link).trim();
  const email = [attributeOf(link, 'title') ?? '', target, text].find(isAddressShaped);
  if (email === undefined) return [];
  return [{ name: text === '' || text === email ? null : text.slice(0, 300), email }];
}

function shownSubject(line: Element | null): string | null {
  if (line === null) return null;
  const beside = all(line, besideSubject);
  const walker = Document.prototype.createTreeWalker.call(document, line, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!beside.some((element) => contains(element, node))) text += node.nodeValue;
  }
  return text.replace(/\s+/g, ' ').trim().slice(0, 1000);
}
