import parsePhoneNumber, { isSupportedCountry } from 'libphonenumber-js/min';
import { readPhoneNumber } from './phone-number.ts';

/** What a page or a record tells about its country; whatever is not known stays empty. */
export type CountrySigns = {
  host?: string | undefined;
  /** BCP 47, as the page's root element has it. */
  lang?: string | undefined;
  address?: string | undefined;
  phones?: readonly string[] | undefined;
};

/** Endings that are sold to everybody and say nothing about a country. */
const worldwide = new Set('ai app cc co fm gg io la ly me nu sh st to tv ws ac am im is vc'.split(' '));

const home: Readonly<Record<string, string>> = {
  cs: 'CZ',
  da: 'DK',
  de: 'DE',
  el: 'GR',
  et: 'EE',
  fi: 'FI',
  fr: 'FR',
  he: 'IL',
  hu: 'HU',
  it: 'IT',
  ja: 'JP',
  ko: 'KR',
  lt: 'LT',
  lv: 'LV',
  nb: 'NO',
  nl: 'NL',
  no: 'NO',
  pl: 'PL',
  ro: 'RO',
  sk: 'SK',
  sl: 'SI',
  sv: 'SE',
  th: 'TH',
  tr: 'TR',
  uk: 'UA',
  vi: 'VN',
};

const named: readonly (readonly [RegExp, string])[] = [
  [/\b(?:germany|deutschland|allemagne|alemania)\b|\bD-\d{5}\b/iu, 'DE'],
  [/\b(?:austria|österreich|oesterreich|autriche)\b|\bA-\d{4}\b/iu, 'AT'],
  [/\b(?:switzerland|schweiz|suisse|svizzera)\b|\bCH-\d{4}\b/iu, 'CH'],
  [/\bfrance\b|\bF-\d{5}\b/iu, 'FR'],
  [/\b(?:italy|italia|italien)\b|\bI-\d{5}\b/iu, 'IT'],
  [/\b(?:spain|españa|spanien)\b/iu, 'ES'],
  [/\b(?:netherlands|nederland|niederlande)\b|\b\d{4} ?[A-Z]{2}\b(?! \d)/u, 'NL'],
  [/\b(?:belgium|belgië|belgique|belgien)\b/iu, 'BE'],
  [
    /\b(?:united kingdom|great britain|england|scotland|wales|UK)\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/u,
    'GB',
  ],
  [/\b(?:ireland|éire)\b/iu, 'IE'],
  [/\b(?:USA|U\.S\.A\.|United States)\b|\b[A-Z]{2}\.?,? \d{5}(?:-\d{4})?\b/u, 'US'],
  [/\bcanada\b|\b[A-Z]\d[A-Z] \d[A-Z]\d\b/iu, 'CA'],
  [/\baustralia\b|\b(?:NSW|VIC|QLD|TAS|ACT) \d{4}\b/iu, 'AU'],
  [/\b(?:poland|polska|polen)\b|\bPL-\d{2}-\d{3}\b/iu, 'PL'],
  [/\b(?:czech republic|czechia|česko|česká republika)\b/iu, 'CZ'],
  [/\b(?:sweden|sverige|schweden)\b/iu, 'SE'],
  [/\b(?:norway|norge|norwegen)\b/iu, 'NO'],
  [/\b(?:denmark|danmark|dänemark)\b/iu, 'DK'],
  [/\b(?:finland|suomi|finnland)\b/iu, 'FI'],
  [/\b(?:japan)\b|日本|〒\d{3}/iu, 'JP'],
  [/\b(?:brazil|brasil)\b/iu, 'BR'],
  [/\b(?:portugal)\b/iu, 'PT'],
  [/\b(?:india)\b/iu, 'IN'],
];

/**
 * The country (ISO 3166, two letters) whose telephone numbers a page or a record most likely writes without a prefix; null
 * where nothing tells. By votes: an international prefix of its own numbers and a country in its address count most.
 */
export function pageCountry({
  host = '',
  lang = '',
  address = '',
  phones = [],
}: CountrySigns): string | null {
  const votes = new Map<string, number>();
  const vote = (country: string | undefined, weight: number) => {
    if (country !== undefined && isSupportedCountry(country))
      votes.set(country, (votes.get(country) ?? 0) + weight);
  };
  const ending = host.toLowerCase().replace(/\.$/, '').split('.').at(-1) ?? '';
  if (ending.length === 2 && !worldwide.has(ending)) vote(ending === 'uk' ? 'GB' : ending.toUpperCase(), 3);
  if (ending === 'gov' || ending === 'mil') vote('US', 3);
  const [language = '', region] = lang.split(/[-_]/);
  if (region !== undefined && /^[a-z]{2}$/i.test(region)) vote(region.toUpperCase(), 2);
  else vote(home[language.toLowerCase()], 1);
  for (const [pattern, country] of named) if (pattern.test(address.slice(0, 500))) vote(country, 4);
  for (const phone of phones.slice(0, 20)) vote(countryOf(phone), 2);
  const [best] = [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return best?.[0] ?? null;
}

/** The country of a number written with its international prefix. */
function countryOf(phone: string): string | undefined {
  const number = readPhoneNumber(phone, null);
  return number === null ? undefined : parsePhoneNumber(number.e164)?.country;
}
