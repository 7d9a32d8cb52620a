import { beforeAll, describe, expect, it } from 'vitest';
import { type Contacts, contactsOf } from './contacts-of.ts';
import { handWrittenMails } from './labelled-mails.ts';
import type { ReadTwice } from './page-script.ts';
import { readMails } from './read-mails.ts';

const mails = handWrittenMails();
const none: Contacts = { pooled: [], suggested: [] };
/** Sent one by one from a person's own mailbox by a program: nothing in it differs from a letter with an offer to leave. */
const likeLetters = ['en-newsletter-mail-merge.eml'];

let readings: ReadTwice[];
beforeAll(async () => {
  readings = await readMails(mails);
});

describe.each(['withHeaders', 'asShown'] as const)('the labelled mails, %s', (reading) => {
  const contacts = (at: number) => contactsOf(readings[at]?.[reading] ?? null, mails[at]?.mailbox ?? '');
  const labelled = (label: 'bulk' | 'person') =>
    [...mails.entries()].filter(([, mail]) => mail.label === label).map(([at, { id }]) => [id, at] as const);

  it.each(labelled('bulk'))('%s makes no contact', async (id, at) => {
    const made = await contacts(at);
    expect(made.pooled).toEqual([]);
    const open = reading === 'asShown' || likeLetters.some((name) => id.endsWith(name));
    if (!open) expect(made).toEqual(none);
  });

  it.each(labelled('person'))('%s loses nobody', async (_id, at) => {
    const made = await contacts(at);
    expect(made.pooled.length + made.suggested.length).toBeGreaterThan(0);
    if (reading === 'asShown') expect(made.pooled).toEqual([]);
  });
});

describe('the set', () => {
  it('is in six languages and more, half of it people', () => {
    const languages = new Set(mails.map(({ id }) => id.split('/').at(-1)?.slice(0, 2)));
    expect([...languages].sort()).toEqual(['ar', 'cs', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt']);
    const people = mails.filter(({ label }) => label === 'person').length;
    expect(people / mails.length).toBeGreaterThanOrEqual(0.5);
  });
});
