/** The interface languages the samples are tried in, as each webmail names them. */
export const LANGUAGES = {
  en: { roundcube: 'en_US', sogo: 'English' },
  de: { roundcube: 'de_DE', sogo: 'German' },
  fr: { roundcube: 'fr_FR', sogo: 'French' },
  es: { roundcube: 'es_ES', sogo: 'SpanishSpain' },
  'pt-BR': { roundcube: 'pt_BR', sogo: 'BrazilianPortuguese' },
  ja: { roundcube: 'ja_JP', sogo: 'Japanese' },
  ar: { roundcube: 'ar_SA', sogo: 'Arabic' },
  cs: { roundcube: 'cs_CZ', sogo: 'Czech' },
} as const;

export type Language = keyof typeof LANGUAGES;

export function isLanguage(text: string): text is Language {
  return Object.hasOwn(LANGUAGES, text);
}
