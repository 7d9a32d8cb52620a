import type { SeenMailbox, SeenPerson } from '../../../shared/capture/seen.ts';
import { type Found, findEmails, findPhones, findUrls } from '../../../shared/text/contact-facts.ts';
import { isContactLabel } from '../../../shared/text/contact-labels.ts';
import { senderWords } from '../../../shared/text/sender-names.ts';
import { trimMarks } from '../../../shared/text/trim-marks.ts';
import { addressIn } from './address-cue.ts';
import { domainLabels } from './organisation-cues.ts';
import { readTexts } from './read-texts.ts';

/** The facts in a signature's lines (blank ones left out). `named` says how the name goes with the sender. */
export interface SignatureFields {
  person: Omit<SeenPerson, 'sure'>;
  named: 'same' | 'other' | 'none';
}

export function signatureFields(lines: readonly string[], from: SeenMailbox | null): SignatureFields {
  const words = senderWords(from);
  const emails: string[] = [];
  const phones: string[] = [];
  const faxes: string[] = [];
  const urls: string[] = [];
  const address: string[] = [];
  const texts: string[] = [];
  let addressAt: number | undefined;
  for (const line of lines) {
    const mails = findEmails(line);
    const sites = findUrls(line);
    const numbers = findPhones(line);
    emails.push(...mails.map(({ text }) => text));
    urls.push(...sites.map(({ text }) => text));
    for (const number of numbers) (isFax(line, number, numbers) ? faxes : phones).push(number.text);
    const facts = [...mails, ...sites, ...numbers];
    const rest = pieces(line, facts);
    if (line === '' || /^[^\p{L}\p{N}]+$/u.test(line) || (facts.length > 0 && rest.length === 0))
      texts.push('');
    for (const piece of rest) {
      const place = addressIn(piece);
      if (place !== null) {
        if (endsInHouseNumber(texts.at(-1) ?? '')) address.push(texts.pop() ?? '');
        addressAt ??= texts.length;
        address.push(place);
      } else texts.push(piece);
    }
  }
  const { name, named, title, organisation } = readTexts({
    texts,
    addressAt: addressAt ?? 0,
    words,
    labels: domainLabels(from, emails, urls),
    from,
  });
  const person: SignatureFields['person'] = {};
  if (name !== null) person.name = name.slice(0, 300);
  if (title !== null) person.title = title.slice(0, 300);
  if (organisation !== null) person.organisation = organisation.slice(0, 300);
  if (emails.length > 0) person.emails = unique(emails, 20);
  if (phones.length > 0) person.phones = unique(phones, 20);
  if (faxes.length > 0) person.faxes = unique(faxes, 10);
  if (urls.length > 0) person.urls = unique(urls, 20);
  if (address.length > 0) person.address = address.join(', ').slice(0, 500);
  return { person, named };
}

function unique(values: string[], most: number): string[] {
  return [...new Set(values)].slice(0, most);
}

/** `An der Verzinkerei 7a`, which the line below with its postcode makes a street. */
function endsInHouseNumber(text: string): boolean {
  const words = text.split(' ');
  if (/^\p{L}$/u.test(words.at(-1) ?? '')) words.pop();
  const number = words.pop() ?? '';
  return /^\d{1,4}\p{L}?$/u.test(number) && words.some((word) => /\p{L}{3}/u.test(word));
}

const faxWord = /(?<!\p{L})(?:(?:tele)?fa[xc]\p{L}*|fx|f|télécopie|faks|факс|传真|팩스|فاكس)(?!\p{L})/iu;
const anyLabel = /\p{L}/u;

/** The label of a number stands before it; where the line's first number has nothing before it, labels stand behind. */
function isFax(line: string, number: Found, all: readonly Found[]): boolean {
  const index = all.indexOf(number);
  const first = all[0] as Found;
  const behind = !anyLabel.test(line.slice(0, first.start).slice(-20));
  const before = line.slice(all[index - 1]?.end ?? 0, number.start).slice(-32);
  const after = line.slice(number.end, all[index + 1]?.start ?? line.length).slice(0, 20);
  return faxWord.test(behind ? after : before);
}

/** What is left of a line between its facts, split where a bar or wide space parts columns. */
function pieces(line: string, facts: readonly Found[]): string[] {
  let rest = '';
  let at = 0;
  for (const fact of [...facts].sort((a, b) => a.start - b.start)) {
    rest += `${line.slice(at, Math.max(at, fact.start))}\t`;
    at = Math.max(at, fact.end);
  }
  rest += line.slice(at);
  return rest
    .split(/\t+|\s\|\s?|\s{3,}|[•·]|\s\/\/\s/)
    .map((piece) => trimMarks(piece, '|,;:*_–—=<>-'))
    .map((piece) => piece.replace(/\s+/g, ' '))
    .filter((piece) => piece.length > 1 && piece.length <= 120 && !isContactLabel(piece));
}
