import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../shared/sync/apply-change.ts';
import type { RegisterChange } from '../../../shared/sync/change.ts';
import { setValues } from '../../../shared/sync/observed-set.ts';
import { makeStamp } from '../../../shared/sync/stamp.ts';

const at = (ms: number) => makeStamp(ms, 0, 'd');
const change = (part: Partial<RegisterChange>): RegisterChange => ({
  on: 'account',
  id: '0'.repeat(26),
  rank: 'page',
  ...part,
});

describe('names that every object inherits', () => {
  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'the value %s is one like any other',
    (value) => {
      const added = applyChange(null, change({ add: { domains: [value] } }), at(1));
      expect(setValues(added.state.sets?.domains)).toEqual([value]);
      const tags = added.state.sets?.domains?.[value] ?? [];
      const dropped = applyChange(added.state, change({ drop: { domains: { [value]: tags } } }), at(2));
      expect(setValues(dropped.state.sets?.domains)).toEqual([]);
      const nothing = applyChange(null, change({ drop: { domains: { [value]: [at(1)] } } }), at(2));
      expect(setValues(nothing.state.sets?.domains)).toEqual([]);
    },
  );

  test('a field called constructor is absent until it is written', () => {
    const written = applyChange({ fields: {} }, change({ set: { constructor: 'Northern Yard' } }), at(1));
    expect(written.outcome).toBe('changed');
    expect(Object.hasOwn(written.state.fields ?? {}, 'constructor')).toBe(true);
  });
});

describe('a page and a person', () => {
  test('a page fills an absent field and never replaces another value', () => {
    const first = applyChange(null, change({ set: { name: 'Harbourline' } }), at(1));
    const second = applyChange(first.state, change({ set: { name: 'Harbour Line plc' } }), at(9));
    expect(second.outcome).toBe('stale');
    expect(second.state.fields?.name?.value).toBe('Harbourline');
  });

  test('a person outranks a page whatever the clocks say', () => {
    const page = applyChange(null, change({ set: { name: 'Harbourline' } }), at(100));
    const person = applyChange(
      page.state,
      change({ rank: 'person', set: { name: 'Harbourline Ltd' } }),
      at(1),
    );
    expect(person.state.fields?.name?.value).toBe('Harbourline Ltd');
  });

  test('a page that repeats a known value of a set adds no tag', () => {
    const first = applyChange(null, change({ add: { domains: ['a.example'] } }), at(1));
    expect(applyChange(first.state, change({ add: { domains: ['a.example'] } }), at(2)).outcome).toBe(
      'stale',
    );
  });
});
