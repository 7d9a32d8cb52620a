import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPackedRow, packRow, unpackRow } from '../../../shared/sync/packed-row.ts';
import { isPackedState, packState, unpackState } from '../../../shared/sync/packed-state.ts';
import type { RecordState, Row } from '../../../shared/sync/row.ts';
import { makeStamp } from '../../../shared/sync/stamp.ts';
import { someState } from './made-up-states.ts';

fc.configureGlobal({ seed: 20_261_122 });

const device = '0123456789abcdefghjkmnpqrs';
const stamp = makeStamp(Date.UTC(2026, 10, 22), 0, device);
const id = 'a'.repeat(26);
const gull: RecordState = {
  fields: {
    name: { value: 'Gull & Daughters', stamp, rank: 'page' },
    website: { value: 'https://gull.example', stamp, rank: 'page' },
  },
  sets: { domains: { 'gull.example': [stamp] } },
  decided: { steward: null },
};

/** With every key, order and own `__proto__` compared: what `toEqual` passes over. */
function text(state: RecordState): string {
  const { fields = null, sets = null, ...rest } = state;
  return JSON.stringify([fields, sets, Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

describe('a packed state', () => {
  it('says a stamp and a rank once', () => {
    expect(packState(gull)).toEqual([
      stamp,
      0,
      { name: 'Gull & Daughters', website: 'https://gull.example' },
      { domains: ['gull.example'] },
      { decided: { steward: null } },
    ]);
  });

  it('names what differs', () => {
    const later = makeStamp(Date.UTC(2026, 10, 23), 3, device);
    const name = { value: 'Gull', stamp: later, rank: 'person' as const };
    const state: RecordState = {
      fields: { ...gull.fields, name },
      sets: { domains: { 'gull.example': [stamp, later], 'gulls.example': [stamp] } },
    };
    expect(packState(state)).toEqual([
      stamp,
      0,
      { name: ['Gull', later, 1], website: 'https://gull.example' },
      { domains: [['gull.example', [stamp, later]], 'gulls.example'] },
    ]);
  });

  it('loses nothing, through JSON, whatever there is and whatever it is called', () => {
    fc.assert(
      fc.property(someState, (state) => {
        const packed: unknown = JSON.parse(JSON.stringify(packState(state)));
        if (!isPackedState(packed)) throw new Error('does not know itself');
        expect(text(unpackState(packed))).toBe(text(state));
      }),
      { numRuns: 2000 },
    );
  });

  it('is the state itself where that was stored so, and in evidence', () => {
    fc.assert(fc.property(someState, (state) => unpackState(state) === state));
    const touch = { fact: { at: 1 }, decided: { link: null } };
    expect(packState(touch)).toBe(touch);
  });

  it.each([
    ['nothing', null],
    ['a text', 'state'],
    ['a list that is too short', [stamp, 0, {}]],
    ['a rank that there is not', [stamp, 2, {}, {}]],
    ['fields that are no object', [stamp, 0, [], {}]],
    ['a value that is no text', [stamp, 0, { name: 7 }, {}]],
    ['a set that is no list', [stamp, 0, {}, { domains: { 'gull.example': [stamp] } }]],
    ['tags that are no texts', [stamp, 0, {}, { domains: [['gull.example', [1]]] }]],
    ['registers without a rank', { fields: { name: { value: 'Gull', stamp } } }],
  ])('is not %s', (_what, value) => {
    expect(isPackedState(value)).toBe(false);
  });
});

describe('a packed row', () => {
  it('comes back whole, gone or not', () => {
    fc.assert(
      fc.property(someState, fc.boolean(), (state, gone) => {
        const row: Row = { kind: 'account', id, seq: 7, gone, ...(gone ? {} : state) };
        const packed: unknown = JSON.parse(JSON.stringify(packRow(row)));
        if (!isPackedRow(packed)) throw new Error('does not know itself');
        const back = unpackRow(packed);
        expect([back.kind, back.id, back.seq, back.gone]).toEqual(['account', id, 7, gone]);
        expect(text(back)).toBe(text(row));
      }),
    );
  });

  it.each([
    [['account', id, 7, 'state']],
    [['unheard-of', id, 7]],
    [['account', 'no id', 7]],
    [['account', id]],
  ])('is not %j', (value) => expect(isPackedRow(value)).toBe(false));
});
