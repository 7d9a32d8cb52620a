import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idFromBytes, idPattern } from '../../../shared/domain/ids.ts';
import { pairId } from '../../../shared/domain/pair.ts';

const id = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => idFromBytes(bytes));

describe('the id of a pair', () => {
  it('is an id, the same from either side, and neither of the two', () => {
    fc.assert(
      fc.property(id, id, (a, b) => {
        expect(pairId(a, b)).toMatch(idPattern);
        expect(pairId(b, a)).toBe(pairId(a, b));
        expect([a, b]).not.toContain(pairId(a, b));
      }),
    );
  });

  it('differs between pairs, also of records whose ids are nearly alike', () => {
    const ids = Array.from({ length: 200 }, (_, n) =>
      idFromBytes(Uint8Array.from({ length: 16 }, (_v, i) => (i === 15 ? n : 0))),
    );
    const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => pairId(a, b)));
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('is not made of what is no id', () => {
    expect(() => pairId('a', 'b')).toThrow(RangeError);
  });
});
