import { expect, test } from 'vitest';
import { foldOwn } from '../../../extension/db/fold-own.ts';
import { makeStamp } from '../../../shared/sync/stamp.ts';
import { madeUpId, members, noon } from '../made-up-device.ts';

const id = madeUpId(60);
const ahead = makeStamp(noon + 86_400_000, 0, 'a');
const own = (changes: object, seq: number, state: 'own' | 'sent' = 'own') => ({
  operation: {
    type: 'write' as const,
    id: madeUpId(seq),
    stamp: ahead,
    changes: [{ on: 'person' as const, id, rank: 'person' as const, ...changes }],
  },
  state,
  seq,
  now: noon,
});

test('what was stamped and tagged ahead of its time is held as the server held it, and can be removed by its tag', () => {
  const added = own({ add: { emails: ['a@c.example', 'b@c.example'] } }, 5);
  const dropped = own({ drop: { emails: { 'a@c.example': [ahead] } } }, 5);
  const row = foldOwn({ kind: 'person', id }, null, [added, dropped], members.jonas);
  expect(row).toEqual({
    kind: 'person',
    id,
    seq: 5,
    gone: false,
    fields: {},
    sets: { emails: { 'b@c.example': [makeStamp(noon, 0, 'a')] } },
    decided: {},
  });
});

test('only what the server said is ours alone is laid under a record, and only what its base does not hold', () => {
  const written = own({ set: { name: 'Ines' } }, 5);
  expect(foldOwn({ kind: 'person', id }, null, [own({ set: { name: 'Ines' } }, 5, 'sent')], '')).toBe(null);
  const base = { kind: 'person' as const, id, seq: 5, gone: false, fields: {}, sets: {} };
  expect(foldOwn({ kind: 'person', id }, base, [written], '')).toBe(base);
});
