import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyChange } from '../../../shared/sync/apply-change.ts';
import { packFirst } from '../../../shared/sync/pack-first.ts';
import { isPackedState, unpackState } from '../../../shared/sync/packed-state.ts';
import { makeStamp } from '../../../shared/sync/stamp.ts';
import { someChange } from '../protocol/made-up-operations.ts';

fc.configureGlobal({ seed: 20_261_122 });

it('a record packed from its first change is the one that applying the change makes', () => {
  const stamp = makeStamp(Date.UTC(2026, 10, 22), 1, 'a');
  const decided = { steward: null };
  let packed = 0;
  fc.assert(
    fc.property(someChange, (change) => {
      const first = packFirst(change, stamp, decided);
      if (first === null) return;
      packed += 1;
      const stored: unknown = JSON.parse(JSON.stringify(first));
      if (!isPackedState(stored)) throw new Error('not a packed state');
      expect(unpackState(stored)).toEqual({ ...applyChange(null, change, stamp).state, decided });
    }),
    { numRuns: 2000 },
  );
  expect(packed).toBeGreaterThan(1000);
});
