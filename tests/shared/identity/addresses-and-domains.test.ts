import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAddressShaped, normaliseEmail } from '../../../shared/identity/email-address.ts';
import { isFreemailDomain } from '../../../shared/identity/freemail.ts';
import { registrableDomain } from '../../../shared/identity/registrable-domain.ts';

fc.configureGlobal({ seed: 20_261_122 });

describe('an address', () => {
  it.each([
    [' Ines.Duarte@Harbour.EXAMPLE ', 'ines.duarte@harbour.example'],
    ['a+tag@north.example', 'a+tag@north.example'],
    ['info@münchen.example', 'info@xn--mnchen-3ya.example'],
    ['o’brien@north.example', 'o’brien@north.example'],
  ])('%s is compared as %s', (text, normal) => {
    expect(normaliseEmail(text)).toBe(normal);
  });

  it.each([
    '',
    'nobody',
    '@north.example',
    'a@',
    'a@localhost',
    'a@127.0.0.1',
    'a b@north.example',
    'a@b@c.example',
    'a@-.',
    'a@x..example',
    'a@north.example/path',
    `${'x'.repeat(250)}@north.example`,
  ])('%s is none', (text) => {
    expect(normaliseEmail(text)).toBe(null);
  });

  it('once normalised stays as it is', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const once = normaliseEmail(text);
        if (once !== null) expect(normaliseEmail(once)).toBe(once);
      }),
    );
  });

  it('is never looked for in a text that is too long to be one', () => {
    for (const text of ['a.'.repeat(1e5), `a@${'b.'.repeat(1e5)}`, `${'a'.repeat(250)}@b.example`]) {
      expect(isAddressShaped(text)).toBe(false);
    }
  });
});

describe('the registrable domain', () => {
  it.each([
    ['www.harbour.example', 'harbour.example'],
    ['mail.sales.north.co.uk', 'north.co.uk'],
    ['Harbour.EXAMPLE.', 'harbour.example'],
    ['tidewater.test', 'tidewater.test'],
    ['www.bücher.de', 'xn--bcher-kva.de'],
    ['one.github.io', 'one.github.io'],
    ['deep.two.github.io', 'two.github.io'],
  ])('of %s is %s', (host, domain) => {
    expect(registrableDomain(host)).toBe(domain);
  });

  it.each([
    '',
    'localhost',
    'com',
    'co.uk',
    'github.io',
    '127.0.0.1',
    '[::1]',
    'a b.example',
    'user@north.example',
  ])('of %s is none', (host) => {
    expect(registrableDomain(host)).toBe(null);
  });
});

describe('freemail', () => {
  const usual = { also: [], not: [] };

  it.each([
    'gmail.com',
    'web.de',
    'orange.fr',
    'qq.com',
    'yandex.ru',
    'uol.com.br',
    'naver.com',
    'libero.it',
    'seznam.cz',
    'proton.me',
    'btinternet.com',
    'xtra.co.nz',
  ])('%s is a provider', (domain) => {
    expect(isFreemailDomain(domain, domain, usual)).toBe(true);
  });

  it('is a host below a provider, and not a name that merely ends alike', () => {
    expect(isFreemailDomain('mail.gmx.net', 'gmx.net', usual)).toBe(true);
    expect(isFreemailDomain('notgmail.com', 'notgmail.com', usual)).toBe(false);
    expect(isFreemailDomain('harbour.example', 'harbour.example', usual)).toBe(false);
  });

  it('follows the workspace’s own word, both ways', () => {
    expect(
      isFreemailDomain('freemail.example', 'freemail.example', { also: ['freemail.example'], not: [] }),
    ).toBe(true);
    expect(isFreemailDomain('aon.at', 'aon.at', { also: [], not: ['aon.at'] })).toBe(false);
  });
});
