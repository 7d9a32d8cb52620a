import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatePairs } from '../../../shared/identity/candidate-pairs.ts';
import { compareAccounts } from '../../../shared/identity/compare-accounts.ts';
import { comparePeople } from '../../../shared/identity/compare-people.ts';
import {
  clusterAccounts,
  clusterPeople,
  findDuplicateAccounts,
  findDuplicatePeople,
} from '../../../shared/identity/duplicate.ts';
import type { DuplicatePair } from '../../../shared/identity/duplicate-verdict.ts';
import type { AccountFacts, PersonFacts } from '../../../shared/identity/known-facts.ts';

fc.configureGlobal({ seed: 20_261_122 });

const kinds = ({ reasons }: { reasons: readonly { kind: string }[] }) => reasons.map(({ kind }) => kind);

const name = fc.constantFrom(
  'Jonas Weber',
  'Weber, Jonas',
  'Julia Weber',
  'Amira Haddad',
  'A. Haddad',
  'Vera Novak',
  'Vera Nowak',
);
const email = fc.constantFrom(
  'jonas@north.example',
  'jonas.weber@north.example',
  'amira@yard.example',
  'vera@gmail.com',
);
const phone = fc.constantFrom('+49 40 555 0100', '040 5550100', '+44 20 7946 0958');
const few = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 2 });
const person: fc.Arbitrary<PersonFacts> = fc.record(
  {
    names: few(name),
    emails: few(email),
    phones: few(phone),
    city: fc.constantFrom('Hamburg', 'London', ''),
  },
  { requiredKeys: [] },
);
const account: fc.Arbitrary<AccountFacts> = fc.record(
  {
    names: few(
      fc.constantFrom(
        'Nord Werft GmbH',
        'Nordwerft',
        'Nord Werft AG',
        'Harbour Tools Ltd',
        'Yard 1',
        'Yard 2',
      ),
    ),
    domains: few(fc.constantFrom('nordwerft.example', 'harbour.example', 'gmail.com')),
    phones: few(phone),
    address: fc.constantFrom('Hafenstr. 1, Hamburg', 'Hafenstraße 1', '12 Dock Road, London', ''),
  },
  { requiredKeys: [] },
);

describe('two people', () => {
  it('with one address merge by themselves, and nothing else does', () => {
    const same = comparePeople({ emails: ['Jonas@North.example '] }, { emails: ['jonas@north.example'] });
    expect(same).toMatchObject({ automatic: true });
    expect(kinds(same)).toEqual(['same-email']);
    const alike = comparePeople(
      { names: ['Jonas Weber'], phones: ['+49 40 555 0100'] },
      { names: ['Jonas Weber'], phones: ['+49 40 5550100'] },
    );
    expect(alike.automatic).toBe(false);
    expect(alike.score).toBeGreaterThan(0.9);
    expect(kinds(alike)).toContain('same-phone');
    expect(kinds(alike)).toContain('same-name');
  });

  it('are told apart by their given names at one employer and one switchboard', () => {
    const office = { domains: ['north.example'], phones: ['+49 40 555 0100'] };
    const verdict = comparePeople(
      { names: ['Jonas Weber'], ...office },
      { names: ['Julia Weber'], ...office },
    );
    expect(verdict.score).toBeLessThan(0.5);
  });

  it('have no freemail provider in common', () => {
    const verdict = comparePeople({ emails: ['a.weber@gmail.com'] }, { emails: ['k.meier@gmail.com'] });
    expect(verdict.reasons).toEqual([]);
    const own = { freemail: { also: ['north.example'], not: [] } };
    const [a, b] = [{ domains: ['north.example'] }, { domains: ['north.example'] }];
    expect(kinds(comparePeople(a, b))).toEqual(['same-domain']);
    expect(kinds(comparePeople(a, b, own))).toEqual([]);
  });

  it('do not share a telephone in two countries', () => {
    const [german, austrian] = [{ phones: ['+49 40 555 0100'] }, { phones: ['+43 40 555 0100'] }];
    expect(comparePeople(german, austrian).reasons).toEqual([]);
    expect(kinds(comparePeople(german, { phones: ['040 5550100'], domains: ['north.de'] }))).toEqual([
      'same-phone',
    ]);
  });

  it('say more by a rare name than by a common one', () => {
    const rows = [
      ...Array.from({ length: 60 }, (_, i) => ({
        names: ['Anna Schmidt'],
        emails: [`anna${i}@a${i}.example`],
      })),
      { names: ['Zsofia Quarrington'] },
      { names: ['Quarrington, Zsofia'] },
    ];
    const [first] = findDuplicatePeople(rows);
    expect([first?.one, first?.other]).toEqual([60, 61]);
  });
});

