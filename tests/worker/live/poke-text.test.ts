import { describe, expect, it } from 'vitest';
import { pokeLength } from '../../../shared/protocol/live-3.ts';
import { isSameForAll, type Listener, pokeText } from '../../../worker/src/workspace/live/poke-text.ts';
import type { Step } from '../../../worker/src/workspace/live/step.ts';

const id = 'a'.repeat(26);
const listener: Listener = {
  device: 'ours',
  proto: 3,
  seer: { member: 'm', isActive: true, seesAccount: () => false },
};

function step(from: number, more: Partial<Step> = {}): Step {
  const row = {
    id,
    kind: 'person',
    gone: false,
    seq: from + 1,
    text: '{}',
    hidden: null,
    cause: 'other',
  } as const;
  return { from, seq: from + 1, by: null, changes: null, rows: [row], restarted: new Set(), ...more };
}

/** From where to where the steps lead that are carried. */
function carried(steps: readonly Step[], to: Partial<Listener> = {}) {
  const text = pokeText(steps, { ...listener, ...to });
  if (text === null) return null;
  const { seq, steps: told = [] } = JSON.parse(text) as { seq: number; steps?: [number, number][] };
  return { seq, steps: told.map(([from, seq]) => `${from}-${seq}`) };
}

const large = 'x'.repeat(pokeLength);

describe('the text of a poke', () => {
  it('carries steps that follow each other', () => {
    expect(carried([step(1), step(2), step(3)])).toEqual({ seq: 4, steps: ['1-2', '2-3', '3-4'] });
  });

  it('ends before a step that is too large to be told, since what follows could not be taken', () => {
    const untold = step(2, { rows: null });
    expect(carried([step(1), untold, step(3)])).toEqual({ seq: 4, steps: ['1-2'] });
    const rows = step(2).rows?.map((row) => ({ ...row, text: `"${large}"` })) ?? null;
    expect(carried([step(1), step(2, { rows }), step(3)])).toEqual({ seq: 4, steps: ['1-2'] });
  });

  it('carries no more than it may', () => {
    const text = pokeText([step(1), step(2)], listener, 80) ?? '';
    expect(JSON.parse(text)).toMatchObject({ seq: 3, steps: [[1, 2, 'rows', [expect.anything()]]] });
    expect(JSON.parse(pokeText([step(1), step(2)], listener, 10) ?? '')).toEqual({ type: 'poke', seq: 3 });
  });

  it('is the same for all, unless a row is hidden or somebody has to begin again', () => {
    const hidden = step(2).rows?.map((row) => ({ ...row, hidden: id })) ?? null;
    expect(isSameForAll([step(1), step(2, { rows: null })])).toBe(true);
    expect(isSameForAll([step(1), step(2, { rows: hidden })])).toBe(false);
    expect(isSameForAll([step(1, { restarted: new Set(['m']) })])).toBe(false);
  });

  it('leaves out what its device brought, and is none where that is all', () => {
    expect(carried([step(1), step(2, { by: 'ours' })])).toEqual({ seq: 2, steps: ['1-2'] });
    expect(carried([step(2, { by: 'ours' })])).toBeNull();
  });

  it('is the number alone for older devices, for unknown and for former members, and for who has to begin again', () => {
    expect(carried([step(1)], { proto: 1 })).toEqual({ seq: 2, steps: [] });
    expect(carried([step(1)], { seer: null })).toEqual({ seq: 2, steps: [] });
    const former = { member: 'm', isActive: false, seesAccount: () => true };
    expect(carried([step(1)], { seer: former })).toEqual({ seq: 2, steps: [] });
    expect(carried([step(1), step(2, { restarted: new Set(['m']) })])).toEqual({ seq: 3, steps: [] });
    expect(carried([step(1, { restarted: new Set(['other']) })])).toEqual({ seq: 2, steps: ['1-2'] });
  });
});
