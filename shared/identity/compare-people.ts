import { compareBirthDates } from './birth-date.ts';
import type { DuplicateOptions, DuplicateReason, Verdict } from './duplicate-verdict.ts';
import type { PersonFacts } from './known-facts.ts';
import { bagDistance, compareNames, contradict } from './name-evidence.ts';
import { against, type Evidence, evidence, probability, strongest } from './pair-evidence.ts';
import {
  type Keyed,
  type PreparedPerson,
  type PreparedPhone,
  preparePerson,
  sharedPhone,
} from './prepared-person.ts';
import { editCost } from './script/sounds.ts';
import { countValues, type ValueCounts } from './value-counts.ts';

/** How common names and cities are among the rows at hand, and how many rows there are. */
export type PeopleCounts = {
  words: ValueCounts;
  cities: ValueCounts;
  emails: ValueCounts;
  phones: ValueCounts;
  domains: ValueCounts;
  rows: number;
};

/** What agreeing and differing facts say at most, in bits; set by hand from what is known of such records, not fitted. */
const personBits = {
  email: 13,
  emailClose: 8,
  emailLoose: 5,
  emailDiffer: 2.5,
  phone: 11,
  phoneDiffer: 0.5,
  cityDiffer: 3,
  cityClose: 2.5,
  domainMost: 4,
  zip: 4,
  address: 8,
};

/** How likely two sets of facts are about one person, and why; alone, without a pool to know common names by. */
export function comparePeople(a: PersonFacts, b: PersonFacts, options: DuplicateOptions = {}): Verdict {
  const people = [preparePerson(a, options.freemail), preparePerson(b, options.freemail)] as const;
  return verdictOnPeople(people[0], people[1], countPeople([]));
}

export function countPeople(people: readonly PreparedPerson[]): PeopleCounts {
  const all = <T>(of: (person: PreparedPerson) => readonly T[]) =>
    people.flatMap((person) => [...of(person)]);
  return {
    words: countValues(
      all(({ names }) =>
        names.flatMap(({ words }) => words.words.filter(({ weight }) => weight >= 1).map(({ text }) => text)),
      ),
      { usual: 0.004, weight: 200 },
    ),
    cities: countValues(
      all(({ city }) => (city === null ? [] : [city.key])),
      { usual: 0.03, weight: 50 },
    ),
    emails: countValues(
      all(({ emails }) => emails.map(({ key }) => key)),
      { usual: 0.0002, weight: 1000 },
    ),
    phones: countValues(
      all(({ phones }) => phones.map(({ key }) => key)),
      { usual: 0.0005, weight: 1000 },
    ),
    domains: countValues(
      all(({ domains }) => domains.map(({ key }) => key)),
      { usual: 0.01, weight: 200 },
    ),
    rows: people.length,
  };
}

/** Bits from the facts, and the odds that two rows at random are one person. */
export function bitsOnPeople(
  a: PreparedPerson,
  b: PreparedPerson,
  counts: PeopleCounts,
): { bits: number; reasons: DuplicateReason[]; automatic: boolean } {
  const name = compareNames(a.names, b.names, counts.words);
  const email = compareEmails(a.emails, b.emails);
  // What colleagues and families share says nothing where the names contradict each other
  const office = [
    comparePhones(a.phones, b.phones, counts.phones),
    email !== null && email.bits > 0 ? null : compareDomains(a.domains, b.domains, counts.domains),
    same(a.zip, b.zip, 'same-zip', personBits.zip),
    same(a.address, b.address, 'same-address', personBits.address),
  ];
  const all: Evidence[] = [
    name,
    email,
    ...(contradict(a.names, b.names) ? office.map(withoutWeight) : office),
    compareBirthDates(a.dob, b.dob),
    compareCities(a.city, b.city, counts.cities),
  ];
  const known = all.filter((one) => one !== null);
  const reasons = known
    .filter(({ reason }) => reason !== null)
    .sort((x, y) => y.bits - x.bits)
    .flatMap(({ reason }) => (reason === null ? [] : [reason]));
  const odds = -Math.log2(Math.max(1000, counts.rows));
  return {
    bits: known.reduce((sum, one) => sum + one.bits, odds),
    reasons,
    automatic: reasons.some(({ kind }) => kind === 'same-email'),
  };
}

