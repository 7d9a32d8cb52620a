import { describe, expect, it } from 'vitest';
import { type Ear, pokeRound } from '../../../worker/src/workspace/live/poke-round.ts';
import type { Step } from '../../../worker/src/workspace/live/step.ts';
import type { Seer } from '../../../worker/src/workspace/rules/visible.ts';

const id = 'a'.repeat(26);

function step(from: number, more: Partial<Step> = {}, hidden: string | null = null): Step {
  const row = {
    id,
    kind: 'account',
    gone: false,
    seq: from + 1,
    text: '{}',
    hidden,
    cause: 'other',
  } as const;
  return { from, seq: from + 1, by: null, changes: null, rows: [row], restarted: new Set(), ...more };
}

const ear = (name: string, proto: 1 | 3 = 3): Ear => ({ device: `${name}’s`, member: name, proto });
const seer = (member: string, isActive = true, sees: readonly string[] = []): [string, Seer] => [
  member,
  { member, isActive, seesAccount: (account) => sees.includes(account) },
];

const most = 10_000;
const number = '{"type":"poke","seq":2}';
const whole = `{"type":"poke","seq":2,"steps":[[1,2,"rows",[["account","${id}",2,{}]]]]}`;
const gone = `{"type":"poke","seq":2,"steps":[[1,2,"rows",[["account","${id}",2]]]]}`;

describe('a round of pokes', () => {
  it.each([
    ['has left', seer('leaver', false)],
    ['is unknown', seer('somebody else')],
  ])('tells who %s the number alone, and all others the whole, whoever comes first', (_what, first) => {
    const seers = new Map([first, seer('ana'), seer('bo')]);
    expect(
      pokeRound(
        [step(1)],
        ['leaver', 'ana', 'bo'].map((one) => ear(one)),
        seers,
        most,
      ),
    ).toEqual([number, whole, whole]);
    expect(
      pokeRound(
        [step(1)],
        ['ana', 'leaver', 'bo'].map((one) => ear(one)),
        seers,
        most,
      ),
    ).toEqual([whole, number, whole]);
  });

  it('tells each what they may see where something is hidden', () => {
    const seers = new Map([seer('ana', true, [id]), seer('bo')]);
    expect(pokeRound([step(1, {}, id)], [ear('bo'), ear('ana'), ear('bo')], seers, most)).toEqual([
      gone,
      whole,
      gone,
    ]);
  });

  it('tells nobody of an earlier step what was shut off from them by a later one', () => {
    const seers = new Map([seer('ana', true, [id]), seer('bo')]);
    const steps = [step(1), step(2, {}, id)];
    const [toBo, toAna] = pokeRound(steps, [ear('bo'), ear('ana')], seers, most);
    const rows = (text: string | null | undefined) =>
      JSON.parse(text ?? '').steps.map((told: unknown[]) => told[3]);
    expect(rows(toBo)).toEqual([[['account', id, 2]], [['account', id, 3]]]);
    expect(rows(toAna)).toEqual([[['account', id, 2, {}]], [['account', id, 3, {}]]]);
    const changes = [['01a20846f000-0000', [['account', id, 1, { name: 'Quay' }]]]] as Step['changes'];
    const [told] = pokeRound([step(1, { changes }), step(2, {}, id)], [ear('bo')], seers, most);
    expect(rows(told)).toEqual([[], [['account', id, 3]]]);
  });

  it('tells the number alone where it is not kept what a later step did', () => {
    const seers = new Map([seer('bo')]);
    const told = pokeRound([step(1), step(2, { rows: null })], [ear('bo')], seers, most);
    expect(told).toEqual(['{"type":"poke","seq":3}']);
  });

  it('tells older devices the number, and nothing to the one that brought it', () => {
    const seers = new Map([seer('ana'), seer('bo')]);
    const ears = [ear('ana'), ear('bo', 1), ear('bo')];
    expect(pokeRound([step(1, { by: 'ana’s' })], ears, seers, most)).toEqual([null, number, whole]);
  });
});
