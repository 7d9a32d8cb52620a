import type { SeenMailbox } from '../../../../shared/capture/seen.ts';
import { mailFromHeaders } from '../../mail/mail-from-headers.ts';
import { parseHeaders } from '../../mail/parse-headers.ts';
import { closest, first, wholeText } from '../../unclobbered.ts';
import { type Opening, type Page, readMail, waiting } from '../adapter.ts';
import { isUnsentOrJunk } from './extract.ts';
import { headersFromDialog, headersPath } from './headers-dialog.ts';
import * as hooks from './selectors.ts';
import { shownMailbox } from './shown-mail.ts';
import { sameAddress, withShownNames } from './shown-names.ts';

/**
 * The mail that a click on the list is about to open in the frame beside it. Roundcube takes a quarter of a second to show it, in
 * which its headers can be read and recorded; the signature follows from the frame. What the list does not show decoded (see
 * withShownNames) is left to the frame too: a name that came out wrong here could not be replaced there.
 */
export function openingMail({ doc }: Page, event: MouseEvent): Opening | null {
  const { target, button, isTrusted } = event;
  const plain = button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!isTrusted || !plain || !(target instanceof Element)) return null;
  const row = closest(target, hooks.listRow);
  const link = row === null ? null : first<HTMLAnchorElement>(row, hooks.rowLink);
  const address = row === null ? null : first(row, hooks.rowAddress);
  const beside = first<HTMLElement>(doc, hooks.messageFrame);
  // without the frame a click only marks the row
  if (!link || !address || !beside?.offsetParent || closest(target, hooks.besideRowText)) return null;
  const url = URL.parse(link.href);
  const path = url === null ? null : headersPath(url);
  const [shown] = shownMailbox(address);
  if (url === null || path === null || shown === undefined || isUnsentOrJunk(doc, url)) return null;
  const subject = wholeText(link).replace(/\s+/g, ' ').trim();
  return {
    path,
    extract: (answer, now) => {
      const header = parseHeaders(headersFromDialog(answer ?? '') ?? '');
      if (header === null) return waiting;
      const { mail, problems } = mailFromHeaders(header, now);
      const { from, to } = mail;
      if (from === null || ![from, ...to].some((one) => sameAddress(one, shown))) return waiting;
      const unnamed = (one: SeenMailbox): SeenMailbox =>
        sameAddress(one, shown) ? one : { ...one, name: null };
      const named = { ...mail, from: unnamed(from), to: to.map(unnamed), cc: mail.cc.map(unnamed) };
      return readMail(withShownNames(named, { from: [shown], to: [shown], cc: [shown], subject }), problems);
    },
  };
}
