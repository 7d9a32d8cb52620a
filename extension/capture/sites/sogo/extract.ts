import type { ReadingProblem } from '../../../../shared/capture/page-reading.ts';
import { isAddressShaped } from '../../../../shared/identity/email-address.ts';
import { ownWords } from '../../mail/bulk-signs.ts';
import { readSignature } from '../../signature/read-signature.ts';
import { first, wholeText } from '../../unclobbered.ts';
import { broken, type ExtractInput, type Extraction, type Page, readMail, waiting } from '../adapter.ts';
import { jsonTextValue } from '../json-text-value.ts';
import { climber } from '../ladder.ts';
import { parseShownDate } from '../parse-shown-date.ts';
import { plausibleDate } from '../plausible-date.ts';
import type { SogoAnswers } from './ask-sogo.ts';
import { accountInFront, placeOnView } from './detect.ts';
import { envelopeOf } from './message-json.ts';
import { propertiesOf, withoutGroupNames } from './message-properties.ts';
import { ladders, settings } from './selectors.ts';
import { isSameMail, shownMail } from './shown-mail.ts';

const nothing: SogoAnswers = { row: null, fields: null, whole: null };

/** The mail on view: who and when from SOGo's answers about it, where it gave any, else what the document shows. */
export function extractMail(page: Page, { answer, last, now }: ExtractInput): Extraction {
  const { doc } = page;
  const find = climber(ladders);
  const shown = shownMail(doc, find);
  if (shown === null) return last ? broken('shape-changed') : waiting;
  const place = placeOnView(page);
  if (place === null) return broken('thread-mismatch');
  if (accountInFront(page)?.unsentOrJunk.includes(place.folder)) return readMail(null, []);
  const { row, fields, whole } = answer === null ? nothing : (JSON.parse(answer) as SogoAnswers);
  const said = [whole, row].map((json) => (json === null ? null : envelopeOf(json, place.uid)));
  const envelope = said.find((one) => one !== null) ?? null;
  const properties = fields === null ? null : propertiesOf(fields);
  if (envelope === null && shown.from === '') return last ? broken('shape-changed') : waiting;
  if (envelope !== null && !isSameMail(shown, envelope)) return last ? broken('thread-mismatch') : waiting;
  const shownDate = plausibleDate(parseShownDate(shown.date, dateStyle(doc)), now);
  // two mails in a row may have one sender and one subject: the text on view is then still the first one's
  const isStale = shownDate !== null && properties?.date != null && !sameMinute(shownDate, properties.date);
  if (isStale && !last) return waiting;
  const rungs = find.lowered();
  // what a lower rung found may be somebody else, where no answer speaks for it
  if (envelope === null && rungs.length > 0) return broken('shape-changed');
  const problems: ReadingProblem[] = ['headers-unreadable'];
  const from = envelope?.from ?? (isAddressShaped(shown.from) ? { name: null, email: shown.from } : null);
  if (from === null)
    return readMail(
      null,
      [...problems, shown.from === '' ? 'sender-missing' : 'sender-not-an-address'],
      rungs,
    );
  const cc = properties === null ? (envelope?.cc ?? null) : withoutGroupNames(properties.cc, shown.cc);
  if (envelope === null) problems.push('recipients-missing');
  else if (cc === null && shown.cc.length > 0) problems.push('recipients-hidden');
  const date = properties?.date ?? shownDate;
  if (date === null) problems.push('date-missing');
  const precision = properties?.date != null ? 'second' : 'minute';
  const body = isStale ? null : shown.body;
  const to = envelope?.to ?? [];
  const subject = (envelope?.subject ?? shown.subject).slice(0, 1000);
  return readMail(
    {
      messageId: properties?.messageId ?? null,
      answers: properties?.answers ?? [],
      from,
      sender: null,
      replyTo: envelope?.replyTo ?? [],
      to,
      cc: cc ?? [],
      subject: subject === '' ? null : subject,
      date: date === null ? { ms: now, precision: 'seen' } : { ms: date, precision },
      bulk: 'unknown',
      signs: { headers: null, words: ownWords(body) },
      signature: body === null ? null : readSignature({ text: '', html: body, from }),
    },
    problems,
    rungs,
  );
}

/** SOGo shows no seconds. */
function sameMinute(shown: number, precise: number): boolean {
  return Math.floor(shown / 60_000) === Math.floor(precise / 60_000);
}

function dateStyle(doc: Document) {
  const said = wholeText(first(doc, settings));
  return {
    dateFormat: jsonTextValue(said, 'SOGoLongDateFormat') ?? '',
    timeZone: jsonTextValue(said, 'SOGoTimeZone') ?? '',
    language: jsonTextValue(said, 'LocaleCode') ?? '',
  };
}
