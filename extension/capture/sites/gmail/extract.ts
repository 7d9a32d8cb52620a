import type { ReadingProblem } from '../../../../shared/capture/page-reading.ts';
import type { SeenMail, SeenMailbox } from '../../../../shared/capture/seen.ts';
import { isAddressShaped } from '../../../../shared/identity/email-address.ts';
import { ownWords } from '../../mail/bulk-signs.ts';
import { readSignature } from '../../signature/read-signature.ts';
import { attributeOf, languageOf, titleOf, wholeText } from '../../unclobbered.ts';
import { broken, type ExtractInput, type Extraction, type Page, readMails, waiting } from '../adapter.ts';
import { climber } from '../ladder.ts';
import { parseShownDate } from '../parse-shown-date.ts';
import { plausibleDate } from '../plausible-date.ts';
import { ladders } from './selectors.ts';
import { type Find, threadOnView } from './thread.ts';

const mostMails = 50;

/** The unfolded mails of the conversation on view. Folded ones show no addresses and are read once they are unfolded. */
export function extractThread({ doc, url }: Page, { last, now }: ExtractInput): Extraction {
  const find = climber(ladders);
  const thread = threadOnView(doc, find);
  if (thread === null) return last ? broken('shape-changed') : waiting;
  const subject = textOf(thread.heading);
  const popped = url.searchParams.get('th');
  const right = popped === null ? titleNames(doc, subject) : isThread(thread.heading, popped);
  if (!right) return last ? broken('thread-mismatch') : waiting;
  const mails = find.all('mail', thread.area).slice(0, mostMails);
  const problems: ReadingProblem[] = ['headers-unreadable'];
  const read = mails.map((mail) => readOne(mail, { subject, now, doc, problems, find }));
  const seen = read.filter((mail) => mail !== null);
  if (mails.length > 0 && seen.length === 0) return last ? broken(...problems) : waiting;
  return readMails(seen, problems, find.lowered());
}

/** The tab is named after the conversation; until it is, the document still shows the one before. */
function titleNames(doc: Document, subject: string): boolean {
  return squeezed(titleOf(doc)).includes(squeezed(subject).slice(0, 100));
}

/** A window of its own names the conversation in its address. */
function isThread(heading: Element, id: string): boolean {
  const known = ['data-thread-perm-id', 'data-legacy-thread-id'].map((name) => attributeOf(heading, name));
  return known.some((one) => one !== null && one.replace(/^#/, '') === id.replace(/^#/, ''));
}

type Context = { subject: string; now: number; doc: Document; problems: ReadingProblem[]; find: Find };

function readOne(mail: Element, { subject, now, doc, problems, find }: Context): SeenMail | null {
  const senders = find.all('sender', mail);
  const from = senders.flatMap(mailboxOf)[0];
  if (from === undefined) {
    problems.push(senders.length === 0 ? 'sender-missing' : 'sender-not-an-address');
    return null;
  }
  const others = find.all('recipient', mail).filter((element) => !senders.includes(element));
  const to = distinct(others.slice(0, 1000).flatMap(mailboxOf));
  if (to.length === 0) problems.push('recipients-missing');
  const style = {
    language: languageOf(doc),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const titled = find.one('date', mail);
  const title = titled === null ? '' : (attributeOf(titled, 'title') ?? '');
  const date = plausibleDate(parseShownDate(title, style), now);
  if (date === null) problems.push('date-missing');
  const body = find.one('body', mail);
  return {
    messageId: null,
    answers: [],
    from,
    sender: null,
    replyTo: [],
    to,
    cc: [],
    subject: subject.slice(0, 1000),
    date: date === null ? { ms: now, precision: 'seen' } : { ms: date, precision: 'minute' },
    bulk: 'unknown',
    signs: { headers: null, words: ownWords(body) },
    signature: body === null ? null : readSignature({ text: '', html: body, from }),
  };
}

function mailboxOf(element: Element): SeenMailbox[] {
  const email = attributeOf(element, 'email') ?? '';
  if (!isAddressShaped(email)) return [];
  const name = attributeOf(element, 'name')?.trim().slice(0, 300) ?? '';
  return [{ name: name === '' || name === email ? null : name, email }];
}

function distinct(list: readonly SeenMailbox[]): SeenMailbox[] {
  const byAddress = new Map(list.map((one) => [one.email.toLowerCase(), one]));
  return [...byAddress.values()];
}

function textOf(element: Element): string {
  return wholeText(element).replace(/\s+/g, ' ').trim();
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
