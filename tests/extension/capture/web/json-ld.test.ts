import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJsonLd } from '../../../../extension/capture/web/json-ld.ts';
import { schemaFacts } from '../../../../extension/capture/web/schema-facts.ts';

const base = new URL('https://www.bluefinch.example/team');
const facts = (...blocks: unknown[]) =>
  schemaFacts(
    readJsonLd(blocks.map((block) => (typeof block === 'string' ? block : JSON.stringify(block)))).nodes,
    base,
  );

describe('people and companies of JSON-LD', () => {
  test('a node told in two blocks is one', () => {
    const { people } = facts(
      { '@id': '#a', '@type': 'Person', name: 'Ann Moor' },
      { '@id': '#a', email: 'ann@bluefinch.example' },
    );
    expect(people).toEqual([{ name: 'Ann Moor', emails: ['ann@bluefinch.example'], sure: 0.9 }]);
  });

  test('an unresolved reference is nobody’s organisation', () => {
    const { people } = facts({
      '@type': 'Person',
      name: 'Ann Moor',
      worksFor: { '@id': 'https://x.example/#org' },
    });
    expect(people[0]).not.toHaveProperty('organisation');
  });

  test('full and prefixed names mean the same', () => {
    const { people } = facts({
      '@type': 'http://schema.org/Person',
      'schema:name': 'Ann Moor',
      'https://schema.org/jobTitle': 'Buyer',
    });
    expect(people[0]).toMatchObject({ name: 'Ann Moor', title: 'Buyer' });
  });

  test('a service on offer is no company', () => {
    expect(facts({ '@type': 'Service', name: 'Window washing' }).companies).toEqual([]);
  });

  test('only web addresses leave, encyclopaedias do not', () => {
    const { people } = facts({
      '@type': 'Person',
      name: 'Ann Moor',
      url: ['javascript:alert(1)', '/ann'],
      sameAs: ['https://www.linkedin.com/in/ann', 'https://en.wikipedia.org/wiki/Ann'],
    });
    expect(people[0]?.urls).toEqual(['https://www.bluefinch.example/ann', 'https://www.linkedin.com/in/ann']);
  });

  test('keys that name the prototype stay keys', () => {
    facts(
      '{"@type":"Person","name":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('what is too deep, too long or too much is said', () => {
    const deep = `${'{"@type":"Person","knows":'.repeat(60)}{}${'}'.repeat(60)}`;
    expect(readJsonLd([deep]).all).toBe(false);
    expect(readJsonLd([`${'['.repeat(60)}1${']'.repeat(60)}`]).all).toBe(false);
    expect(readJsonLd([' '.repeat(2_000_001)]).all).toBe(false);
    expect(
      readJsonLd([JSON.stringify(Array.from({ length: 5001 }, () => ({ '@type': 'Person' })))]).all,
    ).toBe(false);
  });

  test('never throws and invents no address, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.json(), fc.string(), schemaLike)), (blocks) => {
        const all = blocks.join(' ').toLowerCase();
        for (const { emails } of [...facts(...blocks).people, ...facts(...blocks).companies]) {
          for (const email of emails ?? []) expect(all).toContain(email.toLowerCase());
        }
      }),
      { numRuns: 400, seed: 7 },
    );
  });
});

const leaf = fc.constantFrom('Ann', 'ann@x.example', 'mailto:bo@y.example?x', '', '#a', 7, null);
const { node } = fc.letrec((tie) => ({
  node: fc.dictionary(
    fc.constantFrom(
      '@type',
      '@id',
      '@graph',
      'name',
      'email',
      'worksFor',
      'employee',
      'address',
      'contactPoint',
      '__proto__',
    ),
    fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.constantFrom('Person', 'Organization'),
      tie('node'),
      fc.array(tie('node'), { maxLength: 3 }),
    ),
  ),
}));
const schemaLike = (node as fc.Arbitrary<unknown>).map((value) => JSON.stringify(value));
