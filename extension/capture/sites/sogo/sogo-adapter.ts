import type { Requesting, SiteAdapter } from '../adapter.ts';
import { isSogo, mailboxInFront, messageOnView, placeOnView } from './detect.ts';
import { extractMail, isSameMail, shownMail } from './extract.ts';
import { envelopeOf, folderPath } from './message-json.ts';
import { messageView } from './selectors.ts';

/** SOGo 5.8: one page with hash routes, and popups of the same make. */
export const sogoAdapter: SiteAdapter = {
  id: 'sogo',
  version: 1,
  detect: isSogo,
  mailbox: mailboxInFront,
  view: messageOnView,
  root: ({ doc }) => doc.querySelector(messageView),
  request: async (page, _view, requesting) => {
    const place = placeOnView(page);
    if (place === null) return null;
    const path = folderPath(place);
    const row = await postFor(page.doc, `${path}/headers`, { uids: [Number(place.uid)] }, requesting);
    const envelope = row === null ? null : envelopeOf(row, place.uid);
    if (envelope === null) return null;
    let hasCc = false;
    await requesting.until(() => {
      const shown = shownMail(page.doc);
      hasCc = shown?.hasCc ?? false;
      return shown !== null && isSameMail(shown, envelope);
    });
    if (!hasCc) return row;
    const whole = await requesting.readText(`${path}/${place.uid}/view`, { headers: guarded(page.doc) });
    return whole ?? row;
  },
  extract: (page, _view, input) => extractMail(page, input),
};

function postFor(
  doc: Document,
  path: string,
  body: unknown,
  { readText }: Requesting,
): Promise<string | null> {
  const headers = { 'Content-Type': 'application/json', ...guarded(doc) };
  return readText(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** SOGo answers requests of its own page alone, which show a cookie's value in a header. */
function guarded(doc: Document): Record<string, string> {
  const token = /(?:^|;\s?)XSRF-TOKEN=([^;]*)/.exec(doc.cookie)?.[1];
  return token === undefined ? {} : { 'X-XSRF-TOKEN': token };
}
