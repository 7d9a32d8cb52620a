import type { HostileCase } from '../hostile-case.ts';

const ld = (json: string) => `<script type="application/ld+json">${json}</script>`;

/** Where a card's link leads, and what of it must not be told. */
const cardLinks: readonly [string, string, string[]?][] = [
  ['javascript:', 'javascript:alert(1)', ['javascript']],
  ['JaVaScRiPt: in mixed case', 'JaVaScRiPt:alert(1)', ['aScRiPt', 'javascript']],
  ['javascript: after white space', ' \t\njavascript:alert(1)', ['javascript']],
  ['javascript: with a line break inside', 'java\nscript:alert(1)', ['script:']],
  ['javascript: after a control character', '&#1;javascript:alert(1)', ['javascript']],
  ['data:text/html', 'data:text/html,<script>alert(1)</script>', ['data:']],
  ['vbscript:', 'vbscript:msgbox(1)', ['vbscript']],
  ['file:', 'file:///etc/passwd', ['file:', 'passwd']],
  ['blob:', 'blob:https://page.example/1', ['blob:']],
  ['about:blank', 'about:blank', ['about:']],
  ['filesystem:', 'filesystem:https://page.example/x', ['filesystem:']],
  ['view-source:', 'view-source:https://page.example/', ['view-source']],
  [
    'chrome-extension:',
    'chrome-extension://debjhfinkedgfbhdanpgamlobidbfgol/dashboard.html',
    ['chrome-extension'],
  ],
  ['chrome:', 'chrome://settings/', ['chrome:']],
  ['ws:', 'ws://page.example/', ['ws:']],
  ['ftp:', 'ftp://page.example/', ['ftp:']],
  ['intent:', 'intent://x#Intent;scheme=tel;end', ['intent:']],
  ['a host that is no host', 'https://[::1', []],
  ['a port out of range', 'https://page.example:99999/', []],
  ['name and password', 'https://user:secret@page.example/', []],
  ['a relative address with backslashes', '\\\\evil.example\\x', []],
  ['an address without a scheme', '//evil.example/x', []],
  ['a host of letters that look alike', 'https://раураl.example/', []],
  ['a host that reads from right to left', 'https://\u202Egro.example/', []],
  ['a million characters', `https://page.example/${'a'.repeat(1_000_000)}`, ['aaaaaaaaaa']],
  ['ten thousand parent folders', `${'../'.repeat(10_000)}x`, []],
  ['nothing but a fragment', '#', []],
  ['an empty address', '', []],
  ['percent signs that decode to nothing', 'https://page.example/%zz%', []],
  ['a null character', 'https://page.example/&#0;x', []],
];

/** What a page's `<base>` makes of relative addresses. */
const bases: readonly [string, string][] = [
  ['javascript:', '<base href="javascript:alert(1)//">'],
  ['data:', '<base href="data:text/html,x">'],
  ['another site', '<base href="https://elsewhere.example/">'],
  ['nothing', '<base href="">'],
  ['no address', '<base href="https://[">'],
  ['two different places', '<base href="https://one.example/"><base href="https://two.example/">'],
  ['a place with a password', '<base href="https://me:secret@page.example/">'],
  ['a million characters', `<base href="https://page.example/${'b'.repeat(1_000_000)}">`],
  ['a target that is a script', '<base target="javascript:alert(1)">'],
];

const mails: readonly [string, string, string[]?][] = [
  ['headers smuggled in', 'mailto:mia@mail.example?subject=x%0d%0aBcc:evil@x.example', ['Bcc', 'evil']],
  ['line breaks in the address', 'mailto:mia%0d%0aevil@mail.example', []],
  ['two addresses', 'mailto:mia@mail.example,max@mail.example', []],
  ['an encoded at sign', 'mailto:mia%40mail.example', []],
  ['a broken percent sign', 'mailto:mia@mail.example%', []],
  ['markup', 'mailto:"<img src=x onerror=alert(1)>"@mail.example', ['onerror']],
  ['a script as its address', 'mailto:javascript:alert(1)@mail.example', []],
  ['ten thousand at signs', `mailto:${'@'.repeat(10_000)}`, []],
  ['three hundred thousand letters', `mailto:${'m'.repeat(300_000)}@mail.example`, ['mmmmmmmmmm']],
  ['no address at all', 'mailto:', []],
  ['a null character', 'mailto:mia%00@mail.example', []],
  ['letters that read from right to left', 'mailto:mia@\u202Elpmaxe.example', []],
  ['a lone surrogate', 'mailto:mia%ED%A0%80@mail.example', []],
];

const phones: readonly [string, string, string[]?][] = [
  ['a script', 'tel:javascript:alert(1)', ['javascript']],
  [
    'ten thousand digits',
    `tel:${'1'.repeat(10_000)}`,
    ['1111111111111111111111111111111111111111111111111111111111111111'],
  ],
  ['a dial code of the network', 'tel:*%2321%23', []],
  ['digits of another script', 'tel:+٤٩٣٠١٢٣٤٥٦', []],
  ['an extension that is a script', 'tel:+4930123456;ext=<script>', ['<script>']],
  ['brackets without end', `tel:${'('.repeat(5000)}`, []],
];

const linkedData: readonly [string, string, string[]?][] = [
  [
    'a url that is a script',
    ld('{"@type":"Person","name":"Una Url","url":"javascript:alert(1)"}'),
    ['javascript'],
  ],
  [
    'a url that is an object',
    ld('{"@type":"Person","name":"Una Url","url":{"@type":"WebPage","url":"file:///x"}}'),
    ['file:'],
  ],
  [
    'twenty thousand urls',
    ld(
      `{"@type":"Person","name":"Una Url","url":[${Array.from({ length: 20_000 }, (_, i) => `"https://x.example/${i}"`).join()}]}`,
    ),
  ],
  [
    'an email with markup',
    ld('{"@type":"Person","name":"Una Url","email":"<script>@x.example"}'),
    ['<script>'],
  ],
  ['an email that is a number', ld('{"@type":"Person","name":"Una Url","email":12345}')],
  [
    'a same-as that is a script',
    ld('{"@type":"Person","name":"Una Url","sameAs":["javascript:linkedin.com/in/x"]}'),
    ['javascript'],
  ],
];

export const cases: readonly HostileCase[] = [
  ...cardLinks.map(([what, href, without = []]) => ({
    name: `a card's link is ${what}`,
    html: `<p class="h-card"><a class="p-name u-url" href="${href.replaceAll('"', '&quot;')}">Lila Link</a></p>`,
    finds: ['Lila Link'],
    without,
  })),
  ...bases.map(([what, head]) => ({
    name: `the base of the page is ${what}`,
    head,
    html: '<p class="h-card"><a class="p-name u-url" href="bea">Bea Base</a></p>',
    finds: ['Bea Base'],
    without: ['javascript:', 'data:'],
  })),
  ...mails.map(([what, href, without = []]) => ({
    name: `a card's e-mail has ${what}`,
    html: `<p class="h-card"><a class="p-name u-email" href="${href.replaceAll('"', '&quot;')}">Mia Mail</a></p>`,
    finds: ['Mia Mail'],
    without,
  })),
  ...phones.map(([what, href, without = []]) => ({
    name: `a card's telephone has ${what}`,
    html: `<p class="h-card"><b class="p-name">Tom Tell</b> <a class="p-tel u-tel" href="${href}">call</a></p>`,
    finds: ['Tom Tell'],
    without,
  })),
  ...linkedData.map(([what, html, without = []]) => ({
    name: `JSON-LD has ${what}`,
    html,
    finds: ['Una Url'],
    without,
  })),
];
