import { describe, expect, it } from 'vitest';
import { parseHeaders } from '../../../extension/capture/mail/parse-headers.ts';
import {
  bulkKindOf,
  isAutomaticSubject,
  isRoboticAddress,
  offersUnsubscribing,
} from '../../../shared/policy/bulk-mail.ts';

const kind = (from: string, ...lines: string[]) =>
  bulkKindOf(parseHeaders(['X-Any: 1', ...lines].join('\n')) ?? expect.fail('no headers'), from);

describe('bulk by headers', () => {
  it.each([
    ['list', 'List-Id: <metrology.lists.example>'],
    ['list', 'List-Post: <mailto:metrology@lists.example>'],
    ['list', 'Precedence: list'],
    ['newsletter', 'List-Unsubscribe: <https://news.example/u/1>'],
    ['newsletter', 'Precedence: bulk'],
    ['auto-reply', 'Auto-Submitted: auto-replied; owner-email="a@b.example"'],
    ['auto-reply', 'X-Autoreply: yes'],
    ['no-reply', 'Auto-Submitted: auto-generated'],
    ['bounce', 'Content-Type: multipart/report; report-type=delivery-status; boundary=x'],
    ['bounce', 'Return-Path: <>'],
  ])('is %s: %s', (expected, line) => {
    expect(kind('someone@client.example', line)).toBe(expected);
  });

  it('is none for a mail from one person', () => {
    expect(
      kind('fiona@client.example', 'Auto-Submitted: no', 'Return-Path: <fiona@client.example>'),
    ).toBeNull();
    expect(kind('fiona@client.example', 'Precedence: first-class', 'List-Unsubscribe:')).toBeNull();
  });

  it('is no-reply for an address that nobody reads', () => {
    expect(kind('no-reply@shop.example')).toBe('no-reply');
  });
});

describe('addresses that nobody reads', () => {
  it.each([
    'noreply@a.example',
    'No-Reply@a.example',
    'do-not-reply+31@a.example',
    'donotreply@a.example',
    'nicht-antworten@a.example',
    'ne-pas-repondre@a.example',
    'mailer-daemon@a.example',
    'bounces+44-9@a.example',
    'orders-noreply@a.example',
    'notifications@a.example',
  ])('%s', (email) => expect(isRoboticAddress(email)).toBe(true));

  it.each([
    'noreen.reply@a.example',
    'nora.plyer@a.example',
    'info@a.example',
    'bounty@a.example',
    'sales@a.example',
    'norep@a.example',
  ])('but not %s', (email) => expect(isRoboticAddress(email)).toBe(false));
});

describe('where the headers cannot be read', () => {
  it.each([
    ['https://news.example/unsubscribe?u=1', 'here'],
    ['https://news.example/x', 'Newsletter abbestellen'],
    ['https://news.example/x', 'Se désabonner'],
    ['https://news.example/x', '配信停止はこちら'],
    ['mailto:metrology-leave@lists.example', 'metrology-leave@lists.example'],
    ['mailto:unsubscribe@news.example', ''],
  ])('a link strikes off a list: %s “%s”', (href, text) =>
    expect(offersUnsubscribing(href, text)).toBe(true),
  );

  it.each([
    ['https://client.example/subscriptions', 'our subscription prices'],
    ['mailto:fiona@client.example', 'fiona@client.example'],
    ['#unsubscribe', 'x'],
  ])('another does not: %s “%s”', (href, text) => expect(offersUnsubscribing(href, text)).toBe(false));

  it.each([
    'Automatic reply: Prices',
    'Abwesenheitsnotiz: Angebot',
    'Réponse automatique : devis',
    '自動返信: 見積',
  ])('a subject is of an automatic answer: %s', (subject) => expect(isAutomaticSubject(subject)).toBe(true));

  it.each(['Automatic reply systems: your quote?', 'Re: Automatic reply', 'Out of the office chairs'])(
    'another is of a person: %s',
    (subject) => expect(isAutomaticSubject(subject)).toBe(false),
  );
});
