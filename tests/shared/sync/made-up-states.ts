import fc from 'fast-check';
import type { ObservedSet } from '../../../shared/sync/observed-set.ts';
import type { Register } from '../../../shared/sync/register.ts';
import type { RecordState } from '../../../shared/sync/row.ts';
import { makeStamp } from '../../../shared/sync/stamp.ts';

/** Few different ones, so that some are shared and some are not. */
export const someStamp = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 1 }), fc.constantFrom('a', 'b'))
  .map(([ms, counter, device]) => makeStamp(ms, counter, device));

const register: fc.Arbitrary<Register> = fc.record({
  value: fc.string(),
  stamp: someStamp,
  rank: fc.constantFrom('page' as const, 'person' as const),
});
/** As a newer version may write it. */
const newerRegister = fc.record({
  value: fc.string(),
  stamp: someStamp,
  rank: fc.constant('person' as const),
  since: fc.nat(),
});
const names = fc.oneof(
  fc.constantFrom('name', 'note', 'domains', '__proto__', 'constructor', '7'),
  fc.string(),
);
const set: fc.Arbitrary<ObservedSet> = fc.dictionary(names, fc.array(someStamp, { maxLength: 3 }));

/** Any state that a row can have, also of kinds and with names that no version knows yet. */
export const someState: fc.Arbitrary<RecordState> = fc
  .record(
    {
      fields: fc.dictionary(names, fc.oneof({ weight: 9, arbitrary: register }, newerRegister), {
        maxKeys: 4,
      }),
      sets: fc.dictionary(names, set, { maxKeys: 3 }),
      fact: fc.jsonValue(),
      decided: fc.dictionary(fc.constantFrom('steward', 'link'), fc.jsonValue()),
      later: fc.jsonValue(),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map((state) => JSON.parse(JSON.stringify(state)) as RecordState);
