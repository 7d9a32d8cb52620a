import type { SeenMail, SeenMailbox } from '../../../../shared/capture/seen.ts';
import { normaliseEmail } from '../../../../shared/identity/email-address.ts';
import type { ShownMail } from './shown-mail.ts';

/**
 * Roundcube drops bytes that are no UTF-8 from the raw headers, and decodes them right in the document: there, names and
 * subjects in 8-bit character sets come from the document. So do encoded words in a character set that browsers do not know.
 */
export function withShownNames(
  mail: SeenMail,
  shown: Pick<ShownMail, 'from' | 'to' | 'cc' | 'subject'>,
): SeenMail {
  const better = (list: readonly SeenMailbox[], visible: readonly SeenMailbox[]) =>
    list.map((one) => {
      const other = visible.find((candidate) => sameAddress(candidate, one));
      return other !== undefined && isFuller(other.name, one.name) ? { ...one, name: other.name } : one;
    });
  return {
    ...mail,
    from: better(mail.from === null ? [] : [mail.from], shown.from)[0] ?? null,
    to: better(mail.to, shown.to),
    cc: better(mail.cc, shown.cc),
    subject: isFuller(shown.subject, mail.subject) ? shown.subject : mail.subject,
  };
}

const encodedWord = /=\?[^?\s]{1,40}\?[bq]\?[^?]*\?=/i;

/** Equal but for letters outside ASCII, which only `shown` has; or decoded where `raw` still is an encoded word. */
function isFuller(shown: string | null, raw: string | null): boolean {
  if (shown === null || raw === null) return false;
  if (encodedWord.test(raw)) return shown !== '' && !encodedWord.test(shown);
  return !isAscii(shown) && isAscii(raw) && squeezed(shown) === squeezed(raw);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 126) return false;
  return true;
}

function squeezed(text: string): string {
  return text.replace(/[^!-~]+/g, '');
}

export function sameAddress(one: SeenMailbox, other: SeenMailbox): boolean {
  return one.email === other.email || normaliseEmail(one.email) === normaliseEmail(other.email);
}
