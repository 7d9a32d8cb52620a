import { describe, expect, it } from 'vitest';
import { pageCountry } from '../../../shared/identity/page-country.ts';

describe('the country of a page or a record', () => {
  it.each([
    [{ host: 'www.nordwerft.de', texts: ['28195 Bremen'] }, 'DE'],
    [{ host: 'harbour.co.uk', texts: [] }, 'GB'],
    [{ lang: 'de-CH', texts: [] }, 'CH'],
    [{ lang: 'ja', texts: [] }, 'JP'],
    [{ host: 'harbour.com', lang: 'de', texts: ['Hallo'] }, 'DE'],
    [{ texts: ['Hafenstr. 1, 20457 Hamburg, Deutschland'] }, 'DE'],
    [{ texts: ['1 Main St, Springfield, U.S.A.'] }, 'US'],
    [{ texts: ['12 Quay Road, Galway, Ireland.'] }, 'IE'],
    [{ texts: ['We left Ireland in 1990'] }, null],
    [{ texts: ['A-6020 Innsbruck'] }, 'AT'],
    [{ host: 'harbour.io', texts: ['1 Main St, Springfield, IL 62701'] }, 'US'],
    [{ host: 'harbour.com', texts: ['+33 1 42 68 53 00', '01 42 68 53 01'] }, 'FR'],
    [{ host: 'harbour.com', lang: 'en-US', texts: ['London SW1A 1AA', '020 7946 0101'] }, 'GB'],
    [{ host: 'harbour.com', texts: ['Toronto, ON M5V 1K4'] }, 'CA'],
    [{ host: 'harbour.com', texts: ['Sydney NSW 2000'] }, 'AU'],
    [{ lang: 'en', host: 'harbour.example', texts: ['Hello'] }, null],
    [{ texts: ['212-555-0101'] }, null],
    [{ texts: [] }, null],
  ])('%j is %s', (signs, country) => {
    expect(pageCountry(signs)).toBe(country);
  });
});
