import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlay } from '../../../extension/db/overlay.ts';
import type { Operation } from '../../../shared/protocol/operation.ts';
import { applyChange } from '../../../shared/sync/apply-change.ts';
import type { RegisterChange } from '../../../shared/sync/change.ts';
import { mergeRegister, type Register } from '../../../shared/sync/register.ts';
import type { RecordState, Row } from '../../../shared/sync/row.ts';
import { clampStamp, makeStamp, nextStamp, type Stamp, stampMs } from '../../../shared/sync/stamp.ts';

fc.configureGlobal({ seed: 20_261_122 });

const id = '0'.repeat(26);
const stamp = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('a', 'b', 'c'))
  .map(([ms, device]) => makeStamp(ms, 0, device));
const rank = fc.constantFrom('page' as const, 'person' as const);
const register: fc.Arbitrary<Register> = fc.record({ value: fc.constantFrom('x', 'y', ''), stamp, rank });
const values = fc.constantFrom('p', 'q', 'r');

/** Changes of one record; a removal names any stamps, seen or not. */
const change: fc.Arbitrary<RegisterChange> = fc.record(
  {
    on: fc.constant('account' as const),
    id: fc.constant(id),
    rank,
    set: fc.dictionary(fc.constantFrom('name', 'note'), fc.constantFrom('one', 'two', ''), { maxKeys: 2 }),
    add: fc.dictionary(
      fc.constantFrom('domains', 'phones'),
      fc.array(values, { minLength: 1, maxLength: 2 }),
      { maxKeys: 2 },
    ),
    drop: fc.dictionary(
      fc.constantFrom('domains', 'phones'),
      fc.dictionary(values, fc.array(stamp, { maxLength: 2 }), { maxKeys: 2 }),
      { maxKeys: 2 },
    ),
  },
  { requiredKeys: ['on', 'id', 'rank'] },
);
const write = fc.tuple(change, stamp);

function fold(
  writes: readonly (readonly [RegisterChange, Stamp])[],
  from: RecordState | null = null,
): RecordState | null {
  return writes.reduce<RecordState | null>((state, [one, at]) => applyChange(state, one, at).state, from);
}

describe('a register', () => {
  it('is never replaced by a page, once anybody has written it', () => {
    fc.assert(
      fc.property(register, register, (held, page) => {
        expect(mergeRegister(held, { ...page, rank: 'page' })).toBe(held);
      }),
    );
  });

  it('always goes to a person over a page, whatever their clocks', () => {
    fc.assert(
      fc.property(register, register, (page, person) => {
        const write: Register = { ...person, rank: 'person' };
        expect(mergeRegister({ ...page, rank: 'page' }, write)).toBe(write);
      }),
    );
  });

  it('goes to the later stamp between persons, and at a tie to the later arrival', () => {
    fc.assert(
      fc.property(register, register, (one, other) => {
        const [held, write]: [Register, Register] = [
          { ...one, rank: 'person' },
          { ...other, rank: 'person' },
        ];
        expect(mergeRegister(held, write)).toEqual(write.stamp >= held.stamp ? write : held);
      }),
    );
  });

  it('takes the same persons’ writes in any order to the same end, as long as their stamps differ', () => {
    fc.assert(
      fc.property(fc.uniqueArray(register, { selector: (r) => r.stamp, minLength: 1 }), (writes) => {
        const persons = writes.map((one) => ({ ...one, rank: 'person' as const }));
        const merged = (order: Register[]) =>
          order.reduce<Register | undefined>((held, one) => mergeRegister(held, one), undefined);
        expect(merged(persons)).toEqual(merged(persons.toReversed()));
      }),
    );
  });
});

