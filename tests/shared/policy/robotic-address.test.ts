import { describe, expect, it } from 'vitest';
import {
  isMailingAddress,
  isOrderAddress,
  isRoboticAddress,
} from '../../../shared/policy/robotic-address.ts';

describe('addresses that nobody reads', () => {
  it.each([
    'noreply',
    'No-Reply',
    'do-not-reply+31',
    'donotreply',
    'nicht-antworten',
    'ne-pas-repondre',
    'nao-responda',
    'noresponder',
    'neodpovidejte',
    'mailer-daemon',
    'bounces+44-9',
    'orders-noreply',
    'notifications',
    'calendar-notification',
    'receipts+acct_19',
    'metrology-request',
    'dmarcreport',
    'posta-certificata',
  ])('%s', (local) => expect(isRoboticAddress(`${local}@a.example`)).toBe(true));

  it.each([
    'noreen.reply',
    'nora.plyer',
    'nora.reply',
    'info',
    'bounty',
    'sales',
    'norep',
    'jenkins',
    'root.peter',
    'digest.mary',
    'alerta',
  ])('but not %s', (local) => expect(isRoboticAddress(`${local}@a.example`)).toBe(false));
});

describe('addresses for orders and mailings', () => {
  it.each(['orders', 'Rechnung', 'pedidos+8', 'e-shop'])('%s is one for orders', (local) =>
    expect(isOrderAddress(`${local}@a.example`)).toBe(true),
  );
  it.each(['ordering.anna', 'shopova', 'newsome', 'support'])('%s is none', (local) =>
    expect(isOrderAddress(`${local}@a.example`)).toBe(false),
  );
  it('a host for mailings alone makes one', () => {
    expect(isMailingAddress('marina@news.plantar.example')).toBe(true);
    expect(isMailingAddress('marina@plantar.example')).toBe(false);
    expect(isMailingAddress('marina@newsome.example')).toBe(false);
  });
});
