import type { SeenCompany, SeenPerson } from '../../../shared/capture/seen.ts';
import { firstChildOf, lastChildOf, matches, nextElementOf, parentOf } from '../unclobbered.ts';
import { attribute, tag, textOf, walker, webAddress } from './dom.ts';
import { compact, mailAddress, phoneNumber } from './schema-facts.ts';

const mostElements = 2000;
const mostPosts = 10;
/** Class names of the first hCard, by what they are called in the second. */
const classic: Readonly<Record<string, string>> = {
  fn: 'p-name',
  'given-name': 'p-given-name',
  'additional-name': 'p-additional-name',
  'family-name': 'p-family-name',
  org: 'p-org',
  'organization-name': 'p-organization-name',
  title: 'p-job-title',
  role: 'p-role',
  tel: 'p-tel',
  email: 'u-email',
  url: 'u-url',
  adr: 'p-adr',
  label: 'p-label',
  'street-address': 'p-street-address',
  'extended-address': 'p-extended-address',
  'postal-code': 'p-postal-code',
  locality: 'p-locality',
  region: 'p-region',
  'country-name': 'p-country-name',
  'post-office-box': 'p-post-office-box',
};
const known = new Set(Object.values(classic));
const addressParts = [
  'p-post-office-box',
  'p-street-address',
  'p-extended-address',
  'p-postal-code',
  'p-locality',
  'p-region',
  'p-country-name',
];

/** The facts of one h-card or hCard root (microformats.org: parsing, value-class pattern, implied name and url). */
export function readHCard(root: Element, base: URL): { people: SeenPerson[]; companies: SeenCompany[] } {
  const modern = matches(root, '.h-card, .h-org');
  const found = properties(root, modern, base);
  const one = (name: string) => found.get(name)?.[0];
  const parts = [one('p-given-name'), one('p-additional-name'), one('p-family-name')]
    .filter(Boolean)
    .join(' ');
  const hasProperties = found.size > 0;
  const name =
    one('p-name') ??
    (parts ||
      (modern && !hasProperties ? impliedName(root) : '') ||
      one('p-organization-name') ||
      one('p-org'));
  const urls =
    found.get('u-url') ??
    (modern && !found.has('u-email') ? [impliedUrl(root, base)].filter((url) => url !== null) : []);
  const organisation = one('p-organization-name') ?? one('p-org');
  const contact = {
    emails: list((found.get('u-email') ?? []).map(mailAddress).filter((email) => email !== null)),
    phones: list(
      found
        .get('p-tel')
        ?.map(phoneNumber)
        .filter((tel) => /\d{2}/.test(tel)),
    ),
    urls: list(urls.filter((url) => /^https?:/.test(url))),
    address:
      addressParts.flatMap((part) => found.get(part) ?? []).join(', ') || one('p-adr') || one('p-label'),
  };
  if (!name && contact.emails === undefined) return { people: [], companies: [] };
  if (matches(root, '.h-org, .p-org') || (organisation !== undefined && organisation === name))
    return { people: [], companies: [compact({ name: name || undefined, ...contact, sure: 0.8 })] };
  const titles = found.get('p-job-title') ?? found.get('p-role') ?? [];
  const person = compact({
    name: name || undefined,
    ...contact,
    title: titles[0],
    organisation,
    sure: 0.9,
  });
  return { people: [person, ...furtherPosts(person, titles, found.get('p-org') ?? [])], companies: [] };
}

/** Somebody who works for several is told of once for each; what reaches the person stands with the first. */
function furtherPosts(
  { name, sure }: SeenPerson,
  titles: readonly string[],
  organisations: readonly string[],
): SeenPerson[] {
  const further = organisations.slice(1, mostPosts);
  if (name === undefined) return [];
  return further.map((organisation, i) => compact({ name, title: titles[i + 1], organisation, sure }));
}

function list(values: readonly string[] | undefined): string[] | undefined {
  return values === undefined || values.length === 0 ? undefined : [...new Set(values)];
}

