import { companyMatchesDomain } from './company-domain.ts';
import type { CompanyWord, CompanyWords } from './company-words.ts';
import { relateCompanyWords } from './compare-company-names.ts';
import type { DuplicateOptions, DuplicateReason, Verdict } from './duplicate-verdict.ts';
import type { AccountFacts } from './known-facts.ts';
import { against, type Evidence, evidence, probability, strongest } from './pair-evidence.ts';
import { type PreparedAccount, prepareAccount } from './prepared-account.ts';
import { type Keyed, type PreparedPhone, sharedPhone } from './prepared-person.ts';
import { editCost } from './script/sounds.ts';
import type { StreetAddress } from './street-address.ts';
import { countValues, type ValueCounts } from './value-counts.ts';

/** How common words, phones and zip codes are among the rows at hand, and how many rows there are. */
export type AccountCounts = { words: ValueCounts; phones: ValueCounts; zips: ValueCounts; rows: number };

/** What agreeing and differing facts say at most, in bits; set by hand, not fitted. */
const accountBits = {
  domain: 16,
  domainDiffer: 1.5,
  email: 12,
  phone: 9,
  phoneDiffer: 1,
  address: 11,
  addressClose: 7,
  numberDiffer: 5,
  streetDiffer: 6,
  zipDiffer: 1,
  cityDiffer: 2,
  nameMost: 12,
  registeredName: 15,
  nameDiffer: 4,
  nameShare: 0.45,
  nameMatchesDomain: 6,
};

/** How likely two sets of facts are about one organisation, and why; alone, without a pool to know common words by. */
export function compareAccounts(a: AccountFacts, b: AccountFacts, options: DuplicateOptions = {}): Verdict {
  const one = prepareAccount(a, options.freemail);
  return verdictOnAccounts(one, prepareAccount(b, options.freemail), countAccounts([]));
}

export function countAccounts(accounts: readonly PreparedAccount[]): AccountCounts {
  return {
    words: countValues(
      accounts.flatMap(({ names }) => names.flatMap(({ words }) => words.words.map(({ text }) => text))),
      { usual: 0.001, weight: 500 },
    ),
    phones: countValues(
      accounts.flatMap(({ phones }) => phones.map(({ key }) => key)),
      { usual: 0.001, weight: 500 },
    ),
    zips: countValues(
      accounts.flatMap(({ zip }) => (zip === null ? [] : [zip.key])),
      { usual: 0.01, weight: 100 },
    ),
    rows: accounts.length,
  };
}

