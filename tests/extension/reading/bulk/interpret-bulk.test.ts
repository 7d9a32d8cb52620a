import { describe, expect, it } from 'vitest';
import { interpretBulk } from '../../../../extension/reading/bulk/interpret-bulk.ts';
import { interpretReading } from '../../../../extension/reading/interpret-reading.ts';
import type { BulkSigns, OwnWords } from '../../../../shared/capture/bulk-signs.ts';
import type { SeenMail } from '../../../../shared/capture/seen.ts';
import { jonasMailbox, madeUpMail, madeUpReading } from '../../made-up-device.ts';

type Change = Partial<Omit<SeenMail, 'signature'>>;

const said = (line: string, links: OwnWords['links'] = []): OwnWords => ({
  lines: [line],
  links,
  designed: false,
});
const mail = (signs: BulkSigns, change: Change = {}): SeenMail => ({ ...madeUpMail(change), signs });
const judge = (signs: BulkSigns, change: Change = {}) => interpretBulk(mail(signs, change), jonasMailbox);
const from = (email: string) => ({ from: { name: null, email } });

const outlook = { 'x-mailer': 'Microsoft Outlook 16.0' };
const php = { 'x-mailer': 'PHPMailer 6.8.0' };
const automatic = said('This is an automated message.');
const away = said('Thank you for your e-mail. I am out of the office until Monday.');
const unsubscribe = { href: 'https://a.example/unsubscribe', beside: 'Unsubscribe' };
const offered = said('Bye', [unsubscribe]);
const letter = said('See you on Monday.');

describe('with headers', () => {
  it.each([
    ['say bulk', 'newsletter', { precedence: 'bulk' }, letter],
    ['say nothing, like the words', null, {}, letter],
    ['say nothing, and a machine speaks', 'no-reply', {}, automatic],
    ['say nothing, and the words offer to leave', 'newsletter', {}, offered],
    ['name a mail program, and a machine speaks', 'unknown', outlook, automatic],
    ['name a mail program, and the words offer to leave', 'unknown', outlook, offered],
    ['name a mail program, and somebody is away', null, outlook, away],
    ['name an answer, and somebody is away', 'auto-reply', { 'in-reply-to': '<1@tidewater.test>' }, away],
    ['name a program for machines, and nobody is away', 'unknown', php, letter],
    ['name a program for machines, and a machine speaks', 'no-reply', php, automatic],
  ] as const)('that %s: %s', (_, expected, headers, words) => {
    expect(judge({ headers, words })).toBe(expected);
  });

  it('waits for the words where it must, and only there', () => {
    expect(judge({ headers: php })).toBe('wait');
    expect(judge({ headers: { 'return-path': '<bounce@mailer.example>' } })).toBe('wait');
    expect(judge({ headers: outlook })).toBeNull();
    expect(judge({ headers: { precedence: 'bulk' } })).toBe('newsletter');
    expect(judge({ headers: php, words: null })).toBe('unknown');
  });

  it('leaves out of a reading what must wait', () => {
    const mails = [mail({ headers: php }), mail({ headers: outlook })];
    const { mails: kept } = interpretReading(madeUpReading(mails));
    expect(kept).toEqual([{ ...madeUpMail(), bulk: null }]);
  });
});

describe('without headers', () => {
  const shown = (words: OwnWords | null, change: Change = {}) => judge({ headers: null, words }, change);

  it('is unknown, whatever a person says', () => {
    expect(shown(letter)).toBe('unknown');
    expect(shown(null)).toBe('unknown');
    expect(shown(offered)).toBe('unknown');
    expect(shown(said('Please do not reply to this mail, call the yard.'))).toBe('unknown');
  });

  it('is bulk where a machine speaks, or somebody is away', () => {
    expect(shown(automatic)).toBe('no-reply');
    expect(shown(away)).toBe('auto-reply');
  });

  it('is bulk where what offers to leave is a mailing in another way, too', () => {
    expect(shown(offered, from('news@shop.example'))).toBe('newsletter');
    expect(shown({ ...offered, designed: true })).toBe('newsletter');
    const camille = { name: 'Camille de la Boulonnerie', email: 'camille@boulonnerie.example' };
    expect(shown(offered, { from: camille })).toBe('newsletter');
    expect(shown(letter, { from: camille })).toBe('unknown');
    expect(shown(offered, { from: { ...camille, name: 'Camille de la Tour' } })).toBe('unknown');
    expect(shown({ ...letter, designed: true }, from('bookings@ferry.example'))).toBe('newsletter');
    expect(shown(letter, from('bookings@ferry.example'))).toBe('unknown');
    const service = { from: { name: 'Anna Kraus (via Filebox)', email: 'share@filebox.example' } };
    expect(shown({ ...letter, designed: true }, service)).toBe('newsletter');
    expect(shown(letter, service)).toBe('unknown');
  });

  it('is bulk by the sender’s address, by the subject, or by a list’s name in both subject and recipients', () => {
    expect(shown(letter, from('no-reply@shop.example'))).toBe('no-reply');
    expect(shown(letter, { subject: 'Gelesen: Angebot' })).toBe('auto-reply');
    expect(shown(letter, { replyTo: [{ name: null, email: 'no-reply@shop.example' }] })).toBe('no-reply');
    expect(shown(said('Who covers for me?'), { subject: 'Out of office: cover in March' })).toBe('unknown');
    const to = [{ name: null, email: 'Bearings@lists.example' }];
    expect(shown(letter, { subject: 'Re: [bearings] Preload', to })).toBe('list');
    expect(shown(letter, { subject: 'Re: [bearings] Preload' })).toBe('unknown');
  });

  it('does not judge the words of the mailbox’s own person', () => {
    const signs = { headers: null, words: automatic };
    expect(judge(signs, from('Jonas.Weber@tidewater.test'))).toBe('unknown');
    expect(judge({ headers: outlook, words: automatic }, from(jonasMailbox))).toBeNull();
  });
});
