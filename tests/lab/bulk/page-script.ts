import { roundcubeAdapter } from '../../../extension/capture/sites/roundcube/roundcube-adapter.ts';
import type { SeenMail } from '../../../shared/capture/seen.ts';
import type { RoundcubePage } from './roundcube-page.ts';

/** What the shipped reader sees of each mail: with its headers, and where they cannot be had. Runs in Chromium. */
export type ReadTwice = { withHeaders: SeenMail | null; asShown: SeenMail | null };

export function readTwice(pages: readonly RoundcubePage[]): ReadTwice[] {
  const url = new URL('https://mail.tidewater.test/?_task=mail&_action=show&_uid=1&_mbox=INBOX');
  const now = Date.UTC(2027, 2, 31, 12);
  return pages.map(({ html, dialog }) => {
    const doc = new DOMParser().parseFromString(html, 'text/html');
    const read = (answer: string | null) => {
      const said = roundcubeAdapter.extract({ doc, url }, 'INBOX/1', { answer, last: true, now });
      return said.kind === 'read' && said.health !== 'unhealthy' ? (said.mails[0] ?? null) : null;
    };
    return { withHeaders: read(dialog), asShown: read(null) };
  });
}
