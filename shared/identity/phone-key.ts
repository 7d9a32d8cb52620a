/** The digits under which two spellings of one number meet: the last nine, without an extension; empty under five digits. */
export function phoneKey(text: string): string {
  const digits = toDigits(
    text.replace(/(?:ext\.?|extension|x|durchwahl|dw|poste|int\.?)\s*\d{1,6}\s*$/iu, ''),
  ).replace(/\D/g, '');
  return digits.length < 5 ? '' : digits.slice(-9);
}

/** Arabic-Indic, full-width and other digits as ASCII. */
function toDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = [0x0660, 0x06f0, 0x0966].find((zero) => code >= zero && code <= zero + 9) ?? code;
    return String(code - zero);
  });
}
