import type { ReadingProblem } from '../../../../shared/capture/page-reading.ts';
import type { SeenMail } from '../../../../shared/capture/seen.ts';
import { ownWords } from '../../mail/bulk-signs.ts';
import { mailFromHeaders } from '../../mail/mail-from-headers.ts';
import { parseHeaders } from '../../mail/parse-headers.ts';
import { readSignature } from '../../signature/read-signature.ts';
import { first } from '../../unclobbered.ts';
import { broken, type ExtractInput, type Extraction, type Page, readMail, waiting } from '../adapter.ts';
import { climber } from '../ladder.ts';
import { environmentText } from './environment.ts';
import { headersFromDialog } from './headers-dialog.ts';
import * as hooks from './selectors.ts';
import { type Find, type ShownMail, shownMail } from './shown-mail.ts';
import { sameAddress, withShownNames } from './shown-names.ts';

/** The outer mail on view: its raw headers where they could be had, else what the document shows. */
export function extractMail({ doc, url }: Page, { answer, last, now }: ExtractInput): Extraction {
  if (!last && doc.readyState === 'loading' && first(doc, hooks.afterMessage) === null) return waiting;
  const find = climber(hooks.ladders);
  const shown = shownMail(doc, find);
  if (shown === null) return last ? broken('shape-changed') : waiting;
  if (isUnsentOrJunk(doc, url)) return readMail(null, []);
  const body = bodyText(doc, find);
  const header = parseHeaders(headersFromDialog(answer ?? '') ?? '');
  const { mail, problems } = header === null ? fromShown(shown, now) : mailFromHeaders(header, now);
  const sender = mail.from;
  if (sender === null)
    return problems.includes('headers-unreadable') ? broken(...problems) : readMail(null, problems);
  if (header !== null && shown.from.length > 0 && !shown.from.some((one) => sameAddress(one, sender)))
    return broken('thread-mismatch');
  const rungs = find.lowered();
  // what a lower rung found may be somebody else, where no header speaks for it
  if (header === null && rungs.length > 0) return broken('shape-changed', ...problems);
  if (shown.from.length === 0) rungs.push('from:headers');
  const signature = body === null ? null : readSignature({ text: '', html: body, from: sender });
  const signs = { headers: mail.signs?.headers ?? null, words: ownWords(body) };
  const named = header === null ? mail : withShownNames(mail, shown);
  return readMail({ ...named, signs, signature }, problems, rungs);
}

/** A draft is no contact yet, and what lies in the junk folder is none either. */
export function isUnsentOrJunk(doc: Document, url: URL): boolean {
  const folder = url.searchParams.get('_mbox');
  return ['drafts_mailbox', 'junk_mailbox'].some((name) => environmentText(doc, name) === folder);
}

function bodyText(doc: Document, find: Find): Element | null {
  const body = find.one('messageBody', doc);
  if (body === null) return null;
  const attached = first(body, hooks.attachedHeaders);
  for (const selector of hooks.partText) {
    const part = first(body, selector);
    const outer =
      part !== null &&
      (attached === null ||
        (Node.prototype.compareDocumentPosition.call(attached, part) & Node.DOCUMENT_POSITION_PRECEDING) !==
          0);
    if (outer) return part;
  }
  return null;
}

function fromShown(shown: ShownMail, now: number): { mail: SeenMail; problems: ReadingProblem[] } {
  const problems: ReadingProblem[] = ['headers-unreadable', 'date-missing'];
  const from = shown.from[0] ?? null;
  if (from === null) problems.push('sender-missing');
  if (shown.to.length + shown.cc.length === 0) problems.push('recipients-missing');
  if (shown.recipientsHidden) problems.push('recipients-hidden');
  const mail: SeenMail = {
    messageId: null,
    answers: [],
    from,
    sender: shown.sender[0] ?? null,
    replyTo: shown.replyTo.slice(0, 20),
    to: shown.to,
    cc: shown.cc,
    subject: shown.subject,
    date: { ms: now, precision: 'seen' },
    bulk: 'unknown',
    signature: null,
  };
  return { mail, problems };
}
