import type { PageLine } from '../../../shared/capture/page-text.ts';
import { mostLines, mostText } from '../../../shared/capture/page-text-limits.ts';

/** The beginning and the end of a page that is too long: its footer says whose it is. */
export function boundedLines(lines: readonly PageLine[]): PageLine[] {
  const tail = within(lines.slice(-mostLines / 3).reverse(), mostLines / 3, mostText / 3).reverse();
  const rest = lines.slice(0, lines.length - tail.length);
  const head = within(rest, mostLines - tail.length, mostText - size(tail));
  return [...head, ...tail];
}

function within(lines: readonly PageLine[], most: number, characters: number): PageLine[] {
  let left = characters;
  return lines.slice(0, most).filter(({ text }) => {
    left -= text.length;
    return left >= 0;
  });
}

function size(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
