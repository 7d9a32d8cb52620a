import type { ReadingProblem } from '../../../shared/capture/page-reading.ts';
import type { SeenMail, SeenMailbox } from '../../../shared/capture/seen.ts';
import { decodeHeaderText } from '../addresses/decode-header-text.ts';
import { parseAddressList } from '../addresses/parse-address-list.ts';
import { headerSigns } from './bulk-signs.ts';
import { answeredIds, messageIdOf } from './message-ids.ts';
import { parseMailDate } from './parse-date.ts';
import type { HeaderLookup } from './parse-headers.ts';

const mostRecipients = 1000;
const mostReplyTo = 20;

export type HeaderReading = { mail: SeenMail; problems: ReadingProblem[] };

/** What a mail's own headers say about it. `now`: when it was read, for mails whose date cannot be. Without a signature. */
export function mailFromHeaders(header: HeaderLookup, now: number): HeaderReading {
  const problems: ReadingProblem[] = [];
  const list = (name: string, most = mostRecipients): SeenMailbox[] => {
    const found = header(name).flatMap(parseAddressList);
    if (found.length > most) problems.push('too-large');
    return found.slice(0, most);
  };
  const from = list('from')[0] ?? null;
  if (from === null)
    problems.push(header('from').join('') === '' ? 'sender-missing' : 'sender-not-an-address');
  const dated = parseMailDate(header('date')[0] ?? '');
  if (dated === null) problems.push('date-missing');
  const raw = header('subject')[0];
  const subject = raw === undefined ? null : decodeHeaderText(raw).slice(0, 1000);
  const id = header('message-id')[0];
  const mail: SeenMail = {
    messageId: id === undefined ? null : messageIdOf(id),
    answers: answeredIds(header('references'), header('in-reply-to')),
    from,
    sender: list('sender')[0] ?? null,
    replyTo: list('reply-to', mostReplyTo),
    to: list('to'),
    cc: list('cc'),
    subject,
    date: dated === null ? { ms: now, precision: 'seen' } : { ms: dated, precision: 'second' },
    bulk: null,
    signs: { headers: headerSigns(header) },
    signature: null,
  };
  return { mail, problems };
}
