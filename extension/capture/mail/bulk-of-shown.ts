import type { BulkKind, SeenMailbox } from '../../../shared/capture/seen.ts';
import { isRoboticAddress, offersUnsubscribing } from '../../../shared/policy/bulk-mail.ts';

const mostLinks = 300;

/** What can be said of bulk without headers: an address that nobody reads, or a link to be struck off a list. */
export function bulkOfShown(from: SeenMailbox | null, body: Element | null): BulkKind {
  if (from !== null && isRoboticAddress(from.email)) return 'no-reply';
  const links = body === null ? [] : [...body.querySelectorAll('a[href]')];
  // such links stand at the end, below everything else
  const offered = links
    .slice(-mostLinks)
    .some((link) => offersUnsubscribing(link.getAttribute('href') ?? '', link.textContent ?? ''));
  return offered ? 'newsletter' : 'unknown';
}
