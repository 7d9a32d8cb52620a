import { describe, expect, it } from 'vitest';
import { foldMerged } from '../../../shared/sync/fold-merged.ts';
import type { RecordState } from '../../../shared/sync/row.ts';
import { makeStamp } from '../../../shared/sync/stamp.ts';

const stamp = (n: number) => makeStamp(n, 0, 'test');
const person = (name: string | null, emails: string[], more: RecordState = {}): RecordState => ({
  fields: name === null ? {} : { name: { value: name, stamp: stamp(1), rank: 'page' } },
  sets: { emails: Object.fromEntries(emails.map((email, n) => [email, [stamp(n)]])) },
  ...more,
});
const fold = (...states: RecordState[]) =>
  foldMerged(states.map((state, n) => ({ id: String.fromCharCode(97 + n), state })));

describe('records read as one', () => {
  it('show what the first one says, keep what the others say otherwise, and have all addresses', () => {
    const { state, alternatives } = fold(
      person('Ines Gull', ['i@gull.example']),
      person('I. Gull', ['ines@gull.example', 'i@gull.example']),
      person('Ines Gull', []),
    );
    expect(state.fields?.name?.value).toBe('Ines Gull');
    expect(Object.keys(state.sets?.emails ?? {})).toEqual(['i@gull.example', 'ines@gull.example']);
    expect(alternatives).toEqual([{ field: 'name', value: 'I. Gull', from: 'b' }]);
  });

  it('fill what the first one does not know, but not what somebody cleared there', () => {
    expect(fold(person(null, []), person('Ines Gull', [])).state.fields?.name?.value).toBe('Ines Gull');
    const cleared = fold(person('', []), person('Ines Gull', []));
    expect(cleared.state.fields?.name?.value).toBe('');
    expect(cleared.alternatives).toEqual([{ field: 'name', value: 'Ines Gull', from: 'b' }]);
  });

  it('are answered for by the first one’s steward, and by another’s only where that one has none', () => {
    const account = (steward: string | null): RecordState => ({ decided: { steward } });
    expect(fold(account('jonas'), account('amira')).state.decided).toEqual({ steward: 'jonas' });
    expect(fold(account(null), account('amira')).state.decided).toEqual({ steward: 'amira' });
    expect(fold(account(null), account(null)).state.decided).toEqual({ steward: null });
  });

  it('take no field or value from what every object inherits', () => {
    const { state } = fold(person(null, []), person(null, ['constructor']));
    expect(state.sets?.emails).toEqual({ constructor: [stamp(0)] });
  });

  it('are left as they are', () => {
    const states = [person('Ines Gull', ['i@gull.example']), person('I. Gull', ['i@gull.example'])];
    const before = structuredClone(states);
    fold(...states);
    expect(states).toEqual(before);
  });
});
