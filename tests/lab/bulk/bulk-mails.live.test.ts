import { beforeAll, describe, expect, it } from 'vitest';
import { attachReader } from '../../extension/capture/reader/attach-reader.ts';
import { findChromium } from '../../tools/find-chromium.ts';
import { openMailbox } from '../webmail/open-mailbox.ts';
import { type Contacts, contactsOfReading, pagePolicy } from './contacts-of.ts';
import { handWrittenMails, type LabelledMail } from './labelled-mails.ts';

// Without root nothing of this can run; run-tests counts and reports it, and where CI is set that is a failure.
const mayRun = process.getuid?.() === 0 && findChromium().kind === 'found';

const mails = handWrittenMails();
/** SOGo opens none by its address alone that its list of the newest hundred does not have. */
const atOnce = 60;
const none: Contacts = { pooled: [], suggested: [] };
const people = mails.filter(({ label }) => label === 'person');

describe.skipIf(!mayRun).each(['roundcube', 'sogo'] as const)(
  'the labelled mails opened in a real %s (needs root on Debian, and Chromium)',
  (server) => {
    const made = new Map<string, Contacts>();

    beforeAll(async () => {
      for (let at = 0; at < mails.length; at += atOnce) await openAll(mails.slice(at, at + atOnce));
    });

    async function openAll(some: readonly LabelledMail[]): Promise<void> {
      const opened = await openMailbox({
        server,
        language: 'en',
        mails: some.map(({ eml }) => Buffer.from(eml, 'latin1')),
        signal: AbortSignal.timeout(280_000),
      });
      try {
        const reader = await attachReader(opened.page, pagePolicy);
        await opened.page.reload();
        for (const [place, { id }] of some.entries()) {
          await opened.show(place);
          const { reading } = await reader.next().catch(() => expect.fail(`no reading of ${id}`));
          made.set(id, await contactsOfReading(reading));
        }
      } finally {
        await opened.close();
      }
    }

    const countOf = (label: 'bulk' | 'person', where: keyof Contacts) =>
      mails.filter((mail) => mail.label === label && made.get(mail.id)?.[where].length !== 0).length;

    it('make no contact of bulk', () => {
      expect(made.size).toBe(mails.length);
      expect(countOf('bulk', 'pooled')).toBe(0);
    });

    it('lose nobody', () => {
      const lost = people.filter(({ id }) => {
        const { pooled, suggested } = made.get(id) ?? none;
        return pooled.length + suggested.length === 0;
      });
      expect(lost.map(({ id }) => id)).toEqual([]);
    });

    it('are told apart further where the webmail lets headers be read', () => {
      const counts = { suggested: countOf('bulk', 'suggested'), captured: countOf('person', 'pooled') };
      console.info(`${server}: ${JSON.stringify(counts)} of ${mails.length} mails`);
      if (server === 'roundcube') {
        expect(counts.suggested).toBeLessThanOrEqual(1);
        expect(counts.captured).toBeGreaterThan(people.length / 2);
      } else expect(counts.captured).toBe(0);
    });
  },
);
