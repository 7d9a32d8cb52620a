import parsePhoneNumber, { type CountryCode, isSupportedCountry } from 'libphonenumber-js/min';

/** A telephone number: E.164 (ITU-T: + and at most 15 digits), and the extension behind it, digits only. */
export type PhoneNumber = { e164: string; extension: string | null };

const trunkZero = /\(0\)/g;
const prefix = /^(?:tel|phone|fon|fax|mobile?|mob|cell|t|m|p|f)\s*[.:]+\s*/iu;

/**
 * A number as written on a page, or null where it is none or its country is not known. `country` (ISO 3166, two letters) is
 * that whose numbers the page writes without a prefix. For the background only: the table of numbering plans is large.
 */
export function readPhoneNumber(text: string, country: string | null): PhoneNumber | null {
  const written = toAsciiDigits(text).trim().replace(prefix, '').replace(trunkZero, ' ').slice(0, 80);
  if (!/\d{3}/.test(written.replace(/\D/g, ''))) return null;
  const home = country?.toUpperCase() ?? '';
  const region: CountryCode | undefined = isSupportedCountry(home) ? home : undefined;
  const number =
    parsePhoneNumber(written, region) ??
    (/^00[1-9]/.test(written) ? parsePhoneNumber(written.replace(/^00/, '+'), region) : undefined);
  if (number === undefined || !number.isPossible()) return null;
  return { e164: number.number, extension: number.ext ?? null };
}

/** {@link readPhoneNumber} without the extension: numbers of one line are one. */
export function toE164(text: string, country: string | null): string | null {
  return readPhoneNumber(text, country)?.e164 ?? null;
}

/** The digits under which spellings of a number meet whatever its country: the last nine, without an extension, or empty. */
export function phoneKey(text: string): string {
  const digits = toAsciiDigits(text)
    .replace(/(?:ext\.?|extension|x|durchwahl|dw|poste|int\.?|#)\s?\d{1,6}\s?$/iu, '')
    .replace(/\D/g, '');
  return digits.length < 5 ? '' : digits.slice(-9);
}

/** Arabic-Indic, Persian, Devanagari and full-width digits as ASCII. */
function toAsciiDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = [0x0660, 0x06f0, 0x0966].find((zero) => code >= zero && code <= zero + 9) ?? code;
    return String(code - zero);
  });
}