describe('a change', () => {
  it('laid twice is as laid once, and the second time says so', () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 6 }), write, (before, [one, at]) => {
        const held = fold(before);
        const once = applyChange(held, one, at).state;
        const twice = applyChange(once, one, at);
        expect(twice.state).toEqual(once);
        if (one.drop === undefined) expect(twice.outcome).toBe('stale');
      }),
    );
  });

  it('never alters what it is laid on', () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 4 }), write, (before, [one, at]) => {
        const held = fold(before);
        const copy = structuredClone(held);
        applyChange(held, one, at);
        expect(held).toEqual(copy);
      }),
    );
  });

  it('called stale leaves the very state that was held', () => {
    fc.assert(
      fc.property(fc.array(write, { minLength: 1, maxLength: 6 }), write, (before, [one, at]) => {
        const held = fold(before);
        const { outcome, state } = applyChange(held, one, at);
        if (outcome === 'stale') expect(state).toBe(held);
        else if (one.drop === undefined) expect(state).not.toEqual(held);
      }),
    );
  });

  it('that removes a value spares what was added elsewhere at the same time', () => {
    fc.assert(
      fc.property(fc.uniqueArray(stamp, { minLength: 2, maxLength: 5 }), fc.nat(), (stamps, n) => {
        const adding: RegisterChange = { on: 'account', id, rank: 'person', add: { domains: ['p'] } };
        const seen = stamps.slice(0, 1 + (n % (stamps.length - 1)));
        const held = fold(stamps.map((at) => [adding, at] as const));
        const dropped = applyChange(
          held,
          { on: 'account', id, rank: 'person', drop: { domains: { p: seen } } },
          stamps[0] as Stamp,
        );
        expect(dropped.state.sets?.domains?.p).toEqual(stamps.slice(seen.length));
      }),
    );
  });
});

/** Operations of several devices in the order in which the server takes them; which of them are this device's own. */
const history = fc.array(fc.tuple(write, fc.boolean()), { minLength: 1, maxLength: 10 });

describe('what a device shows', () => {
  const rowAt = (state: RecordState | null, seq: number): Row | null =>
    state === null ? null : { kind: 'account', id, seq, gone: false, ...state };
  const operationOf = ([one, at]: readonly [RegisterChange, Stamp], n: number): Operation => ({
    type: 'write',
    id: `${n}`,
    stamp: at,
    changes: [one],
  });
  const decided = { steward: null };

  it('is the server’s row with the unsent operations on top, wherever the pull stands', () => {
    fc.assert(
      fc.property(history, fc.nat(), (all, n) => {
        const pulled = n % (all.length + 1);
        const server = fold(all.slice(0, pulled).map(([w]) => w));
        const base = rowAt(server === null ? null : { ...server, decided }, pulled);
        const unsent = all
          .slice(pulled)
          .filter(([, own]) => own)
          .map(([w]) => w);
        const own = unsent.map((w, i) => ({
          operation: operationOf(w, i),
          state: 'waiting' as const,
          seq: 0,
        }));
        const view = overlay({ kind: 'account', id }, base, own, { member: 'm', link: null });
        const expected = fold(unsent, server);
        expect(view === null ? null : { fields: view.fields, sets: view.sets }).toEqual(
          expected === null ? null : { fields: expected.fields, sets: expected.sets },
        );
      }),
    );
  });

  it('becomes exactly the server’s row once all is acknowledged and pulled', () => {
    fc.assert(
      fc.property(history, (all) => {
        const state = fold(all.map(([w]) => w)) as RecordState;
        const base = rowAt({ ...state, decided }, all.length);
        const own = all.flatMap(([w, mine], i) =>
          mine ? [{ operation: operationOf(w, i), state: 'sent' as const, seq: i + 1 }] : [],
        );
        const view = overlay({ kind: 'account', id }, base, own, { member: 'm', link: null });
        expect(view).toEqual({ ...state, decided });
      }),
    );
  });
});

describe('stamps', () => {
  it('always follow the last one, wherever the clock jumps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2 ** 44 }), { minLength: 1, maxLength: 20 }),
        (clock) => {
          let last: Stamp | null = null;
          for (const now of clock) {
            const next = nextStamp(last, now, 'a');
            if (last !== null) expect(next > last).toBe(true);
            expect(stampMs(next)).toBeGreaterThanOrEqual(now);
            last = next;
          }
        },
      ),
    );
  });

  it('run on when the counter of a millisecond is spent', () => {
    expect(nextStamp(makeStamp(5, 0xffff, 'a'), 5, 'a')).toBe(makeStamp(6, 0, 'a'));
  });

  it('that run more than a minute ahead are set to now, and others are left', () => {
    const now = 1_000_000;
    expect(clampStamp(makeStamp(now + 60_000, 3, 'a'), now)).toBe(makeStamp(now + 60_000, 3, 'a'));
    expect(clampStamp(makeStamp(now + 60_001, 3, 'a'), now)).toBe(makeStamp(now, 3, 'a'));
  });
});
