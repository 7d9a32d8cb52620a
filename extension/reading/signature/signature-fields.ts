import type { SeenMailbox, SeenPerson } from '../../../shared/capture/seen.ts';
import { afterClosing } from '../../../shared/text/closing-phrases.ts';
import { type Found, findEmails, findPhones, findUrls } from '../../../shared/text/contact-facts.ts';
import { isContactLabel } from '../../../shared/text/contact-labels.ts';
import { folded } from '../../../shared/text/folded-text.ts';
import { byProxy, nameFit, senderWords, withoutExtension } from '../../../shared/text/sender-names.ts';
import {
  hasAddressWord,
  hasLegalForm,
  hasOrganisationWord,
  hasTitleWord,
} from '../../../shared/text/signature-words.ts';

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
    if (line === '' || (facts.length > 0 && rest.length === 0)) texts.push('');
    for (const piece of rest) {
      if (hasAddressWord(piece)) {
        if (houseNumber.test(texts.at(-1) ?? '')) address.push(texts.pop() ?? '');
        addressAt ??= texts.length;
        address.push(piece);
      } else texts.push(piece);
    }
  }
  const { name, named, title, organisation } = readTexts(texts, addressAt ?? 0, words, from);
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
const houseNumber = /\p{L}{3}\D{0,40}\s\d{1,4}\s?\p{L}?$/u;

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
    .map((piece) => piece.replace(/^[\s|,;:*_–—=<>-]+|[\s|,;:*_–—=<>-]+$/g, ''))
    .filter((piece) => piece.length > 1 && piece.length <= 120 && !isContactLabel(piece));
}

interface Texts {
  name: string | null;
  named: 'same' | 'other' | 'none';
  title: string | null;
  organisation: string | null;
}

function readTexts(
  texts: readonly string[],
  addressAt: number,
  words: readonly string[],
  from: SeenMailbox | null,
): Texts {
  const found: Texts = { name: null, named: 'none', title: null, organisation: null };
  const plain: string[] = [];
  let afterName = '';
  let behindTitle = '';
  for (const [i, text] of texts.entries()) {
    const after = afterClosing(text);
    if (after === '') continue;
    const candidate = after ?? text;
    const [first = '', ...others] = candidate
      .split(/,\s+|\s[-–—_]\s|\s?[()（）]/)
      .map(withoutExtension)
      .filter((part) => part.length > 1);
    const fit = hasLegalForm(candidate) ? 'none' : nameFit(first, words);
    const isOther =
      fit === 'other' && found.name === null && i < 3 && !hasTitleWord(first) && !hasOrganisationWord(first);
    // A first name above the full name gives way to it.
    const better = fit === 'same' && (found.named !== 'same' || (isShort(found.name) && !isShort(first)));
    if (better || isOther) {
      const { name, beside } = hasTitleWord(first) ? ownPart(first, words) : { name: first, beside: [] };
      found.name = cleanName(name);
      found.named = fit;
      plain.push(...beside, ...others);
      afterName = texts[i + 1] ?? '';
    } else if (hasTitleWord(first) && !hasOrganisationWord(first) && others.length > 0) {
      plain.push(first);
      behindTitle = others.join(', ');
    } else if (fit !== 'same' || hasOrganisationWord(first) || hasTitleWord(first)) plain.push(candidate);
  }
  for (const text of plain) {
    if (text === '' || (/[.?!]$/.test(text) && !hasLegalForm(text) && text.split(' ').length > 6)) continue;
    const isOrganisation = hasLegalForm(text) || isDomainName(text, from);
    if (found.organisation === null && isOrganisation) found.organisation = withoutDepartment(text);
    else if (found.title === null && hasTitleWord(text) && !isPlural(text)) found.title = text;
    else if (found.organisation === null && hasOrganisationWord(text)) found.organisation = text;
    else if (found.title === null && text === afterName && !isOrganisation && heading.test(text))
      found.title = text;
  }
  // `Senior Counsel, ENA`: where no other line names the organisation, it stands behind the title.
  if (found.organisation === null && heading.test(behindTitle)) found.organisation = behindTitle;
  // Without any such word it still stands between the title and the address.
  const last = texts[addressAt - 1] ?? '';
  const between = found.title !== null && texts[addressAt - 2] === found.title;
  if (found.organisation === null && between && heading.test(last) && plain.includes(last))
    found.organisation = last;
  return found;
}

const heading = /^\p{Lu}[\p{L}\s&./-]{1,40}$/u;

function isShort(name: string | null): boolean {
  return name !== null && !name.trim().includes(' ');
}

/** `MBM Consultants` are a firm, a consultant is not. */
function isPlural(text: string): boolean {
  return /[a-z](?:ant|er|ect|or|ey)s$/.test(text) && hasOrganisationWord(text);
}

/** `購買部 部長 高橋 健一`: the sender's own words, and the title before or behind them. */
function ownPart(text: string, words: readonly string[]): { name: string; beside: string[] } {
  const parts = text.split(/\s+/);
  const isOwn = (part: string) => words.includes(folded(part));
  const start = parts.findIndex(isOwn);
  const end = parts.findLastIndex(isOwn) + 1;
  if (end - start < 2 && !/^\p{Lo}{2}/u.test(parts[start] ?? '')) return { name: text, beside: [] };
  const joined = (from: number, to: number) => parts.slice(from, to).join(' ');
  return {
    name: joined(start, end),
    beside: [joined(0, start), joined(end, parts.length)].filter(hasTitleWord),
  };
}

/** `Bluefinch Ltd, Security`, but `Bluefinch, Inc.` whole. */
function withoutDepartment(text: string): string {
  const comma = text.lastIndexOf(', ');
  const whole = comma < 0 || hasLegalForm(text.slice(comma)) || !hasLegalForm(text.slice(0, comma));
  return whole ? text : text.slice(0, comma);
}

function cleanName(text: string): string {
  return text
    .replace(byProxy, '')
    .replace(/^[\s\-–—*~_/"']+|[\s,!*~_;/"'-]+$/g, '')
    .replace(/\s+/g, ' ');
}

/** `Tidewater Tools` under an address at tidewater-tools.example. */
function isDomainName(text: string, from: SeenMailbox | null): boolean {
  const label = from?.email.split('@')[1]?.split('.').at(-2)?.toLowerCase() ?? '';
  // An encoded domain (RFC 3492) keeps its ASCII letters in their order, before its last hyphen.
  const ascii = squeezed(label.replace(/^xn--(.{1,60})-[^-]*$/, '$1'));
  const lower = text.toLowerCase();
  const spelt = lower.replace(/[äöü]/g, (letter) => `${letter.normalize('NFD')[0]}e`);
  return (
    ascii.length > 3 &&
    text.length < 60 &&
    [folded(text), folded(spelt), lower].some((form) => squeezed(form).includes(ascii))
  );
}

function squeezed(text: string): string {
  return text.replace(/[^a-z\d]/g, '');
}
