import type { PageLine } from '../../../shared/capture/page-text.ts';
import { folded } from '../../../shared/text/folded-text.ts';
import { hasAddressWord } from '../../../shared/text/signature-words.ts';
import { trimMarks } from '../../../shared/text/trim-marks.ts';
import { isGivenName } from '../names/is-given-name.ts';

const most = 4;

/** The first postal address of a page, its lines joined by commas: a street or post-office box and what follows it in its block. */
export function pageAddress(lines: readonly PageLine[]): string | undefined {
  const from = lines.findIndex(
    ({ text, kind }) => kind !== 'title' && kind !== 'prose' && text.length <= 120 && isStreet(text),
  );
  if (from < 0) return undefined;
  const parts: string[] = [];
  let low = lines[from]?.depth ?? 0;
  for (let at = from; at < Math.min(lines.length, from + most); at += 1) {
    const { text, shared, depth } = lines[at] as PageLine;
    if (at > from) low = Math.min(low, shared);
    const apart = at > from && (low < depth - 2 || text.length > 60);
    if (
      apart ||
      /@|©|https?:|(?<!\p{L})(?:tel|phone|fax|ph|t|f|p|mob|e-?mail|hours|open)(?!\p{L})/iu.test(text)
    )
      break;
    if (at > from && !isPlace(text)) break;
    parts.push(trimMarks(text, '', ','));
  }
  return parts.length === 0 ? undefined : parts.join(', ');
}

function isStreet(text: string): boolean {
  return hasAddressWord(text) || /^p\.?\s?o\.?\s?box\s\d/i.test(text);
}

/** A postcode with a town, a town with its region, a country, a suite. */
function isPlace(text: string): boolean {
  if (hasAddressWord(text) || /\d{4,5}|^(?:suite|unit|floor|\d)/i.test(text)) return true;
  const [first = ''] = folded(text).split(' ');
  return /^\p{Lu}[\p{L} .'-]{2,30}(?:, ?\p{Lu}[\p{L} .]{1,20})?,?$/u.test(text) && !isGivenName(first);
}
