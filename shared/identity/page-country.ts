import { type CountryCode, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/min';

/** What a page or a record tells about its country; whatever is not known stays empty. */
export type CountrySigns = {
  host?: string | undefined;
  /** BCP 47, as the page's root element has it. */
  lang?: string | undefined;
  /** The page's lines, or what a record holds as address and telephone numbers. */
  texts: readonly string[];
};

/** Endings that are sold to everybody and say nothing about a country. */
const worldwide = new Set('ac ai am app cc co fm gg im io is la ly me nu sh st to tv vc ws'.split(' '));

/** Languages whose pages mostly come from one country. */
const home: Readonly<Record<string, string>> = Object.fromEntries(
  'cs:CZ da:DK de:DE el:GR es:ES et:EE fi:FI fr:FR he:IL hu:HU it:IT ja:JP ko:KR lt:LT lv:LV nb:NO nl:NL no:NO pl:PL ro:RO sk:SK sl:SI sv:SE th:TH tr:TR uk:UA vi:VN'
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(3)]),
);

const callingCodes = new Map<string, CountryCode>(
  'US GB DE FR IT ES NL BE AT CH SE NO DK FI PL CZ SK HU RO BG GR PT IE TR UA RU JP KR CN IN BR MX AR CL CO AU NZ ZA IL AE SA EG SG MY TH VN ID PH HK TW LU SI HR RS LT LV EE'
    .split(' ')
    .filter((code): code is CountryCode => isSupportedCountry(code))
    .map((country) => [getCountryCallingCode(country), country]),
);
callingCodes.set('1', 'US').set('7', 'RU');

const international = /(?:\+|(?<!\d)00)\s?\(?([1-9]\d{0,2})(?=[\s)(.-]|\d{6})/g;

/** Postcodes as one country alone writes them, and the shape of its numbers, with their weight. */
const shapes: readonly (readonly [RegExp, string, number])[] = [
  [
    /(?<![A-Za-z])(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\.?,?\s{1,3}\d{5}(?:-\d{4})?(?!\d)/,
    'US',
    2,
  ],
  [/(?<![\d+])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?!\d)/, 'US', 0.5],
  [/(?<![A-Z\d])[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d(?![A-Z\d])/, 'CA', 3],
  [/(?<![A-Z\d])(?:[A-Z]{1,2}\d[A-Z\d]?) \d[ABD-HJLNP-UW-Z]{2}(?![A-Z\d])/, 'GB', 2],
  [/(?<![A-Z])(?:NSW|VIC|QLD|TAS|ACT)[ ,]{1,3}\d{4}(?!\d)/, 'AU', 3],
  [/(?<!\p{L})D-\d{5}(?!\d)/u, 'DE', 2],
  [/(?<!\p{L})F-\d{5}(?!\d)/u, 'FR', 2],
  [/(?<!\p{L})A-\d{4}(?!\d)/u, 'AT', 2],
  [/(?<!\p{L})CH-\d{4}(?!\d)/u, 'CH', 2],
  [/(?<!\p{L})I-\d{5}(?!\d)/u, 'IT', 2],
  [/(?<![\p{L}\d])\d{4} ?[A-Z]{2}(?! ?[\p{L}\d])/u, 'NL', 2],
  [/(?<!\p{L})PL-\d{2}-\d{3}(?!\d)/u, 'PL', 2],
  [/〒\d{3}/, 'JP', 2],
];

/** Countries as addresses end in them: lower case, words apart by one space. */
const named = new Map<string, string>(
  Object.entries({
    AT: 'austria,österreich,oesterreich,autriche',
    AU: 'australia',
    BE: 'belgium,belgië,belgique,belgien',
    BR: 'brazil,brasil',
    CA: 'canada',
    CH: 'switzerland,schweiz,suisse,svizzera',
    CZ: 'czech republic,czechia,česko,česká republika',
    DE: 'germany,deutschland,allemagne,alemania',
    DK: 'denmark,danmark,dänemark',
    ES: 'spain,españa,spanien',
    FI: 'finland,suomi,finnland',
    FR: 'france',
    GB: 'united kingdom,great britain,england,scotland,wales,uk',
    IE: 'ireland,éire',
    IN: 'india',
    IT: 'italy,italia,italien',
    JP: 'japan,日本',
    NL: 'netherlands,nederland,niederlande',
    NO: 'norway,norge,norwegen',
    PL: 'poland,polska,polen',
    PT: 'portugal',
    SE: 'sweden,sverige,schweden',
    US: 'usa,u s a,united states,united states of america',
  }).flatMap(([country, names]) => names.split(',').map((name) => [name, country] as const)),
);

/**
 * The country (ISO 3166, two letters) whose telephone numbers a page or a record writes without a prefix, or null where nothing
 * tells: the host's ending, prefixes, postcodes and countries in its texts, and its language, by votes. Linear in the texts.
 */
export function pageCountry({ host = '', lang = '', texts }: CountrySigns): CountryCode | null {
  const votes = new Map<CountryCode, number>();
  const vote = (country: string | undefined, weight: number) => {
    if (country !== undefined && isSupportedCountry(country))
      votes.set(country, (votes.get(country) ?? 0) + weight);
  };
  const ending = host.toLowerCase().replace(/\.$/, '').split('.').at(-1) ?? '';
  if (ending.length === 2 && !worldwide.has(ending)) vote(ending === 'uk' ? 'GB' : ending.toUpperCase(), 6);
  if (/^(?:gov|mil|edu)$/.test(ending)) vote('US', 3);
  const [language = '', region = ''] = lang.split(/[-_]/);
  vote(/^[a-z]{2}$/i.test(region) ? region.toUpperCase() : home[language.toLowerCase()], 1);
  for (const text of texts) {
    vote(countryAtEnd(text), 2);
    if (!/\d/.test(text)) continue;
    for (const [pattern, country, weight] of shapes) if (pattern.test(text)) vote(country, weight);
    for (const [, code = ''] of text.matchAll(international))
      vote(callingCodes.get(code) ?? callingCodes.get(code.slice(0, 2)), 1);
  }
  const [best] = [...votes].sort(([, a], [, b]) => b - a);
  return best === undefined || best[1] < 1 ? null : best[0];
}

function countryAtEnd(text: string): string | undefined {
  const words = text
    .slice(-40)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  const endings = [4, 3, 2, 1].map((count) => words.slice(-count).join(' '));
  return named.get(endings.find((ending) => named.has(ending)) ?? '');
}