function properties(root: Element, modern: boolean, base: URL): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (name: string, value: string) => {
    if (value !== '') found.set(name, [...(found.get(name) ?? []), value]);
  };
  // Below another card only that card's properties stand.
  const walk = walker(root, NodeFilter.SHOW_ELEMENT, (node) => {
    const above = parentOf(node);
    return above !== null && above !== root && matches(above, modern ? '.h-card, .h-org' : '.vcard')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT;
  });
  let left = mostElements;
  for (let node = walk.nextNode(); node !== null && left > 0; node = walk.nextNode()) {
    left -= 1;
    const element = node as Element;
    const names = (attribute(element, 'class') ?? '').split(/\s+/);
    const nested = modern && matches(element, '.h-card, .h-org');
    for (const raw of names) {
      const name = modern
        ? raw.replace(/^u-(?=tel$)/, 'p-').replace(/^p-(?=(?:email|url)$)/, 'u-')
        : Object.hasOwn(classic, raw.toLowerCase())
          ? (classic[raw.toLowerCase()] as string)
          : '';
      if (!known.has(name)) continue;
      add(
        name,
        nested && name.startsWith('p-')
          ? nestedName(element, base)
          : propertyValue(element, name.startsWith('u-') || raw === 'u-tel', base),
      );
    }
  }
  return found;
}

function nestedName(card: Element, base: URL): string {
  const own = properties(card, true, base);
  return own.get('p-name')?.[0] ?? impliedName(card);
}

/** The value-class pattern first, then what the element's kind says, then its text. */
function propertyValue(element: Element, isAddress: boolean, base: URL): string {
  const values: string[] = [];
  const walk = walker(element, NodeFilter.SHOW_ELEMENT);
  let left = 100;
  for (let node = walk.nextNode(); node !== null && left > 0; node = walk.nextNode()) {
    left -= 1;
    const inner = node as Element;
    if (matches(inner, '.value-title')) values.push(attribute(inner, 'title') ?? '');
    else if (matches(inner, '.value')) values.push(elementValue(inner, false, base));
  }
  return values.length > 0
    ? values.join(isAddress ? '' : /\d/.test(values[0] ?? '') ? '' : ' ')
    : elementValue(element, isAddress, base);
}

function elementValue(element: Element, isAddress: boolean, base: URL): string {
  const name = tag(element);
  if (isAddress) {
    const href = /^(?:a|area|link)$/.test(name) ? attribute(element, 'href') : null;
    if (href !== null)
      return /^(?:mailto|tel):/i.test(href.trim())
        ? href.trim()
        : (webAddress(href, base) ?? textOf(element));
  }
  const title = /^(?:abbr|link)$/.test(name) ? attribute(element, 'title') : null;
  const value = /^(?:data|input)$/.test(name) ? attribute(element, 'value') : null;
  const alt = /^(?:img|area)$/.test(name) ? attribute(element, 'alt') : null;
  return (title ?? value ?? alt ?? textOf(element)).replace(/\s+/g, ' ').trim();
}

const naming = 'img[alt], area[alt], abbr[title]';

function impliedName(root: Element): string {
  const own = namedBy(root) ?? onlyChild(root, naming) ?? '';
  if (own !== '') return own;
  const text = textOf(root);
  return text.length <= 100 ? text : '';
}

function onlyChild(root: Element, selector: string): string | null {
  let at: Element = root;
  for (let level = 0; level < 2; level += 1) {
    const child = firstChildOf(at);
    if (child === null || child !== lastChildOf(at) || matches(child, '[class*="h-"]')) return null;
    if (matches(child, selector)) return namedBy(child);
    at = child;
  }
  return null;
}

function namedBy(element: Element): string | null {
  const name = tag(element);
  if (name === 'img' || name === 'area') return attribute(element, 'alt');
  return name === 'abbr' ? attribute(element, 'title') : null;
}

/** The card's own link, or the only link right below it (or below its only child). */
function impliedUrl(root: Element, base: URL): string | null {
  if (matches(root, 'a[href], area[href]')) return webAddress(attribute(root, 'href') ?? '', base);
  for (const at of [root, firstChildOf(root) === lastChildOf(root) ? firstChildOf(root) : null]) {
    if (at === null) continue;
    const links: Element[] = [];
    let left = 50;
    for (let child = firstChildOf(at); child !== null && left > 0; child = nextElementOf(child)) {
      left -= 1;
      if (matches(child, 'a[href], area[href]')) links.push(child);
    }
    const [link] = links;
    if (link !== undefined && links.length === 1 && !matches(link, '[class*="h-"]'))
      return webAddress(attribute(link, 'href') ?? '', base);
  }
  return null;
}
