import type { SeenMailbox, SeenPerson } from '../../../shared/capture/seen.ts';
import { senderWords, trailingName } from '../../../shared/text/sender-names.ts';
import { findSignatureLines, signatureLines, splitLines } from './find-signature-lines.ts';
import { endOfOwnText } from './own-text.ts';
import { signatureFields } from './signature-fields.ts';
import { textLines } from './text-lines.ts';

export { findSignatureLines };

/**
 * The sender's own signature in a mail: `text` as displayed, or `html` (the body's element), which wins where it is given.
 * Null where there is none, where it is under a quote, or where it is signed by somebody else. `sure` stays below 0.5
 * where only a name was found or nothing ties the signature to the sender. Never throws.
 */
export function readSignature(input: {
  text: string;
  html: Element | null;
  from: SeenMailbox | null;
}): SeenPerson | null {
  try {
    return read(input);
  } catch {
    return null;
  }
}

function read({ text, html, from }: Parameters<typeof readSignature>[0]): SeenPerson | null {
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
  const { person, named } = signatureFields(spaced, from);
  if (person.name === undefined) {
    const last = lines.slice(0, end).findLast((line) => line.trim() !== '') ?? '';
    const name = trailingName(last, senderWords(from));
    if (name !== null) person.name = name;
  }
  const facts = Object.keys(person).length - (person.name === undefined ? 0 : 1);
  if (facts === 0 && person.name === undefined) return null;
  const sameAddress =
    person.emails?.some((email) => email.toLowerCase() === from?.email.toLowerCase()) ?? false;
  const isFull = (name: string | null | undefined) => /\S\s+\S/.test(name ?? '');
  const known = isFull(from?.name) || from?.name?.includes('@');
  if (named === 'other' && !sameAddress && known && isFull(person.name)) return null;
  return { ...person, sure: facts === 0 ? 0.3 : named === 'same' || sameAddress ? 0.9 : 0.4 };
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

/** What a link's text may hide: a web or mail address. A number that a link dials is shown anyway. */
function hiddenTarget(href: string): string | null {
  if (/^mailto:/i.test(href)) return href.slice(7).split('?')[0] ?? null;
  return /^https?:\/\//i.test(href) ? href : null;
}
