import type { SeenMailbox } from '../../../shared/capture/seen.ts';
import type { SignatureBlock } from '../../../shared/capture/signature-block.ts';
import { longestSignatureLine, mostSignatureLines } from '../../../shared/capture/signature-limits.ts';
import { senderWords, trailingName } from '../../../shared/text/sender-names.ts';
import { signatureLines, splitLines } from './find-signature-lines.ts';
import { endOfOwnText } from './own-text.ts';
import { textLines } from './text-lines.ts';

/**
 * The lines of the sender's own signature in a mail: `text` as displayed, or `html` (the body's element), which wins where it
 * is given. Null where there is none, and of what stands under a quote. Never throws.
 */
export function readSignature(input: {
  text: string;
  html: Element | null;
  from: SeenMailbox | null;
}): SignatureBlock | null {
  try {
    const lines = read(input);
    return lines.length === 0 ? null : { lines };
  } catch {
    return null;
  }
}

function read({ text, html, from }: Parameters<typeof readSignature>[0]): string[] {
  const extracted = html === null ? null : textLines(html);
  const lines = extracted?.lines ?? splitLines(text);
  const end = endOfOwnText(lines);
  const marked = extracted?.marked ?? null;
  const numbers =
    marked !== null && marked.end <= end ? range(marked.start, marked.end) : signatureLines(lines, from);
  const own = new Map(numbers.map((number) => [number, lines[number] ?? '']));
  for (const { line, href } of extracted?.links ?? []) {
    const shown = own.get(line);
    const target = hiddenTarget(href);
    if (shown !== undefined && target !== null && !shown.includes(target))
      own.set(line, `${shown}\t${target}`);
  }
  // A gap stays visible: what stands right below a name is something else than what stands apart from it.
  const spaced = [...own].flatMap(([number, line]) => (own.has(number - 1) ? [line] : ['', line]));
  // `… by Monday. --Sally`: the name ends the text, and the company may stand apart below it.
  const above = lines.slice(0, numbers[0] ?? end).findLast((line) => line.trim() !== '') ?? '';
  const name = trailingName(above, senderWords(from));
  const signed = name === null ? spaced : [name, ...spaced];
  return signed.map(withoutSentences).slice(0, mostSignatureLines);
}

/** A line longer than any fact is a disclaimer's, or the mail's own text, and does not cross. */
function withoutSentences(line: string): string {
  const text = line.trim();
  return text.length > longestSignatureLine ? '' : text;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

/** What a link's text may hide: a web or mail address. A number that a link dials is shown anyway. */
function hiddenTarget(href: string): string | null {
  if (/^mailto:/i.test(href)) return href.slice(7).split('?')[0] ?? null;
  return /^https?:\/\//i.test(href) ? href : null;
}
