import { type CountryCode, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/min';
import type { PageText } from '../../../shared/capture/page-text.ts';

/** Endings that firms everywhere use for their sound or look. */
const worldwide = new Set([
  'io',
  'co',
  'tv',
  'me',
  'ai',
  'cc',
  'ws',
  'fm',
  'ly',
  'to',
  'st',
  'la',
  'gg',
  'sh',
  'am',
  'ac',
  'vc',
  'im',
  'is',
]);
const callingCodes = new Map<string, CountryCode>(
  'US GB DE FR IT ES NL BE AT CH SE NO DK FI PL CZ SK HU RO BG GR PT IE TR UA RU JP KR CN IN BR MX AR CL CO AU NZ ZA IL AE SA EG SG MY TH VN ID PH HK TW LU SI HR RS LT LV EE'
    .split(' ')
    .filter((code): code is CountryCode => isSupportedCountry(code))
    .map((country) => [getCountryCallingCode(country), country]),
);
callingCodes.set('1', 'US').set('7', 'RU');

const american =
  /(?<![A-Za-z])(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\.?,?\s{1,3}\d{5}(?:-\d{4})?(?!\d)/;
const canadian = /(?<![A-Z\d])[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d(?![A-Z\d])/;
const british = /(?<![A-Z\d])(?:[A-Z]{1,2}\d[A-Z\d]?) \d[ABD-HJLNP-UW-Z]{2}(?![A-Z\d])/;
const american10 = /(?<![\d+])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?!\d)/;
const australian = /(?<![A-Z])(?:NSW|VIC|QLD|TAS|ACT)[ ,]{1,3}\d{4}(?!\d)/;
const international = /(?:\+|(?<!\d)00)\s?\(?([1-9]\d{0,2})(?=[\s)(.-]|\d{6})/g;

/**
 * The country whose numbers a page writes without a prefix, or null where nothing tells: its host's ending, the prefixes and
 * postcodes in its lines, the region of its language, by votes.
 */
export function pageCountry({ lang, lines }: PageText, host: string): CountryCode | null {
  const votes = new Map<CountryCode, number>();
  const vote = (country: string | undefined, weight: number) => {
    if (country !== undefined && isSupportedCountry(country))
      votes.set(country, (votes.get(country) ?? 0) + weight);
  };
  const ending = host.slice(host.lastIndexOf('.') + 1).toLowerCase();
  if (ending.length === 2 && !worldwide.has(ending)) vote(ending === 'uk' ? 'GB' : ending.toUpperCase(), 6);
  if (/^(?:gov|mil|edu)$/.test(ending)) vote('US', 3);
  vote(/^[a-z]{2,3}[-_]([A-Z]{2})$/i.exec(lang)?.[1]?.toUpperCase(), 1);
  vote(/^(?:de|fr|it|es|nl|pl|cs|ja|ko|sv|da|fi|hu|tr)$/.test(lang) ? languageHome[lang] : undefined, 1);
  for (const { text } of lines) {
    if (!/\d/.test(text)) continue;
    if (american.test(text)) vote('US', 2);
    if (american10.test(text)) vote('US', 0.5);
    if (canadian.test(text)) vote('CA', 3);
    if (british.test(text)) vote('GB', 2);
    if (australian.test(text)) vote('AU', 3);
    for (const [, code = ''] of text.matchAll(international))
      vote(callingCodes.get(code) ?? callingCodes.get(code.slice(0, 2)), 1);
  }
  const [best] = [...votes].sort(([, a], [, b]) => b - a);
  return best === undefined || best[1] < 1 ? null : best[0];
}

const languageHome: Readonly<Record<string, string>> = {
  de: 'DE',
  fr: 'FR',
  it: 'IT',
  es: 'ES',
  nl: 'NL',
  pl: 'PL',
  cs: 'CZ',
  ja: 'JP',
  ko: 'KR',
  sv: 'SE',
  da: 'DK',
  fi: 'FI',
  hu: 'HU',
  tr: 'TR',
};
