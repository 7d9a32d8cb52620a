import { describe, expect, it } from 'vitest';
import { companyMatchesDomain } from '../../../shared/identity/company-domain.ts';

describe('a domain', () => {
  it.each([
    ['Nord Werft GmbH', 'nordwerft.example'],
    ['Nord Werft GmbH', 'www.nord-werft.example'],
    ['Nord Werft GmbH', 'nordwerft-gmbh.example'],
    ['Müller Maschinenbau', 'mueller-maschinenbau.example'],
    ['Tidewater Tools International', 'tidewatertools.example'],
    ['Bayrische Werft Hamburg AG', 'bwh.example'],
    ['Sakura K.K.', 'sakura.co.jp'],
  ])('of %s may be %s', (name, domain) => {
    expect(companyMatchesDomain(name, domain)).toBe(true);
  });

  it.each([
    ['Nord Werft GmbH', 'suedwerft.example'],
    ['Gmail Repair Shop', 'gmail.com'],
    ['International Bank', 'international.example'],
    ['Nord Werft GmbH', '10.0.0.1'],
    ['', 'nordwerft.example'],
  ])('of %s is not %s', (name, domain) => {
    expect(companyMatchesDomain(name, domain)).toBe(false);
  });

  it('is no tie where the workspace calls it a freemail provider', () => {
    expect(
      companyMatchesDomain('Nord Werft', 'nordwerft.example', { also: ['nordwerft.example'], not: [] }),
    ).toBe(false);
  });
});
