import { normaliseEmail } from './email-address.ts';
import { type FreemailPolicy, isFreemailDomain } from './freemail.ts';
import type { PersonFacts } from './known-facts.ts';
import { pageCountry } from './page-country.ts';
import { type PersonWords, personWords } from './person-words.ts';
import { phoneKey, toE164 } from './phone-number.ts';
import { registrableDomain } from './registrable-domain.ts';
import { toLatin } from './script/to-latin.ts';

/** One value as it is compared, and as it was given. */
export type Keyed = { key: string; given: string };

/** A telephone number; `e164` where its country is known. */
export type PreparedPhone = Keyed & { e164: string | null };

/** A name as it is compared. `apart`: given name and surname came apart; `part`: only that one of them is known. */
export type PreparedName = {
  given: string;
  words: PersonWords;
  apart: boolean;
  part: 'given' | 'surname' | null;
};

/** A person's facts, folded once, so that comparing two is cheap. */
export type PreparedPerson = {
  names: readonly PreparedName[];
  emails: readonly Keyed[];
  phones: readonly PreparedPhone[];
  /** Of employers: never a freemail provider's. */
  domains: readonly Keyed[];
  dob: string | null;
  city: Keyed | null;
  zip: Keyed | null;
  address: Keyed | null;
};

const noPolicy: FreemailPolicy = { also: [], not: [] };

export function preparePerson(facts: PersonFacts, policy?: FreemailPolicy): PreparedPerson {
  const emails = keyed(facts.emails, (text) => normaliseEmail(text) ?? foldText(text, '@.'));
  return {
    names: namesOf(facts),
    emails,
    phones: phonesOf(facts),
    domains: domainsOf(
      [...(facts.domains ?? []), ...emails.map(({ key }) => key.slice(key.lastIndexOf('@') + 1))],
      policy,
    ),
    dob: facts.dob?.trim() || null,
    city: keyed([facts.city ?? ''], (text) => foldText(text))[0] ?? null,
    zip: keyed([facts.zip ?? ''], (text) => foldText(text).replace(/ /g, ''))[0] ?? null,
    address: keyed([facts.address ?? ''], (text) => foldText(text))[0] ?? null,
  };
}

function namesOf({ names = [], given = '', surname = '' }: PersonFacts): PreparedName[] {
  const first = given.trim();
  const last = surname.trim();
  const part = first === '' ? 'surname' : last === '' ? 'given' : null;
  const all = [
    ...(first === '' && last === ''
      ? []
      : [{ given: `${first} ${last}`.trim(), apart: true, part } as const]),
    ...names.map((name) => ({ given: name.trim(), apart: false, part: null })),
  ];
  return all
    .map((name) => ({ ...name, words: personWords(name.given) }))
    .filter(({ words }) => words.words.length > 0);
}

/** Numbers without an international prefix are read as those of the country that the other facts tell of. */
export function phonesOf({
  phones,
  domains,
  address,
}: Pick<PersonFacts, 'phones' | 'domains' | 'address'>): PreparedPhone[] {
  const found = keyed(phones, phoneKey);
  if (found.length === 0) return [];
  const country = pageCountry({ host: domains?.[0], texts: [address ?? '', ...(phones ?? [])] });
  return found.map(({ key, given }) => {
    const e164 = toE164(given, country);
    return { key: e164 === null ? key : phoneKey(e164), given, e164 };
  });
}

/** The first number of one that is also one of the other's: equal in E.164, or in the last digits where that is not known. */
export function sharedPhone(
  a: readonly PreparedPhone[],
  b: readonly PreparedPhone[],
): { key: string; one: string; other: string } | null {
  for (const one of a) {
    const other = b.find(
      ({ key, e164 }) => key === one.key && (e164 === null || one.e164 === null || e164 === one.e164),
    );
    if (other !== undefined) return { key: one.key, one: one.given, other: other.given };
  }
  return null;
}

/** Registrable domains that say something about an employer. */
export function domainsOf(texts: readonly string[], policy: FreemailPolicy = noPolicy): Keyed[] {
  const own = (text: string) => {
    const domain = registrableDomain(text) ?? '';
    return domain === '' || isFreemailDomain(text, domain, policy) ? '' : domain;
  };
  return keyed(texts, own);
}

export function keyed(texts: readonly string[] | undefined, key: (text: string) => string): Keyed[] {
  const all = new Map<string, Keyed>();
  for (const given of texts ?? []) {
    const found = given.trim() === '' ? '' : key(given);
    if (found !== '' && !all.has(found)) all.set(found, { key: found, given: given.trim() });
  }
  return [...all.values()];
}

/** Latin, lower case, words apart by one space; of signs only those in `keep` stay. */
export function foldText(text: string, keep = ''): string {
  const pattern = keep === '' ? /[^\p{L}\p{N}]+/gu : /[^\p{L}\p{N}@.]+/gu;
  return toLatin(text).replace(pattern, ' ').trim();
}
