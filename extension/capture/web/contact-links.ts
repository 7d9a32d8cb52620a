import type { SeenPerson } from '../../../shared/capture/seen.ts';
import { findPhones } from '../../../shared/text/contact-facts.ts';
import { nameFit, senderWords } from '../../../shared/text/sender-names.ts';
import { hasAddressWord, hasOrganisationWord, hasTitleWord } from '../../../shared/text/signature-words.ts';
import { attribute, contains, linesOf, matches, textOf } from './dom.ts';
import { compact, mailAddress } from './schema-facts.ts';

const highest = 5;
const longestBlock = 400;

/** What a page's `mailto:` and `tel:` links say: people named beside them, and what is left for the page's company. */
export interface LinkFacts {
  people: SeenPerson[];
  emails: string[];
  phones: string[];
}

/**
 * Reads contact links. A link's person is named by the block around it that holds no other address: a line shaped like a
 * name which the address or a title line bears out. Without that there is no person, and the address is the company's.
 */
export function readContactLinks(links: readonly Element[]): LinkFacts {
  const facts: LinkFacts = { people: [], emails: [], phones: [] };
  const taken = new Set<Element>();
  const mails = new Map<Element, string>();
  for (const link of links) {
    const email = mailOf(link);
    if (email !== null) mails.set(link, email);
  }
  const counts = ancestorCounts(mails);
  for (const [link, email] of mails) {
    const block = blockOf(link, email, counts);
    const person = block === null ? null : personIn(block, link, email);
    if (person === null || block === null) {
      facts.emails.push(email);
      continue;
    }
    const phones = links.filter((other) => phoneOf(other) !== null && contains(block, other));
    for (const phone of phones) taken.add(phone);
    const numbers = [...phones.map(phoneOf), ...(person.phones ?? [])].filter(
      (number) => number !== null && number !== undefined,
    );
    const distinct = numbers.filter(
      (number, i) => numbers.findIndex((other) => lastDigits(other) === lastDigits(number)) === i,
    );
    facts.people.push(compact({ ...person, phones: distinct.length > 0 ? distinct : undefined }));
  }
  for (const link of links) {
    const phone = taken.has(link) ? null : phoneOf(link);
    if (phone !== null) facts.phones.push(phone);
  }
  return facts;
}

export function lastDigits(phone: string): string {
  return phone.replace(/\D/g, '').slice(-9);
}

function mailOf(link: Element): string | null {
  const href = attribute(link, 'href')?.trim() ?? '';
  return /^mailto:/i.test(href) ? mailAddress(href.split(',')[0] ?? '') : null;
}

function phoneOf(link: Element): string | null {
  const href = attribute(link, 'href')?.trim() ?? '';
  if (!/^tel:/i.test(href)) return null;
  let number = href.slice(4).split(/[;?]/)[0] ?? '';
  try {
    number = decodeURIComponent(number);
  } catch {
    // Kept as the page wrote it.
  }
  const count = number.replace(/\D/g, '').length;
  return count >= 5 && count <= 15 ? number.trim().slice(0, 60) : null;
}

/** How many different addresses each block around a link holds, up to the highest block that can matter. */
function ancestorCounts(mails: ReadonlyMap<Element, string>): Map<Element, Set<string>> {
  const counts = new Map<Element, Set<string>>();
  for (const [link, email] of mails) {
    let at = link.parentElement;
    for (let level = 0; at !== null && level < highest; level += 1) {
      const held = counts.get(at) ?? new Set();
      if (held.size < 3) held.add(email.toLowerCase());
      counts.set(at, held);
      at = at.parentElement;
    }
  }
  return counts;
}

function blockOf(
  link: Element,
  email: string,
  counts: ReadonlyMap<Element, ReadonlySet<string>>,
): Element | null {
  let block: Element | null = null;
  let at = link.parentElement;
  for (let level = 0; at !== null && level < highest; level += 1) {
    if (
      (counts.get(at)?.size ?? 0) > 1 ||
      matches(at, 'body, main, html') ||
      textOf(at, longestBlock + 50).length > longestBlock
    )
      break;
    block = at;
    if (personIn(block, link, email) !== null) return block;
    at = at.parentElement;
  }
  return block;
}

function personIn(block: Element, link: Element, email: string): SeenPerson | null {
  const lines = linesOf(block, longestBlock)
    .flatMap((line) => line.split(/\s[|•·–]\s|\t/))
    .map((line) => line.trim());
  const words = senderWords({ name: null, email });
  const shown = textOf(link, 100);
  const candidates = [shown, ...lines];
  const named = candidates.find((line) => isName(line) && nameFit(line, words) === 'same');
  const titled = lines.find((line) => isTitle(line));
  const name =
    named ?? (titled === undefined ? undefined : lines.find((line) => isName(line) && line !== titled));
  if (name === undefined) return null;
  const split = /^([^,]{4,40}),\s(.{2,60})$/.exec(name);
  const title = titled ?? (split !== null && isTitle(split[2] ?? '') ? split[2] : undefined);
  const phones = lines
    .filter((line) => !/fax/i.test(line))
    .flatMap((line) => findPhones(line).map((found) => found.text));
  return compact({
    name: split?.[1] ?? name,
    emails: [email],
    phones: phones.length > 0 ? phones : undefined,
    title,
    sure: 0.6,
  });
}

function isTitle(line: string): boolean {
  return (
    line.length <= 80 &&
    hasTitleWord(line) &&
    !line.includes('@') &&
    !/[.!?]$/.test(line) &&
    line.split(' ').length <= 9
  );
}

const never =
  /(?<!\p{L})(?:contact|kontakt|e-?mail|mail|write|send|info|team|support|office|sales|press|about|home|click|here|us|uns|unser|our|more|questions?|help|service|privacy|impressum|imprint|copyright|all|rights|telephone|telefon|phone|fax|website|address|adresse|customer|news|login|data|follow)(?!\p{L})/iu;

function isName(line: string): boolean {
  const bare = line
    .replace(
      /^(?:(?:dr|prof|mr|mrs|ms|herr|frau|ing|dipl|mag|mme|m|sr|sra|dott|phdr|mgr|bc)\.?(?:-ing\.?)?\s+)+/i,
      '',
    )
    .replace(/,\s(?:ph\.?d|m\.?d|mba|esq|cpa|msc|bsc|ma|llm)\.?.*$/i, '');
  const parts = bare.split(/\s+/);
  if (bare.length > 50 || parts.length < 2 || parts.length > 5 || /[\d@:/!?()[\]|]/.test(bare)) return false;
  const shaped = parts.every((part) =>
    /^\p{Lu}[\p{L}'’.-]*,?$|^(?:de|del|della|von|van|der|den|la|du|da|di|dos|le|bin|al|el|y|e|zu|und|ter|ten)$|^\p{Lo}+$/u.test(
      part,
    ),
  );
  return (
    shaped && !never.test(bare) && !hasOrganisationWord(bare) && !hasTitleWord(bare) && !hasAddressWord(bare)
  );
}
