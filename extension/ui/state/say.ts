import { createI18n } from '@wxt-dev/i18n';
import type english from '../../locales/en.json';

type PluralForms = { one: string; other: string };
type Keys<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? `${Before}${K}`
    : T[K] extends PluralForms
      ? never
      : Keys<T[K], `${Before}${K}.`>;
}[keyof T & string];
type PluralKeys<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? never
    : T[K] extends PluralForms
      ? `${Before}${K}`
      : PluralKeys<T[K], `${Before}${K}.`>;
}[keyof T & string];

/** The name of a sentence in locales/en.json. */
export type WordKey = Keys<typeof english>;
/** The name of a sentence with a form for every plural category of the language. */
export type PluralKey = PluralKeys<typeof english>;

const messages = createI18n();
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/** The sentence in the interface's language; `values` fill $1, $2 … in order. */
export function say(key: WordKey, ...values: (string | number)[]): string {
  return values.length === 0 ? messages.t(key) : messages.t(key, values.map(shown));
}

/** The sentence for `count`, which is $1; `values` fill $2 and on. The form follows the language's own plural rules. */
export function sayCount(key: PluralKey, count: number, ...values: (string | number)[]): string {
  const form = new Intl.PluralRules(interfaceLanguage()).select(count);
  const filled = [count, ...values].map(shown);
  return messages.t(`${key}.${form}`, filled) || messages.t(`${key}.other`, filled);
}

/** Several names in a row, as the language joins them. */
export function sayList(names: readonly string[]): string {
  return new Intl.ListFormat(interfaceLanguage()).format(names.map(shown));
}

/**
 * Dates and numbers inside a sentence follow the sentence's language, in the form of the browser's region: a German browser
 * with English sentences writes 28 Oct 2026, as en-DE has it, and never Oct 28.
 */
export function interfaceLanguage(): string {
  const language = messages.t('language') || 'en';
  const same = navigator.languages.find((tag) => tag.split('-')[0] === language);
  if (same !== undefined) return same;
  const region = new Intl.Locale(navigator.languages[0] ?? language).maximize().region;
  return region === undefined ? language : `${language}-${region}`;
}

/** A name in the other direction is set apart, or it would drag the punctuation around it to the wrong side. */
function shown(value: string | number): string {
  if (typeof value === 'number') return new Intl.NumberFormat(interfaceLanguage()).format(value);
  return rightToLeft.test(value) ? `\u2068${value}\u2069` : value;
}
