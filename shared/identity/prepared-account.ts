import { type CompanyWords, companyWords } from './company-words.ts';
import { normaliseEmail } from './email-address.ts';
import type { FreemailPolicy } from './freemail.ts';
import type { AccountFacts } from './known-facts.ts';
import { domainsOf, foldText, type Keyed, keyed, type PreparedPhone, phonesOf } from './prepared-person.ts';
import { readStreetAddress, type StreetAddress } from './street-address.ts';

/** An organisation's facts, folded once, so that comparing two is cheap. */
export type PreparedAccount = {
  names: readonly { given: string; words: CompanyWords }[];
  emails: readonly Keyed[];
  phones: readonly PreparedPhone[];
  domains: readonly Keyed[];
  city: Keyed | null;
  zip: Keyed | null;
  address: StreetAddress | null;
};

export function prepareAccount(facts: AccountFacts, policy?: FreemailPolicy): PreparedAccount {
  const emails = keyed(facts.emails, (text) => normaliseEmail(text) ?? '');
  const hosts = emails.map(({ key }) => key.slice(key.lastIndexOf('@') + 1));
  return {
    names: (facts.names ?? [])
      .map((name) => ({ given: name.replace(/\s+/g, ' ').trim(), words: companyWords(name) }))
      .filter(({ words }) => words.words.length > 0),
    emails,
    phones: phonesOf(facts),
    domains: domainsOf([...(facts.domains ?? []), ...hosts], policy),
    city: keyed([facts.city ?? ''], (text) => foldText(text))[0] ?? null,
    zip: keyed([facts.zip ?? ''], (text) => foldText(text).replace(/ /g, ''))[0] ?? null,
    address: readStreetAddress(facts.address ?? ''),
  };
}
