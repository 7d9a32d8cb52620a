import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachReader } from '../../extension/capture/reader/attach-reader.ts';
import { findChromium } from '../../tools/find-chromium.ts';
import { type OpenMailbox, openMailbox } from '../webmail/open-mailbox.ts';
import { type Contacts, contactsOfReading, pagePolicy } from './contacts-of.ts';
import { handWrittenMails } from './labelled-mails.ts';

// Without root nothing of this can run; run-tests counts and reports it, and where CI is set that is a failure.
const mayRun = process.getuid?.() === 0 && findChromium().kind === 'found';

const mails = handWrittenMails();
const none: Contacts = { pooled: [], suggested: [] };
const people = mails.filter(({ label }) => label === 'person');

describe.skipIf(!mayRun).each(['roundcube', 'sogo'] as const)(
  'the labelled mails opened in a real %s (needs root on Debian, and Chromium)',
  (server) => {
    let opened: OpenMailbox;
    const made = new Map<string, Contacts>();
    const unread: string[] = [];

    beforeAll(async () => {
      opened = await openMailbox({
        server,
        language: 'en',
        mails: mails.map(({ eml }) => Buffer.from(eml, 'latin1')),
        signal: AbortSignal.timeout(280_000),
      });
      const reader = await attachReader(opened.page, pagePolicy);
      await opened.page.reload();
      for (const [at, { id }] of mails.entries()) {
        await opened.show(at);
        const seen = await reader.next(12_000).catch(() => null);
        if (seen === null) unread.push(id);
        made.set(id, seen === null ? none : await contactsOfReading(seen.reading));
      }
    });
    afterAll(() => opened?.close());

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
      console.info(`${server}: ${JSON.stringify({ ...counts, unread })} of ${mails.length} mails`);
      if (server === 'roundcube') {
        expect(counts.suggested).toBeLessThanOrEqual(1);
        expect(counts.captured).toBeGreaterThan(people.length / 2);
      } else expect(counts.captured).toBe(0);
    });
  },
);
