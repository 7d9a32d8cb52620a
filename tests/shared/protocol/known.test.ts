import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idFromBytes } from '../../../shared/domain/ids.ts';
import {
  decodeKnown,
  encodeKnown,
  findKnown,
  idPrefix,
  type Known,
  noAccount,
  nobody,
} from '../../../shared/protocol/known.ts';

fc.configureGlobal({ seed: 20_261_122 });

const bytes16 = fc.uint8Array({ minLength: 16, maxLength: 16 });
const steward = 's'.repeat(26);
const [gull, ines, lone] = ['g', 'n', 'z'].map((letter) => letter.repeat(26)) as [string, string, string];

function made(): Known {
  const keys = [
    [idPrefix(gull), 0],
    [idPrefix(ines), 0],
    [idPrefix(lone), noAccount],
  ] as const;
  return {
    epoch: 1,
    view: 2,
    seq: 3,
    stewards: [steward],
    keys: BigUint64Array.from(keys, ([key]) => key),
    accountOf: Uint32Array.from(keys, ([, account]) => account),
    accounts: BigUint64Array.of(idPrefix(gull)),
    stewardOf: Uint16Array.of(0),
    lastTouch: Uint16Array.of(20_779),
  };
}

describe('who is known', () => {
  it('is found by the id that they would have', () => {
    const known = made();
    const match = { account: idPrefix(gull), steward, lastTouchDay: 20_779 };
    expect(findKnown(known, gull)).toEqual(match);
    expect(findKnown(known, ines)).toEqual(match);
    expect(findKnown(known, lone)).toEqual({ account: null, steward: null, lastTouchDay: null });
    expect(findKnown(known, 'a'.repeat(26))).toBeNull();
    known.stewardOf[0] = nobody;
    known.lastTouch[0] = 0;
    expect(findKnown(known, ines)).toEqual({ account: idPrefix(gull), steward: null, lastTouchDay: null });
  });

  it('comes back from bytes, wherever these lie, and not from fewer or other ones', () => {
    const known = made();
    const bytes = encodeKnown(known);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeKnown(shifted.subarray(3))).toEqual(known);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(decodeKnown(bytes.subarray(0, length))).toBeNull();
    }
    expect(decodeKnown(new Uint8Array(200).fill(7))).toBeNull();
  });
});

describe('an id’s prefix', () => {
  it('is its first eight bytes', () => {
    fc.assert(
      fc.property(bytes16, (bytes) => {
        const view = new DataView(bytes.buffer, bytes.byteOffset);
        expect(idPrefix(idFromBytes(bytes))).toBe(view.getBigUint64(0));
      }),
    );
  });
});