export function bitsOnAccounts(
  a: PreparedAccount,
  b: PreparedAccount,
  counts: AccountCounts,
): { bits: number; reasons: DuplicateReason[]; automatic: boolean } {
  const { domain: agree, domainDiffer: differ } = accountBits;
  const shared = compareKeyed(a.domains, b.domains, 'same-domain', agree, differ);
  const domain = shared !== null && shared.bits > 0 ? shared : (nameOnDomain(a, b) ?? shared);
  const email = compareKeyed(a.emails, b.emails, 'same-email', accountBits.email, 0);
  const known: Exclude<Evidence, null>[] = [
    strongest(a.names.flatMap((one) => b.names.map((other) => compareNames(one, other, counts.words)))),
    domain,
    email,
    comparePhones(a.phones, b.phones, counts.phones),
    compareAddresses(a.address, b.address),
    compareZips(a.zip, b.zip, counts.zips),
    compareCities(a.city, b.city),
  ].filter((one) => one !== null);
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

export function verdictOnAccounts(a: PreparedAccount, b: PreparedAccount, counts: AccountCounts): Verdict {
  const { bits, reasons, automatic } = bitsOnAccounts(a, b, counts);
  const score = probability(bits);
  return { score: automatic ? Math.max(score, 0.999) : score, automatic, reasons };
}

type Name = { given: string; words: CompanyWords };

function compareNames(a: Name, b: Name, counts: ValueCounts): Evidence {
  const { score, relation } = relateCompanyWords(a.words, b.words);
  const { sharedBits, apartBits, wholeBits } = sharedWords(a.words.words, b.words.words, counts);
  if (relation === 'series') return against(accountBits.nameDiffer);
  if (relation === 'branch')
    return { bits: Math.min(2, sharedBits), reason: reasonOf('related-organisation', a, b) };
  if (score >= 0.5) {
    const registered = a.words.forms.some(({ short }) => b.words.forms.some((form) => form.short === short));
    const most = registered ? accountBits.registeredName : accountBits.nameMost;
    const bits = Math.min(most, Math.max(4, sharedBits, wholeBits * 0.8) + (registered ? 2 : 0));
    return { bits, reason: reasonOf(score === 1 ? 'same-name' : 'similar-name', a, b) };
  }
  const bits = sharedBits * accountBits.nameShare - apartBits;
  if (bits <= 0) return against(Math.min(accountBits.nameDiffer, -bits));
  return { bits, reason: reasonOf('similar-name', a, b) };
}

function reasonOf(kind: DuplicateReason['kind'], a: Name, b: Name): DuplicateReason {
  return { kind, one: a.given, other: b.given };
}

/** Bits of the words that both names have, by rarity; what the words count against that each has alone; bits of a whole name. */
function sharedWords(
  a: readonly CompanyWord[],
  b: readonly CompanyWord[],
  counts: ValueCounts,
): { sharedBits: number; apartBits: number; wholeBits: number } {
  const worth = (words: readonly CompanyWord[]) =>
    words.reduce(
      (sum, { text, weight }) => sum + (weight > 0.1 ? Math.max(0, -Math.log2(counts.share(text)) - 3) : 0),
      0,
    );
  const has = (words: readonly CompanyWord[], word: CompanyWord) =>
    words.some((other) => alike(word.text, other.text));
  const common = a.filter((word) => has(b, word));
  const apart = Math.min(worth(a.filter((word) => !has(b, word))), worth(b.filter((word) => !has(a, word))));
  return {
    sharedBits: worth(common),
    apartBits: Math.min(accountBits.nameDiffer, apart * 0.4),
    wholeBits: Math.min(worth(a), worth(b)),
  };
}

function alike(one: string, other: string): boolean {
  return one === other || (Math.min(one.length, other.length) > 4 && editCost(one, other, 1) <= 1);
}

function compareKeyed(
  a: readonly Keyed[],
  b: readonly Keyed[],
  kind: DuplicateReason['kind'],
  bits: number,
  differ: number,
): Evidence {
  if (a.length === 0 || b.length === 0) return null;
  for (const one of a) {
    const other = b.find(({ key }) => key === one.key);
    if (other !== undefined) return evidence(bits, kind, one.given, other.given);
  }
  return against(differ);
}

function nameOnDomain(a: PreparedAccount, b: PreparedAccount): Evidence {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const { given } of one.names) {
      const domain = other.domains.find(({ key }) => companyMatchesDomain(given, key));
      if (domain !== undefined)
        return evidence(accountBits.nameMatchesDomain, 'name-matches-domain', given, domain.given);
    }
  }
  return null;
}

function comparePhones(
  a: readonly PreparedPhone[],
  b: readonly PreparedPhone[],
  counts: ValueCounts,
): Evidence {
  const pair = sharedPhone(a, b);
  if (pair === null) return a.length > 0 && b.length > 0 ? against(accountBits.phoneDiffer) : null;
  const bits = Math.min(accountBits.phone, Math.log2(0.7 / counts.share(pair.key)));
  return evidence(bits, 'same-phone', pair.one, pair.other);
}

function compareAddresses(a: StreetAddress | null, b: StreetAddress | null): Evidence {
  if (a === null || b === null) return null;
  const street = streetsAgree(a, b);
  if (a.number === '' || b.number === '')
    return street ? evidence(2, 'similar-address', a.given, b.given) : null;
  if (!street) return against(accountBits.streetDiffer);
  if (a.number === b.number) {
    const exact = a.compass === b.compass;
    return evidence(exact ? accountBits.address : accountBits.addressClose, 'same-address', a.given, b.given);
  }
  const near = Math.abs(Number(a.number) - Number(b.number)) <= 10;
  return near ? evidence(2, 'similar-address', a.given, b.given) : against(accountBits.numberDiffer);
}

function streetsAgree(a: StreetAddress, b: StreetAddress): boolean {
  return a.street.some((word) => b.street.some((other) => alike(word, other)));
}

function compareZips(a: Keyed | null, b: Keyed | null, counts: ValueCounts): Evidence {
  if (a === null || b === null) return null;
  if (a.key !== b.key) return against(accountBits.zipDiffer);
  return evidence(Math.min(5, Math.log2(0.9 / counts.share(a.key))), 'same-zip', a.given, b.given);
}

function compareCities(a: Keyed | null, b: Keyed | null): Evidence {
  if (a === null || b === null) return null;
  return a.key === b.key ? evidence(2, 'same-city', a.given, b.given) : against(accountBits.cityDiffer);
}
