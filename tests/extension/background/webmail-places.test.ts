import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../../../extension/background/match-pattern.ts';
import { patternOf, placeOf, withPlace } from '../../../extension/background/webmail-places.ts';

describe('the place of a webmail', () => {
  it.each([
    ['roundcube', 'https://host.example/roundcube/?_task=mail', 'https://host.example/roundcube/'],
    [
      'roundcube',
      'https://host.example/roundcube/index.php?_task=login#x',
      'https://host.example/roundcube/',
    ],
    ['roundcube', 'https://mail.host.example/?_task=mail&_mbox=a/b', 'https://mail.host.example/'],
    [
      'roundcube',
      'https://host.example:2096/cpsess12/3rdparty/roundcube/index.php',
      'https://host.example:2096/cpsess12/3rdparty/roundcube/',
    ],
    [
      'sogo',
      'https://host.example/SOGo/so/jonas@tidewater.test/Mail/view#!/Mail/0',
      'https://host.example/SOGo/',
    ],
    ['sogo', 'http://127.0.0.1:8080/so/jonas/Mail/view', 'http://127.0.0.1:8080/'],
    ['sogo', 'https://host.example/SOGo', 'https://host.example/SOGo/'],
    ['sogo', 'https://host.example/SOGo/', 'https://host.example/SOGo/'],
  ] as const)('of %s at %s is %s', (webmail, address, place) => {
    expect(placeOf(address, webmail)).toBe(place);
  });

  it.each([
    ['sogo', 'https://host.example/mail/'],
    ['roundcube', 'https://host.example/a*/?_task=mail'],
    ['roundcube', 'http://[::1]/?_task=mail'],
    ['roundcube', `https://host.example/${'a'.repeat(600)}/`],
    ['roundcube', 'file:///roundcube/'],
    ['roundcube', ''],
  ] as const)('of %s at %s is none', (webmail, address) => {
    expect(placeOf(address, webmail)).toBe(null);
  });

  it('is remembered once, a wider one for narrower ones, and the newest 50', () => {
    const one = ['https://a.example/mail/'];
    expect(withPlace(one, 'https://a.example/mail/')).toBe(one);
    expect(withPlace(one, 'https://a.example/mail/old/')).toBe(one);
    expect(withPlace(one, 'https://a.example/mailing/')).toHaveLength(2);
    expect(withPlace(one, 'https://a.example/')).toEqual(['https://a.example/']);
    const many = Array.from({ length: 50 }, (_, i) => `https://a.example/${i}/`);
    const more = withPlace(many, 'https://b.example/');
    expect([more.length, more[0], more.at(-1)]).toEqual([50, 'https://a.example/1/', 'https://b.example/']);
  });

  it('becomes a pattern with its port, where patterns know ports', () => {
    expect(patternOf('http://127.0.0.1:8080/mail/', true)).toBe('http://127.0.0.1:8080/mail/*');
    expect(patternOf('http://127.0.0.1:8080/mail/', false)).toBe('http://127.0.0.1/mail/*');
  });
});

describe('a match pattern', () => {
  it.each([
    ['https://*/*', 'https://a.example:8443/x?y', true],
    ['https://*/*', 'http://a.example/', false],
    ['*://*.example/*', 'http://a.example/', true],
    ['*://*.a.example/*', 'https://a.example/', true],
    ['*://*.a.example/*', 'https://ba.example/', false],
    ['https://a.example/*', 'https://a.example.evil.test/', false],
    ['https://a.example/mail/*', 'https://a.example/mail', false],
    ['https://a.example/mail/*', 'https://a.example/mail/?_task=mail', true],
    ['https://a.example/*/b*c', 'https://a.example/x/y/bbc', true],
    ['https://a.example/ab*ba', 'https://a.example/aba', false],
    ['http://127.0.0.1:8080/*', 'http://127.0.0.1:8080/', true],
    ['http://127.0.0.1:8080/*', 'http://127.0.0.1/', false],
    ['http://127.0.0.1:80/*', 'http://127.0.0.1/', true],
    ['http://127.0.0.1/*', 'http://127.0.0.1:8080/', true],
    ['*://*/*', 'chrome://extensions/', false],
    ['nonsense', 'https://a.example/', false],
  ])('%s on %s: %s', (pattern, address, matches) => {
    expect(matchesPattern(pattern, new URL(address))).toBe(matches);
  });
});
