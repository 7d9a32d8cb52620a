import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Database } from '../../../extension/db/database.ts';
import type { SegmentKeys } from '../../../extension/db/segment.ts';
import { linesWithKeys } from '../../../extension/db/segment-index.ts';

/** The index only remembers which database it belongs to. */
const someDatabase = () => ({}) as Database;

function segment(
  n: number,
  keys: readonly (readonly [key: number, line: number])[],
  own: readonly number[],
): SegmentKeys {
  return {
    n,
    held: 0,
    live: own.length,
    from: 0,
    to: 0xffffffff,
    own: Uint32Array.from(own),
    keys: Uint32Array.from(keys, ([key]) => key),
    lines: Uint16Array.from(keys, ([, line]) => line),
  };
}

/** What it has to find, looked for in every segment. */
function plainly(all: readonly SegmentKeys[], wanted: ReadonlySet<number>): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { n, own, keys, lines } of all) {
    const hits = new Set([...lines].filter((line, i) => wanted.has(keys[i] as number) && own[line] !== 0));
    if (hits.size > 0)
      found.set(
        n,
        [...hits].sort((a, b) => a - b),
      );
  }
  return found;
}

const byNumber = (found: ReadonlyMap<SegmentKeys, ReadonlySet<number>>) =>
  new Map([...found].map(([{ n }, lines]) => [n, [...lines].sort((a, b) => a - b)]));

const someKey = fc.oneof(fc.nat(6), fc.constantFrom(0, 0x7fffffff, 0xffffffff));
const someKeys = fc.array(fc.tuple(someKey, fc.nat(3)), { maxLength: 6 });
type Step =
  | { does: 'append'; keys: [number, number][] }
  | { does: 'drop'; at: number }
  | { does: 'again'; at: number; keys: [number, number][] }
  | { does: 'take out'; at: number; line: number }
  | { does: 'look'; wanted: number[] };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('append' as const), keys: someKeys }),
  fc.record({ does: fc.constant('drop' as const), at: fc.nat(20) }),
  fc.record({ does: fc.constant('again' as const), at: fc.nat(20), keys: someKeys }),
  fc.record({ does: fc.constant('take out' as const), at: fc.nat(20), line: fc.nat(3) }),
  fc.record({ does: fc.constant('look' as const), wanted: fc.array(someKey, { maxLength: 4 }) }),
);

const last: Step = { does: 'look', wanted: [0, 1, 2, 0xffffffff] };

it('finds what is there and nothing that is gone, whatever came, went and came again under the same number', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const db = someDatabase();
      let all: SegmentKeys[] = [];
      let next = 1;
      for (const one of [...steps, last]) {
        if (one.does === 'append') {
          all = [...all, segment(next, one.keys, [1, 2, 3, 4])];
          next += 1;
        } else if (one.does === 'drop') all = all.filter((_, i) => i !== one.at);
        else if (one.does === 'again') {
          // As where a transaction was undone that had put another segment there.
          all = all.map((segmentNow, i) =>
            i === one.at ? segment(segmentNow.n, one.keys, [1, 2, 3, 4]) : segmentNow,
          );
        } else if (one.does === 'take out') {
          all = all.map((segmentNow, i) => {
            if (i !== one.at) return segmentNow;
            return { ...segmentNow, own: segmentNow.own.map((key, line) => (line === one.line ? 0 : key)) };
          });
        } else {
          const wanted = new Set(one.wanted);
          expect(byNumber(linesWithKeys(db, all, wanted))).toEqual(plainly(all, wanted));
        }
      }
    }),
    { numRuns: 500 },
  );
});

it('finds keys of a segment that has more of them than one run can hold', () => {
  const many = Array.from({ length: 2 ** 21 + 10 }, (_, i) => [i, i % 4] as const);
  const all = [segment(1, many, [1, 2, 3, 4]), segment(2, [[2 ** 21 + 3, 0]], [5])];
  const found = linesWithKeys(someDatabase(), all, new Set([5, 2 ** 21 + 3]));
  expect(byNumber(found)).toEqual(
    new Map([
      [1, [1, 3]],
      [2, [0]],
    ]),
  );
});
