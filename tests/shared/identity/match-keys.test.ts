import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeenMail } from '../../../shared/capture/seen.ts';
import { derivationFrom } from '../../../shared/identity/derived-ids.ts';
import {
  matchKeys,
  normaliseSubject,
  threadSubject,
  weakWindowMs,
} from '../../../shared/identity/match-keys.ts';
import { isSameContact } from '../../../shared/identity/same-contact.ts';

fc.configureGlobal({ seed: 20_261_122 });

const derive = derivationFrom('AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8');
type Mail = Pick<SeenMail, 'messageId' | 'from' | 'to' | 'cc' | 'subject' | 'date'>;

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const box = fc.tuple(word, word).map(([local, host]) => ({ name: null, email: `${local}@${host}.example` }));
const mail: fc.Arbitrary<Mail> = fc.record({
  messageId: fc.option(fc.tuple(word, word).map(([a, b]) => `${a}@${b}.example`)),
  from: box,
  to: fc.array(box, { minLength: 1, maxLength: 3 }),
  cc: fc.array(box, { maxLength: 2 }),
  subject: fc.option(
    fc
      .array(fc.oneof(word, fc.constantFrom('Grüße', 'RE:', '見積', 'É')), { maxLength: 4 })
      .map((w) => w.join(' ')),
  ),
  date: fc.record({
    ms: fc.integer({ min: 1.7e12, max: 1.8e12 }),
    precision: fc.constantFrom('second' as const, 'minute' as const),
  }),
});

/** The same mail as another webmail shows it: other names, cases, spaces, order, precision, perhaps no Message-ID. */
const elsewhere = fc.record({
  dropId: fc.boolean(),
  upper: fc.boolean(),
  spaces: fc.boolean(),
  reverse: fc.boolean(),
  minutes: fc.boolean(),
});
type Elsewhere = typeof elsewhere extends fc.Arbitrary<infer T> ? T : never;

function shownElsewhere(one: Mail, how: Elsewhere): Mail {
  const dress = (b: { email: string }) => ({
    name: 'Somebody',
    email: how.upper ? ` ${b.email.toUpperCase()}` : b.email,
  });
  const order = <T>(list: T[]) => (how.reverse ? list.toReversed() : list);
  const subject =
    one.subject === null ? null : how.spaces ? `  ${one.subject.replaceAll(' ', ' \n\t ')} ` : one.subject;
  return {
    messageId: how.dropId || one.messageId === null ? null : `<${one.messageId}>`,
    from: one.from === null ? null : dress(one.from),
    to: order(one.to).map(dress),
    cc: order(one.cc).map(dress),
    subject: how.upper ? (subject?.normalize('NFD') ?? null) : subject,
    date: how.minutes ? { ms: one.date.ms - (one.date.ms % 60_000), precision: 'minute' } : one.date,
  };
}

const keysOf = async (one: Mail) => ({ ...(await matchKeys(one, await derive)), at: one.date.ms });

describe('the keys of a mail', () => {
  it('make one contact of the same mail in two webmails', async () => {
    await fc.assert(
      fc.asyncProperty(mail, elsewhere, async (one, how) => {
        expect(isSameContact(await keysOf(one), await keysOf(shownElsewhere(one, how)))).toBe(true);
      }),
    );
  });

  it('keep two mails apart whose Message-IDs differ, though all else is alike', async () => {
    await fc.assert(
      fc.asyncProperty(mail, word, async (one, other) => {
        const first = { ...one, messageId: `${other}@one.example` };
        expect(
          isSameContact(await keysOf(first), await keysOf({ ...one, messageId: `${other}@two.example` })),
        ).toBe(false);
      }),
    );
  });

  it('keep mails without Message-ID apart that differ in sender, subject, recipients or by more than two minutes', async () => {
    await fc.assert(
      fc.asyncProperty(mail, word, async (one, other) => {
        const bare = { ...one, messageId: null };
        const extra = { name: null, email: `${other}@elsewhere.example` };
        const others: Mail[] = [
          { ...bare, from: extra },
          { ...bare, subject: `${bare.subject ?? ''} ${other}` },
          { ...bare, to: [...bare.to, extra] },
          { ...bare, date: { ...bare.date, ms: bare.date.ms + weakWindowMs + 1 } },
        ];
        for (const different of others)
          expect(isSameContact(await keysOf(bare), await keysOf(different))).toBe(false);
      }),
    );
  });

  it('are no weak one where sender, recipients or the minute are unknown', async () => {
    const whole: Mail = {
      messageId: null,
      from: { name: null, email: 'a@north.example' },
      to: [{ name: null, email: 'b@south.example' }],
      cc: [],
      subject: 'x',
      date: { ms: 1.7e12, precision: 'minute' },
    };
    expect((await keysOf(whole)).weak).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const parts: Partial<Mail>[] = [
      { from: null },
      { to: [] },
      { date: { ms: 1.7e12, precision: 'day' } },
      { date: { ms: 1.7e12, precision: 'seen' } },
    ];
    for (const part of parts) expect((await keysOf({ ...whole, ...part })).weak).toBe(null);
  });

  it('say nothing without the workspace’s key', async () => {
    const other = await derivationFrom('_'.repeat(43));
    const one: Mail = {
      messageId: 'a@b.example',
      from: null,
      to: [],
      cc: [],
      subject: null,
      date: { ms: 0, precision: 'second' },
    };
    expect((await matchKeys(one, other)).strong).not.toBe((await keysOf(one)).strong);
  });
});

describe('a subject', () => {
  it('is compared without case, width and spaces, and with its reply prefix, which is another mail', () => {
    expect(normaliseSubject('  Ｄelivery\u00a0 Dates ')).toBe('delivery dates');
    expect(normaliseSubject('Re: Delivery')).not.toBe(normaliseSubject('Delivery'));
    expect(normaliseSubject(null)).toBe('');
  });

  it.each(['Re: Offer', 'AW: Re: Offer', 'Fwd: offer', 'RE[2]: Offer', '回复：Offer', 'Ynt: OFFER'])(
    'tells the thread of %s',
    (subject) => {
      expect(threadSubject(subject)).toBe('offer');
    },
  );
});
