import type { SeenMailbox, SeenPerson } from '../../../shared/capture/seen.ts';
import { findSignatureLines, signatureLines, splitLines } from './find-signature-lines.ts';
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

function read({
  text,
  html,
  from,
}: {
  text: string;
  html: Element | null;
  from: SeenMailbox | null;
}): SeenPerson | null {
  const extracted = html === null ? null : textLines(html);
  const lines = extracted === null ? splitLines(text) : extracted.lines;
  const marked = extracted?.marked ?? null;
  const numbers = marked === null ? signatureLines(lines, from) : range(marked.start, marked.end);
  const own = numbers.map((number) => lines[number] ?? '');
  for (const link of extracted?.links ?? []) {
    const at = numbers.indexOf(link.line);
    const target = shownTarget(link.href);
    if (at >= 0 && target !== null && !own[at]?.includes(target)) own[at] += `\t${target}`;
  }
  const { person, named } = signatureFields(own, from);
  if (Object.keys(person).length === 0) return null;
  const sameAddress =
    person.emails?.some((email) => email.toLowerCase() === from?.email.toLowerCase()) ?? false;
  if (
    named === 'other' &&
    !sameAddress &&
    from?.name &&
    /\S\s+\S/.test(from.name) &&
    /\S\s+\S/.test(person.name ?? '')
  )
    return null;
  const tied = named === 'same' || sameAddress;
  const facts = Object.keys(person).length - (person.name === undefined ? 0 : 1);
  return { ...person, sure: facts === 0 ? 0.3 : tied ? 0.9 : 0.4 };
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

function shownTarget(href: string): string | null {
  const match = /^(?:mailto:|tel:)?(.{3,300})$/i.exec(href.trim());
  if (match === null) return null;
  if (/^mailto:/i.test(href)) return match[1]?.split('?')[0] ?? null;
  if (/^tel:/i.test(href)) return null;
  return /^https?:\/\//i.test(href) ? href : null;
}
