import type { Page, Requesting } from '../adapter.ts';
import { climber } from '../ladder.ts';
import { placeOnView } from './detect.ts';
import { envelopeOf, folderPath } from './message-json.ts';
import { propertiesRequest } from './message-properties.ts';
import { ladders } from './selectors.ts';
import { isSameMail, shownMail } from './shown-mail.ts';

/** What SOGo said, as it said it: the list's row, the mail's header fields, and the mail's JSON where the fields could not be had. */
export type SogoAnswers = { row: string | null; fields: string | null; whole: string | null };

/** Asks SOGo for the headers of the mail that the address names. Null where it names none. */
export async function askSogo(page: Page, { readText, until }: Requesting): Promise<SogoAnswers | null> {
  const { doc } = page;
  const place = placeOnView(page);
  if (place === null) return null;
  const path = folderPath(place);
  const ask = (suffix: string, { headers, ...init }: RequestInit) =>
    readText(`${path}/${suffix}`, { ...init, headers: { ...guarded(doc), ...headers } });
  const [row, fields] = await Promise.all([
    ask('headers', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ uids: [Number(place.uid)] }),
    }),
    ask(place.uid, propertiesRequest),
  ]);
  const envelope = row === null ? null : envelopeOf(row, place.uid);
  if (envelope === null || fields !== null) return { row, fields, whole: null };
  let hasCc = false;
  await until(() => {
    const shown = shownMail(doc, climber(ladders));
    hasCc = (shown?.cc.length ?? 0) > 0;
    return shown !== null && isSameMail(shown, envelope);
  });
  return { row, fields, whole: hasCc ? await ask(`${place.uid}/view`, {}) : null };
}

/** SOGo answers requests of its own page alone, which show a cookie's value in a header. */
function guarded(doc: Document): Record<string, string> {
  const token = /(?:^|;\s?)XSRF-TOKEN=([^;]*)/.exec(doc.cookie)?.[1];
  return token === undefined ? {} : { 'X-XSRF-TOKEN': token };
}
