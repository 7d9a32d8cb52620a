import type { ReadingProblem } from '../../../../shared/capture/page-reading.ts';
import type { SeenMail } from '../../../../shared/capture/seen.ts';
import { ownWords } from '../../mail/bulk-signs.ts';
import { readSignature } from '../../signature/read-signature.ts';
import { attributeOf, contains, first, languageOf, parentOf, wholeText } from '../../unclobbered.ts';
import { broken, type ExtractInput, type Extraction, type Page, readMails, waiting } from '../adapter.ts';
import { type Climber, climber } from '../ladder.ts';
import { parseShownDate } from '../parse-shown-date.ts';
import { plausibleDate } from '../plausible-date.ts';
import { itemOnView } from './detect.ts';
import { peopleInField } from './people-in-field.ts';
import { ladders, selectedRow } from './selectors.ts';

type Find = Climber<keyof typeof ladders>;

const mostMails = 50;

/** The unfolded mails in the reading pane, if that shows what the address names. */
export function extractMails(page: Page, { last, now }: ExtractInput): Extraction {
  const { doc } = page;
  const find = climber(ladders);
  const pane = find.one('pane', doc);
  const senders = find.all('from', pane).slice(0, mostMails);
  if (pane === null || senders.length === 0) return last ? broken('shape-changed') : waiting;
  const row = first(doc, selectedRow);
  const selected = row === null ? null : attributeOf(row, 'data-convid');
  if (selected !== null && selected !== itemOnView(page)) return last ? broken('thread-mismatch') : waiting;
  const problems: ReadingProblem[] = ['headers-unreadable'];
  const heading = find.one('subject', doc);
  const subject = heading === null ? null : wholeText(heading).replace(/\s+/g, ' ').trim();
  if (subject === null) problems.push('subject-missing');
  const mails = senders.map((sender) =>
    readOne(sender, { pane, senders, subject, now, doc, problems, find }),
  );
  return readMails(
    mails.filter((mail) => mail !== null),
    problems,
    find.lowered(),
  );
}

type Context = {
  pane: Element;
  senders: readonly Element[];
  subject: string | null;
  now: number;
  doc: Document;
  problems: ReadingProblem[];
  find: Find;
};

function readOne(sender: Element, context: Context): SeenMail | null {
  const { subject, now, doc, problems, find } = context;
  const from = peopleInField(sender).people[0];
  if (from === undefined) {
    problems.push('sender-not-an-address');
    return null;
  }
  const area = areaOf(sender, context);
  const to = peopleInField(find.one('to', area));
  const cc = peopleInField(find.one('cc', area));
  if (to.people.length + cc.people.length === 0) problems.push('recipients-missing');
  if (to.hidden || cc.hidden) problems.push('recipients-hidden');
  const date = plausibleDate(shownDay(find.one('date', area), doc), now);
  if (date === null) problems.push('date-missing');
  const body = find.one('body', area);
  return {
    messageId: null,
    answers: [],
    from,
    sender: null,
    replyTo: [],
    to: to.people,
    cc: cc.people,
    subject: subject?.slice(0, 1000) ?? null,
    date: date === null ? { ms: now, precision: 'seen' } : { ms: date, precision: 'day' },
    bulk: 'unknown',
    signs: { headers: null, words: ownWords(body) },
    signature: body === null ? null : readSignature({ text: '', html: body, from }),
  };
}

/** One mail's own part of the pane: the widest element around its sender that holds no other sender. */
function areaOf(sender: Element, { pane, senders }: Context): Element {
  let area = sender;
  while (area !== pane) {
    const around = parentOf(area);
    if (around === null || senders.some((other) => other !== sender && contains(around, other))) break;
    area = around;
  }
  return area;
}

/** Outlook shows times in the mailbox's time zone, which the page does not name: only the day is taken from them. */
function shownDay(field: Element | null, doc: Document): number | null {
  const text = wholeText(field).trim();
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return parseShownDate(text, { timeZone, language: languageOf(doc) });
}
