import type { PageLine } from '../../../shared/capture/page-text.ts';
import { findEmails } from '../../../shared/text/contact-facts.ts';
import { trimMarks } from '../../../shared/text/trim-marks.ts';

/** An e-mail address on a page, in lower case where its domain is concerned, and the line it stands on. */
export type PageEmail = { line: number; email: string };

/** `ann (at) bluefinch (dot) example` and the like, written plainly for people and not for robots. */
const hidden =
  /(?<![\p{L}\p{N}._+-])([\p{L}\p{N}][\p{L}\p{N}._+-]{0,63})\s{0,2}[([{<]\s{0,2}(?:at|@|ät|arroba|chez|kukac|zavináč|małpa|собака|アット)\s{0,2}[)\]}>]\s{0,2}([\p{L}\p{N}-]{1,63}(?:(?:\.|\s{0,2}[([{<]\s{0,2}(?:dot|punkt|point|punto|\.)\s{0,2}[)\]}>]\s{0,2})[\p{L}\p{N}-]{2,63}){1,4})/giu;
const dot = /\s{0,2}[([{<]\s{0,2}(?:dot|punkt|point|punto|\.)\s{0,2}[)\]}>]\s{0,2}/gi;
const address = /^[^\s@<>"(),:;]{1,64}@[^\s@<>"(),:;/]{1,190}\.[\p{L}]{2,24}$/u;
const most = 500;

/** Addresses in the text, in links, and those that the page writes with words for the signs. Where a link leads stands. */
export function pageEmails(lines: readonly PageLine[]): PageEmail[] {
  const found: PageEmail[] = [];
  for (const [line, { text, emails = [] }] of lines.entries()) {
    const shown = text.includes('@') ? findEmails(text).map((one) => one.text) : [];
    const spelled = /[([{<]/.test(text)
      ? [...text.matchAll(hidden)].map(
          ([, local = '', domain = '']) => `${local}@${domain.replace(dot, '.').replace(/\s/g, '')}`,
        )
      : [];
    const own = new Set<string>();
    for (const raw of [...emails, ...(shown.length > emails.length ? shown : []), ...spelled]) {
      const email = normal(raw);
      if (email !== null && !own.has(email.toLowerCase()) && found.length < most) {
        own.add(email.toLowerCase());
        found.push({ line, email });
      }
    }
  }
  return found;
}

function normal(raw: string): string | null {
  const trimmed = trimMarks(raw, '', '.,;');
  return address.test(trimmed) && trimmed.length <= 254 ? trimmed : null;
}
