import * as v from 'valibot';
import { attachReader } from '../../extension/capture/reader/attach-reader.ts';
import { findChromium } from '../../tools/find-chromium.ts';
import { isLanguage, LANGUAGES } from '../../webmail/languages.ts';
import { OWN_DOMAIN } from '../../webmail/people.ts';
import type { Answer, LabSession, LabTask } from '../task.ts';
import { answerOfReading } from '../webmail/answer-of-reading.ts';
import { type OpenMailbox, openMailbox } from '../webmail/open-mailbox.ts';

const row = v.object({ eml: v.string() });
const patienceMs = 15_000;
const policy = { ownDomains: [OWN_DOMAIN], neverAddresses: [], neverDomains: [] };

/**
 * `{id, eml}` (bytes as latin1) → the touch that the mail gives where somebody opens it in a real webmail: `{id, from, to, cc,
 * subject, date, messageId}`. Rows are read to their end first, since all of them are delivered before the first is opened.
 * Mail that policy never records (newsletters and the like) is read here all the same, and says so: `neverRecorded`.
 */
export const task: LabTask = {
  options: { server: ['roundcube', 'sogo'], lang: Object.keys(LANGUAGES) },
  open: async ({ server = 'roundcube', lang = 'en' }, signal): Promise<LabSession> => {
    if (!isLanguage(lang) || (server !== 'roundcube' && server !== 'sogo'))
      throw new Error('no such webmail');
    if (process.getuid?.() !== 0)
      throw new Error('the webmails start servers as system users, which needs root');
    const chromium = findChromium();
    if (chromium.kind !== 'found') throw new Error(chromium.why);
    return {
      async *answer(given) {
        const rows: (Uint8Array | string)[] = [];
        for await (const one of given) {
          const parsed = v.safeParse(row, one);
          rows.push(parsed.success ? Buffer.from(parsed.output.eml, 'latin1') : v.summarize(parsed.issues));
        }
        const mails = rows.filter((one) => typeof one !== 'string');
        if (mails.length === 0) yield* rows.map((why) => ({ error: String(why) }));
        else {
          const opened = await openMailbox({ server, language: lang, mails, signal });
          try {
            const answers = readInTurn(opened);
            let place = 0;
            for (const one of rows) {
              if (typeof one === 'string') yield { error: one };
              else yield await answers(place++);
            }
          } finally {
            await opened.close();
          }
        }
      },
      close: async () => {},
    };
  },
};

/** Shows one mail after the other and gives what the shipped reader said of it. */
function readInTurn({ page, show }: OpenMailbox): (place: number) => Promise<Answer> {
  const attached = attachReader(page, policy, { holdsNothingBack: true }).then(async (reader) => {
    await page.reload();
    return reader;
  });
  return async (place) => {
    const reader = await attached;
    try {
      await show(place);
      const { reading } = await reader.next(patienceMs);
      return answerOfReading(reading);
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  };
}
