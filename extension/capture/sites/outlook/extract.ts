import type { ReadingProblem } from '../../../../shared/capture/page-reading.ts';
import type { SeenMail } from '../../../../shared/capture/seen.ts';
import { bulkOfShown } from '../../mail/bulk-of-shown.ts';
import { readSignature } from '../../signature/read-signature.ts';
import { broken, type ExtractInput, type Extraction, type Page, readMails, waiting } from '../adapter.ts';
import { parseShownDate } from '../parse-shown-date.ts';
import { itemOnView } from './detect.ts';
import { peopleInField } from './people-in-field.ts';
import * as hooks from './selectors.ts';

const mostMails = 50;

/** The unfolded mails in the reading pane, if that shows what the address names. */
export function extractMails(page: Page, { last, now }: ExtractInput): Extraction {
  const { doc } = page;
  const pane = doc.querySelector(hooks.readingPane);
  const senders = [...(pane?.querySelectorAll(hooks.fromField) ?? [])].slice(0, mostMails);
  if (pane === null || senders.length === 0) return last ? broken('shape-changed') : waiting;
  const selected = doc.querySelector(hooks.selectedRow)?.getAttribute('data-convid') ?? null;
  if (selected !== null && selected !== itemOnView(page)) return last ? broken('thread-mismatch') : waiting;
  const problems: ReadingProblem[] = ['headers-unreadable'];
  const subject = doc.querySelector(hooks.subjectField)?.textContent?.replace(/\s+/g, ' ').trim() ?? null;
  if (subject === null) problems.push('subject-missing');
  const mails = senders.map((sender) => readOne(sender, pane, { subject, now, problems }));
  return readMails(
    mails.filter((mail) => mail !== null),
    problems,
  );
}

type Context = { subject: string | null; now: number; problems: ReadingProblem[] };

function readOne(sender: Element, pane: Element, { subject, now, problems }: Context): SeenMail | null {
  const from = peopleInField(sender).people[0];
  if (from === undefined) {
    problems.push('sender-not-an-address');
    return null;
  }
  const area = areaOf(sender, pane);
  const to = peopleInField(area.querySelector(hooks.toField));
  const cc = peopleInField(area.querySelector(hooks.ccField));
  if (to.people.length + cc.people.length === 0) problems.push('recipients-missing');
  if (to.hidden || cc.hidden) problems.push('recipients-hidden');
  const date = shownDay(area, sender.ownerDocument);
  if (date === null) problems.push('date-missing');
  const body = area.querySelector(hooks.body);
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
    bulk: bulkOfShown({ from, subject, body }),
    signature: body === null ? null : readSignature({ text: '', html: body, from }),
  };
}

/** One mail's own part of the pane: the widest element around its sender that holds no other sender. */
function areaOf(sender: Element, pane: Element): Element {
  let area = sender;
  while (area !== pane && area.parentElement !== null) {
    if (area.parentElement.querySelectorAll(hooks.fromField).length > 1) break;
    area = area.parentElement;
  }
  return area;
}

/** Outlook shows times in the mailbox's time zone, which the page does not name: only the day is taken from them. */
function shownDay(area: Element, doc: Document): number | null {
  const text = area.querySelector(hooks.dateField)?.textContent?.trim() ?? '';
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return parseShownDate(text, { timeZone, language: doc.documentElement.lang || 'en' });
}