function withoutWeight(one: Evidence): Evidence {
  return one === null ? null : { ...one, bits: Math.min(0, one.bits) };
}

export function verdictOnPeople(a: PreparedPerson, b: PreparedPerson, counts: PeopleCounts): Verdict {
  const { bits, reasons, automatic } = bitsOnPeople(a, b, counts);
  const score = probability(bits);
  return { score: automatic ? Math.max(score, 0.999) : score, automatic, reasons };
}

function compareEmails(a: readonly Keyed[], b: readonly Keyed[]): Evidence {
  return strongest(a.flatMap((one) => b.map((other) => compareEmail(one, other))));
}

function compareEmail(a: Keyed, b: Keyed): Evidence {
  if (a.key === b.key) return evidence(personBits.email, 'same-email', a.given, b.given);
  // Colleagues have the domain in common: then only what stands before it can be alike
  const colleagues = domainOf(a.key) === domainOf(b.key);
  const [one, other] = [a, b]
    .map(({ key }) => (colleagues ? key.slice(0, key.lastIndexOf('@')) : key))
    .map(bare);
  if (one === undefined || other === undefined) return null;
  const longer = Math.max(one.length, other.length);
  const edits = editCost(one, other, 5);
  if (edits <= Math.min(2.4, longer / 6))
    return evidence(personBits.emailClose, 'similar-email', a.given, b.given);
  if (bagDistance(one, other) <= (colleagues ? 1 : 3) && edits <= longer / 3)
    return evidence(personBits.emailLoose, 'similar-email', a.given, b.given);
  return against(personBits.emailDiffer);
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}

function comparePhones(
  a: readonly PreparedPhone[],
  b: readonly PreparedPhone[],
  counts: ValueCounts,
): Evidence {
  const pair = sharedPhone(a, b);
  if (pair !== null) {
    const bits = Math.min(personBits.phone, Math.log2(0.8 / counts.share(pair.key)));
    return evidence(bits, 'same-phone', pair.one, pair.other);
  }
  return a.length > 0 && b.length > 0 ? against(personBits.phoneDiffer) : null;
}

function compareDomains(a: readonly Keyed[], b: readonly Keyed[], counts: ValueCounts): Evidence {
  const pair = shared(a, b);
  if (pair === null) return null;
  const bits = Math.min(personBits.domainMost, Math.log2(0.6 / counts.share(pair.key)));
  return evidence(bits, 'same-domain', pair.one, pair.other);
}

function compareCities(a: Keyed | null, b: Keyed | null, counts: ValueCounts): Evidence {
  if (a === null || b === null) return null;
  if (a.key === b.key) return evidence(Math.log2(0.8 / counts.share(a.key)), 'same-city', a.given, b.given);
  const allowed = Math.min(a.key.length, b.key.length) / 3;
  const close = editCost(a.key, b.key, 4) <= Math.min(2.5, allowed) || bagDistance(a.key, b.key) <= 1;
  const bits = Math.min(
    personBits.cityClose,
    Math.log2(0.3 / Math.max(counts.share(a.key), counts.share(b.key))),
  );
  return close ? evidence(bits, 'same-city', a.given, b.given) : against(personBits.cityDiffer);
}

function same(a: Keyed | null, b: Keyed | null, kind: DuplicateReason['kind'], bits: number): Evidence {
  return a !== null && b !== null && a.key === b.key ? evidence(bits, kind, a.given, b.given) : null;
}

function shared(
  a: readonly Keyed[],
  b: readonly Keyed[],
): { key: string; one: string; other: string } | null {
  for (const one of a) {
    const other = b.find(({ key }) => key === one.key);
    if (other !== undefined) return { key: one.key, one: one.given, other: other.given };
  }
  return null;
}
