import type { PageLine, PageText } from '../../../shared/capture/page-text.ts';
import { findEmails } from '../../../shared/text/contact-facts.ts';
import { type NameSpan, nameSpans, wordsOf } from './name-spans.ts';
import type { PageFacts } from './person-features.ts';

/** Every span of a page that may be a name, with the line that it stands on, and what its features need of the whole page. */
export function pageFacts(
  { lines }: PageText,
  organisations: readonly string[],
): { facts: PageFacts; spans: { line: number; span: NameSpan }[] } {
  const words = lines.map(({ text }) => wordsOf(text));
  const small = new Map<string, number>();
  const capital = new Map<string, number>();
  const alike = new Map<string, number>();
  const counts = new Map<string, number>();
  const mails = new Map<number, string[]>();
  const spans: { line: number; span: NameSpan }[] = [];
  for (const [at, line] of lines.entries()) {
    for (const word of words[at] ?? []) {
      // Parts of an address are small whoever's name they are.
      if (
        /[@./_]/.test(line.text[word.start - 1] ?? '') ||
        /[@./_]\p{L}?/u.test(line.text.slice(word.end, word.end + 1))
      )
        continue;
      const counted = word.capital ? capital : small;
      counted.set(word.key, (counted.get(word.key) ?? 0) + 1);
    }
    const found = mailsOn(line);
    if (found.length > 0) mails.set(at, found);
    for (const span of nameSpans(line.text, words[at] ?? [])) {
      spans.push({ line: at, span });
      counts.set(span.text, (counts.get(span.text) ?? 0) + 1);
      if (span.start <= 3 && span.end >= line.text.length - 3) {
        const key = `${line.kind} ${line.depth}`;
        alike.set(key, (alike.get(key) ?? 0) + 1);
      }
    }
  }
  return { facts: { lines, words, small, capital, organisations, spans: counts, alike, mails }, spans };
}

function mailsOn({ text, emails = [] }: PageLine): string[] {
  const shown = text.includes('@') ? findEmails(text).map((found) => found.text) : [];
  return [...emails, ...shown].map((email) => email.slice(0, email.lastIndexOf('@')).toLowerCase());
}
