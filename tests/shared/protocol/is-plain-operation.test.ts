import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isPlainOperation } from '../../../shared/protocol/is-plain-operation.ts';
import { operationSchema } from '../../../shared/protocol/operation.ts';
import { someOperation } from './made-up-operations.ts';

fc.configureGlobal({ seed: 20_261_122 });

/** What a mistake or an attack puts where something else should be. */
const wrong = fc.constantFrom<unknown>(
  null,
  undefined,
  0,
  -1,
  1.5,
  true,
  '',
  'x',
  'x'.repeat(501),
  'x'.repeat(4001),
  [],
  ['x'],
  [1],
  {},
  { constructor: ['x'] },
  { Name: 'x' },
  JSON.parse('{"__proto__":"x"}'),
  Array.from({ length: 101 }, () => 'x'),
  'z'.repeat(26),
  'u'.repeat(26),
  '0192aabbccdd-0000-a',
);

/** The operation with one thing in it replaced, taken away, or one more. */
function damaged(value: unknown, pick: number, how: 'replace' | 'drop' | 'add', by: unknown): unknown {
  const copy: unknown = structuredClone(value);
  const places: { in: Record<string, unknown>; key: string }[] = [];
  const walk = (at: unknown) => {
    if (typeof at !== 'object' || at === null) return;
    for (const key of Object.keys(at)) {
      places.push({ in: at as Record<string, unknown>, key });
      walk((at as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  const place = places[pick % places.length];
  if (place === undefined) return by;
  if (how === 'replace') place.in[place.key] = by;
  else if (Array.isArray(place.in)) place.in.push(by as never);
  else if (how === 'drop') delete place.in[place.key];
  else place.in.later = by;
  return JSON.parse(JSON.stringify(copy));
}

describe('the plain check of an operation', () => {
  it('takes only what the schema takes and gives back unchanged, whatever is wrong with it', () => {
    let taken = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        someOperation,
        fc.nat(),
        fc.constantFrom('replace' as const, 'drop' as const, 'add' as const),
        wrong,
        (operation, pick, how, by) => {
          const sent = damaged(operation, pick, how, by);
          const parsed = v.safeParse(operationSchema, sent);
          if (!parsed.success) refused += 1;
          if (!isPlainOperation(sent)) return;
          taken += 1;
          if (!parsed.success) throw new Error('the schema refuses it');
          expect(parsed.output).toEqual(sent);
        },
      ),
      { numRuns: 20_000 },
    );
    // Otherwise it would have been easy.
    expect(taken).toBeGreaterThan(400);
    expect(refused).toBeGreaterThan(1000);
  });

  it('takes every write that names nothing unusual, so that the schema is not asked', () => {
    fc.assert(
      fc.property(someOperation, (operation) => {
        const isPlain = isPlainOperation(operation);
        if (operation.type === 'command') {
          expect(isPlain).toBe(false);
          return;
        }
        const text = JSON.stringify(operation);
        const unusual =
          operation.changes.some((change) => 'drop' in change) ||
          /"(?:__proto__|constructor|prototype)"/.test(text);
        if (!unusual) expect(isPlain).toBe(v.is(operationSchema, operation));
      }),
      { numRuns: 2000 },
    );
  });
});
