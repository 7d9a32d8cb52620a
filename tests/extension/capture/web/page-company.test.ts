import { describe, expect, test } from 'vitest';
import { pageCompany, sameSite } from '../../../../extension/capture/web/page-company.ts';

const self = { host: 'www.bluefinch.example', title: '', siteNames: [], emails: [], phones: [] };

describe('the company of a page', () => {
  test('is named by the part of the title that fits the host', () => {
    expect(pageCompany({ ...self, title: 'Our team | Bluefinch Ltd' }, [])).toMatchObject({
      name: 'Bluefinch Ltd',
      domains: ['bluefinch.example'],
    });
  });

  test('has no domain where nothing ties the name to the host', () => {
    const company = pageCompany({ ...self, host: 'pages.example', siteNames: ['Rustle Works'] }, []);
    expect(company).toEqual({ name: 'Rustle Works', sure: 0.4 });
  });

  test('takes the addresses of its own domain only, and numbers on its own site', () => {
    const company = pageCompany(
      { ...self, emails: ['office@bluefinch.example', 'hello@studio.example'], phones: ['+44 20 7946 0100'] },
      [],
    );
    expect(company).toMatchObject({ emails: ['office@bluefinch.example'], phones: ['+44 20 7946 0100'] });
  });

  test('is the described company whose site this is', () => {
    const described = [
      { name: 'Duinzicht', domains: ['duinzicht.example'], sure: 0.8 },
      { name: 'BFL', domains: ['bluefinch.example'], address: '4 Kiln Lane', sure: 0.8 },
    ];
    expect(pageCompany(self, described)).toMatchObject({ name: 'BFL', address: '4 Kiln Lane', sure: 0.9 });
  });

  test('is not made of a title that is about something else', () => {
    expect(pageCompany({ ...self, title: 'Rain expected on Sunday' }, [])).toBeNull();
  });
});

test('subdomains are one site, companies under one country suffix are not', () => {
  expect(sameSite('www.abc.de', 'abc.de')).toBe(true);
  expect(sameSite('shop.rustle.co.uk', 'rustle.co.uk')).toBe(true);
  expect(sameSite('rustle.co.uk', 'bluefinch.co.uk')).toBe(false);
});
