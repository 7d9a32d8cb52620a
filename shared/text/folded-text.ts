const letters: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ø: 'o', ı: 'i' };

/** For comparing: lower case, accents and punctuation away, white space single. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßłøı]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .normalize('NFC')
    .trim();
}
