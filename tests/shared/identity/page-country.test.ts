import { describe, expect, it } from 'vitest';
import { pageCountry } from '../../../shared/identity/page-country.ts';

describe('the country of a page', () => {
  it.each([
    [{ host: 'www.nordwerft.de' }, 'DE'],
    [{ host: 'harbour.co.uk' }, 'GB'],
    [{ lang: 'de-CH' }, 'CH'],
    [{ lang: 'ja' }, 'JP'],
    [{ address: 'Hafenstr. 1, 20457 Hamburg, Deutschland' }, 'DE'],
    [{ host: 'harbour.io', address: '1 Main St, Springfield, IL 62701' }, 'US'],
    [{ host: 'harbour.com', phones: ['+33 1 42 68 53 00', '01 42 68 53 01'] }, 'FR'],
    [{ lang: 'en', host: 'harbour.example' }, null],
    [{}, null],
  ])('%j is %s', (signs, country) => {
    expect(pageCountry(signs)).toBe(country);
  });
});
