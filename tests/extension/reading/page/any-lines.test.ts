import * as fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { interpretPage } from '../../../../extension/reading/page/interpret-page.ts';
import { lineKind, lineZone, type PageLine, pageText } from '../../../../shared/capture/page-text.ts';
import { mostLines, mostText } from '../../../../shared/capture/page-text-limits.ts';
import { seenCompany, seenPerson } from '../../../../shared/capture/seen.ts';
import { pageOf } from './made-up-page.ts';

const word = fc.constantFrom(
  ...[
    'Ann',
    'Moor',
    'Dr.',
    'J.',
    'de',
    'Buyer',
    'Geschäftsführer:',
    'GmbH',
    '©',
    '2024',
    'Fax',
    '+49',
    '421',
    '5550110',
  ],
  ...[
    'ann@x.example',
    '(at)',
    'x',
    '«',
    '代表取締役',
    '山田',
    '대표이사:',
    'مدير',
    '\t',
    ',',
    '|',
    '-',
    '(',
    ')',
    'constructor',
    '__proto__',
  ],
);
const text = fc.oneof(
  fc.array(word, { maxLength: 12 }).map((words) => words.join(' ').slice(0, 400)),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const small = fc.nat({ max: 30 });
const line: fc.Arbitrary<PageLine> = fc.record(
  {
    text,
    kind: fc.constantFrom(...lineKind.options),
    depth: small,
    shared: small,
    zones: fc.array(fc.constantFrom(...lineZone.options), { maxLength: 3 }),
    bold: small,
    linked: small,
    cell: fc.tuple(small, small, small),
    emails: fc.array(fc.constantFrom('ann@x.example', 'info@x.example', '@', ''), { maxLength: 2 }),
    phones: fc.array(fc.constantFrom('+494215550110', '1', ''), { maxLength: 2 }),
  },
  { requiredKeys: ['text', 'kind', 'depth', 'shared'] },
);

test('whatever the lines, the answer keeps the contract and invents no address', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 40 }),
      fc.constantFrom('', 'x.example', 'a.b.co.uk', '127.0.0.1'),
      (lines, host) => {
        const page = v.parse(pageText, { lang: 'de-CH', hosts: ['x.example'], lines });
        const { people, companies } = interpretPage({ people: [], companies: [], text: page, host });
        for (const person of people) v.parse(seenPerson, person);
        for (const company of companies) v.parse(seenCompany, company);
        for (const { sure } of [...people, ...companies]) expect(sure >= 0 && sure <= 1).toBe(true);
        const all = lines
          .map((one) => `${one.text} ${(one.emails ?? []).join(' ')}`)
          .join(' ')
          .replace(/\s*\(at\)\s*/g, '@')
          .toLowerCase();
        for (const email of [...people, ...companies].flatMap((one) => one.emails ?? []))
          expect(all).toContain(email.toLowerCase());
      },
    ),
    { numRuns: 600, seed: 11 },
  );
});

test.each([
  ['names', 'Ann Moor Ben Kaya Cem Lund '],
  ['capitals', 'A '],
  ['initials', 'A. B. '],
  ['digits', '0'],
  ['spaced digits', '0 1 '],
  ['brackets', '(((('],
  ['labels', 'Geschäftsführer: '],
  ['commas', 'Ann Moor, '],
  ['addresses', 'a@'],
  ['spelled addresses', 'a (at) b '],
  ['copyright', '© 2024 '],
  ['years', '2024-'],
  ['dashes', '- '],
  ['tabs', '\t|'],
])('a page full of %s is read to its end', (_, piece) => {
  const lines = Array.from({ length: mostText / 400 }, () => piece.repeat(400).slice(0, 400));
  const { people, companies } = interpretPage({
    people: [],
    companies: [],
    text: pageOf(lines),
    host: 'page.example',
  });
  expect(people.length).toBeLessThanOrEqual(200);
  expect(companies.length).toBeLessThanOrEqual(1);
});

test('so is one of very many short lines', () => {
  const lines = Array.from(
    { length: mostLines },
    (_, i) => `Ann Moor${String.fromCharCode(97 + (i % 26))}, Buyer, +49 421 55501${10 + (i % 90)}`,
  );
  const { people, companies } = interpretPage({
    people: [],
    companies: [],
    text: pageOf(lines),
    host: 'page.example',
  });
  expect(people.length).toBeGreaterThan(20);
  expect(companies.length).toBeLessThanOrEqual(1);
});
