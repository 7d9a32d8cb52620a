import type { SeenMailbox } from '../../../../shared/capture/seen.ts';
import { mailFromHeaders } from '../../mail/mail-from-headers.ts';
import { parseHeaders } from '../../mail/parse-headers.ts';
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
  const link = target.closest(hooks.listRow)?.querySelector<HTMLAnchorElement>(hooks.rowLink);
  const address = target.closest(hooks.listRow)?.querySelector(hooks.rowAddress);
  const beside = doc.querySelector<HTMLElement>(hooks.messageFrame);
  // without the frame a click only marks the row
  if (!link || !address || !beside?.offsetParent || target.closest(hooks.besideRowText)) return null;
  const url = URL.parse(link.href);
  const path = url === null ? null : headersPath(url);
  const [row] = shownMailbox(address);
  if (url === null || path === null || row === undefined || isUnsentOrJunk(doc, url)) return null;
  const subject = link.textContent?.replace(/\s+/g, ' ').trim() ?? null;
  return {
    path,
    extract: (answer, now) => {
      const header = parseHeaders(headersFromDialog(answer ?? '') ?? '');
      if (header === null) return waiting;
      const { mail, problems } = mailFromHeaders(header, now);
      const { from, to } = mail;
      if (from === null || ![from, ...to].some((one) => sameAddress(one, row))) return waiting;
      const unnamed = (one: SeenMailbox): SeenMailbox =>
        sameAddress(one, row) ? one : { ...one, name: null };
      const named = { ...mail, from: unnamed(from), to: to.map(unnamed), cc: mail.cc.map(unnamed) };
      return readMail(withShownNames(named, { from: [row], to: [row], cc: [row], subject }), problems);
    },
  };
}
