import fc from 'fast-check';
import type { Sighting } from '../../../shared/domain/sighting.ts';
import type { Touch } from '../../../shared/domain/touch.ts';
import type { Command, Operation } from '../../../shared/protocol/operation.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { makeStamp } from '../../../shared/sync/stamp.ts';

/** The device that sends. */
export const device = '0123456789abcdefghjkmnpqrs';

const idOf = fc
  .array(fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'), { minLength: 26, maxLength: 26 })
  .map((letters) => letters.join(''));
const stampOf = fc
  .tuple(
    fc.nat(2 ** 40),
    fc.oneof(fc.constant(0), fc.nat(0xffff)),
    fc.constantFrom(device, device, 'a', 'zz', 'c'.repeat(26)),
  )
  .map(([ms, counter, by]) => makeStamp(ms, counter, by));
const text = (most: number) => fc.string({ maxLength: most });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const fieldName = fc.constantFrom('name', 'note', 'title', 'toString', 'shoeSize');

const registerChange = fc.record(
  {
    on: fc.constantFrom('account' as const, 'person' as const, 'affiliation' as const),
    id: idOf,
    rank: fc.constantFrom('page' as const, 'person' as const),
    set: fc.dictionary(fieldName, text(40), { maxKeys: 3, noNullPrototype: true }),
    add: fc.dictionary(fieldName, fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 3 }), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
    drop: fc.dictionary(
      fieldName,
      fc.dictionary(fc.constantFrom('x', 'ines@gull.example'), fc.array(stampOf, { maxLength: 2 }), {
        noNullPrototype: true,
      }),
      { maxKeys: 2, noNullPrototype: true },
    ),
  },
  { requiredKeys: ['on', 'id', 'rank'], noNullPrototype: true },
);

const touchRole = fc.constantFrom('from' as const, 'to' as const, 'cc' as const);
const touchFact: fc.Arbitrary<Touch> = fc.record(
  {
    channel: fc.constant('email' as const),
    direction: fc.constantFrom('in' as const, 'out' as const),
    at: fc.nat(2 ** 41),
    precision: fc.constantFrom('second' as const, 'minute' as const, 'day' as const, 'seen' as const),
    subject: maybe(text(60)),
    people: fc.array(fc.record({ person: idOf, role: touchRole }, { noNullPrototype: true }), {
      maxLength: 3,
    }),
    accounts: fc.array(idOf, { maxLength: 3 }),
    ours: fc.array(fc.record({ email: text(30), role: touchRole }, { noNullPrototype: true }), {
      maxLength: 2,
    }),
    strong: maybe(fc.constant('k'.repeat(43))),
    weak: maybe(fc.constant('_'.repeat(43))),
  },
  { noNullPrototype: true },
);
const sightingFact: fc.Arbitrary<Sighting> = fc.record(
  {
    subject: fc.record(
      { kind: fc.constantFrom('account' as const, 'person' as const, 'affiliation' as const), id: idOf },
      { noNullPrototype: true },
    ),
    touch: maybe(idOf),
    source: fc.record(
      { origin: text(40), title: maybe(text(40)), path: maybe(text(40)) },
      { noNullPrototype: true },
    ),
    seenAt: fc.nat(2 ** 41),
    reader: fc.record(
      { id: fc.constantFrom('roundcube' as const, 'web' as const), version: fc.nat(9) },
      { noNullPrototype: true },
    ),
    read: fc.dictionary(text(10), fc.oneof(text(40), fc.array(text(20), { maxLength: 3 })), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
    sure: fc.constantFrom(0, 0.5, 1),
  },
  { noNullPrototype: true },
);

export const someChange: fc.Arbitrary<Change> = fc.oneof(
  registerChange as fc.Arbitrary<Change>,
  fc.record({ on: fc.constant('touch' as const), id: idOf, fact: touchFact }, { noNullPrototype: true }),
  fc.record(
    { on: fc.constant('sighting' as const), id: idOf, fact: sightingFact },
    { noNullPrototype: true },
  ),
);

const someCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ name: fc.constant('take-account' as const), account: idOf }, { noNullPrototype: true }),
  fc.record({ name: fc.constant('withdraw-touch' as const), touch: idOf }, { noNullPrototype: true }),
  fc.record(
    {
      name: fc.constant('merge-records' as const),
      kind: fc.constantFrom('account' as const, 'person' as const),
      keep: idOf,
      other: idOf,
      reasons: fc.constantFrom<string[]>([], ['same-email']),
    },
    { noNullPrototype: true },
  ),
);

/** Operations that the schema takes, of every kind. */
export const someOperation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        type: fc.constant('write' as const),
        id: idOf,
        stamp: stampOf,
        changes: fc.array(someChange, { minLength: 1, maxLength: 4 }),
      },
      { noNullPrototype: true },
    ),
  },
  fc.record(
    { type: fc.constant('command' as const), id: idOf, stamp: stampOf, command: someCommand },
    { noNullPrototype: true },
  ),
);
