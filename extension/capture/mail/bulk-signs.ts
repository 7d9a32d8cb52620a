import type { BulkSigns, OwnWords } from '../../../shared/capture/bulk-signs.ts';
import { endOfOwnText } from '../signature/own-text.ts';
import { textLines } from '../signature/text-lines.ts';
import type { HeaderLookup } from './parse-headers.ts';

/** Headers by which the background tells bulk from letters; which of them say what is its knowledge. */
const telling =
  'auto-submitted precedence content-type return-path reply-to sender message-id in-reply-to user-agent x-mailer list-id list-post list-unsubscribe list-unsubscribe-post mailing-list feedback-id thread-index thread-topic x-autoreply x-autorespond x-auto-reply x-autoresponder x-vacation x-mail-autoreply x-ms-exchange-inbox-rules-loop x-ms-has-attach x-originating-ip x-mimeole x-google-smtp-source x-gm-message-state x-universally-unique-identifier x-beenthere x-mailman-version x-campaign x-campaignid x-campaign-id x-mailing-id x-newsletter x-mailin-eid x-csa-complaints x-report-abuse x-report-abuse-to x-sfmc-stack x-mktarchive x-php-originating-script x-php-script x-sg-eid x-ses-outgoing x-pm-message-id x-mandrill-user'.split(
    ' ',
  );

export function headerSigns(header: HeaderLookup): BulkSigns['headers'] {
  const found: Record<string, string> = {};
  for (const name of telling) {
    const value = header(name)[0];
    if (value !== undefined) found[name] = value.slice(0, 300);
  }
  return found;
}

const mostLinks = 40;
const fromStart = 20;
const fromEnd = 40;

/** The words of a mail's own text, as many as tell. Null where there is no text on view. */
export function ownWords(body: Element | null): OwnWords | null {
  if (body === null) return null;
  const { lines, links } = textLines(body);
  const end = endOfOwnText(lines);
  const own = lines.slice(0, end).flatMap((line) => (line.trim() === '' ? [] : [line.slice(0, 300)]));
  return {
    lines: own.length > fromStart + fromEnd ? [...own.slice(0, fromStart), ...own.slice(-fromEnd)] : own,
    links: links
      .filter(({ line }) => line < end)
      .slice(-mostLinks)
      .map(({ line, href }) => ({
        href: href.slice(0, 300),
        beside: `${lines[line - 1] ?? ''} ${lines[line] ?? ''}`.slice(-300),
      })),
    designed: [...body.querySelectorAll('h1, h2, h3, center')].some((one) => !one.closest('blockquote')),
  };
}