describe('two organisations', () => {
  it('are one by their domain, or by name and telephone', () => {
    expect(
      kinds(compareAccounts({ domains: ['www.north.example'] }, { domains: ['north.example'] })),
    ).toEqual(['same-domain']);
    const [a, b] = [
      { names: ['Nord Werft GmbH'], phones: ['+49 40 555 0100'] },
      { names: ['Nordwerft GmbH'], phones: ['040 5550100'], domains: ['nordwerft.de'] },
    ];
    expect(compareAccounts(a, b).score).toBeGreaterThan(0.9);
  });

  it.each([
    ['a branch', 'Nord Werft AG', 'Nord Werft AG Filiale München'],
    ['another legal form', 'Nord Werft AG', 'Nord Werft GmbH'],
    ['the next of a series', 'Harbour Fund III L.P.', 'Harbour Fund IV L.P.'],
  ])('that are %s are not suggested for their names', (_, one, other) => {
    expect(compareAccounts({ names: [one] }, { names: [other] }).score).toBeLessThan(0.5);
  });

  it('have no freemail provider in common', () => {
    expect(compareAccounts({ domains: ['gmail.com'] }, { domains: ['gmail.com'] }).reasons).toEqual([]);
  });
});

describe('a verdict', () => {
  it.each([
    ['people', (a: PersonFacts, b: PersonFacts) => comparePeople(a, b), person],
    ['organisations', (a: AccountFacts, b: AccountFacts) => compareAccounts(a, b), account],
  ] as const)('on %s is the same from both sides, within bounds', (_, compare, facts) => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const [there, back] = [compare(a, b), compare(b, a)];
        expect(there.score).toBeCloseTo(back.score, 12);
        expect(there.automatic).toBe(back.automatic);
        expect(kinds(there).sort()).toEqual(kinds(back).sort());
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('many records', () => {
  it.each([
    ['people', person, clusterPeople, findDuplicatePeople],
    ['organisations', account, clusterAccounts, findDuplicateAccounts],
  ] as const)('of %s give the same clusters and pairs in any order', (_, facts, cluster, find) => {
    fc.assert(
      fc.property(fc.array(facts as fc.Arbitrary<object>, { maxLength: 12 }), fc.nat(), (rows, seed) => {
        const order = rows
          .map((_, i) => i)
          .sort((a, b) => ((a * 7919 + seed) % 13) - ((b * 7919 + seed) % 13) || a - b);
        const turned = order.map((i) => rows[i] as object);
        expect(partition(cluster(turned), order)).toEqual(
          partition(
            cluster(rows),
            rows.map((_, i) => i),
          ),
        );
        expect(pairsOf(find(turned), order)).toEqual(
          pairsOf(
            find(rows),
            rows.map((_, i) => i),
          ),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('number a cluster by its first row', () => {
    const rows = [
      { names: ['Amira Haddad'] },
      { emails: ['j@north.example'] },
      { emails: ['J@north.example'], names: ['Jonas Weber'] },
    ];
    expect(clusterPeople(rows)).toEqual([0, 1, 1]);
  });

  it('name the sides of a pair in the order of the rows', () => {
    const rows = [{ names: ['Zita Quarrington'] }, { names: ['Quarrington, Zita'] }];
    const [pair] = findDuplicatePeople(rows);
    expect(pair?.verdict.reasons[0]).toMatchObject({ one: 'Zita Quarrington', other: 'Quarrington, Zita' });
  });

  it('that all share one key are looked at in a number of pairs that grows with their number alone', () => {
    const count = (rows: number) =>
      [...candidatePairs(Array.from({ length: rows }, () => ['the same key']))].length;
    expect(count(20_000)).toBeLessThan(2.1 * count(10_000));
    expect(count(10_000)).toBeLessThan(70_000);
    expect(count(20)).toBe(190);
  });
});

/** Rows of one cluster, by what they say: two rows that say the same can stand for each other. */
function partition(clusters: readonly number[], order: readonly number[]): string[] {
  const groups = Map.groupBy(
    clusters.map((cluster, i) => ({ cluster, row: order[i] as number })),
    ({ cluster }) => cluster,
  );
  return [...groups.values()]
    .map((rows) =>
      rows
        .map(({ row }) => row)
        .sort((a, b) => a - b)
        .join(),
    )
    .sort();
}

function pairsOf(pairs: readonly DuplicatePair[], order: readonly number[]): string[] {
  return pairs
    .map(({ one, other, verdict }) => {
      const [a, b] = [order[one] as number, order[other] as number];
      return `${Math.min(a, b)} ${Math.max(a, b)} ${verdict.score.toFixed(9)} ${kinds(verdict).sort().join()}`;
    })
    .sort();
}
