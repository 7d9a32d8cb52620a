import { expect, it } from 'vitest';
import { pokeAllowance } from '../../../worker/src/workspace/live/poke-allowance.ts';

/** A round for so many listeners: a text of `length` characters each, or the number alone. */
const round = (listeners: number, length: number) => (most: number) =>
  Array.from({ length: listeners }, () => (most > 0 ? 'x'.repeat(length) : '#'));

const isWhole = (texts: (string | null)[]) => texts.every((text) => text !== '#');

it('tells everybody everything while that is little, and the number alone once it is too much', () => {
  const allowance = pokeAllowance();
  expect(isWhole(allowance.texts(0, round(200, 200)))).toBe(true);
  expect(isWhole(allowance.texts(0, round(200, 9_000)))).toBe(true);
  expect(allowance.texts(0, round(200, 9_000))).toEqual(Array.from({ length: 200 }, () => '#'));
});

it('tells everything again once there was a pause, and no more for a longer one', () => {
  const allowance = pokeAllowance();
  const big = round(200, 9_000);
  expect([0, 100, 600].map((now) => isWhole(allowance.texts(now, big)))).toEqual([true, false, true]);
  expect(isWhole(allowance.texts(3_600_000, big))).toBe(true);
  expect(isWhole(allowance.texts(3_600_000, big))).toBe(false);
});

it('keeps up with a hundred single changes a second for two hundred listeners', () => {
  const allowance = pokeAllowance();
  for (let now = 0; now < 60_000; now += 10) {
    expect(isWhole(allowance.texts(now, round(200, 190)))).toBe(true);
  }
});

it('counts nothing for those who are told nothing, and bears a clock that ran backwards', () => {
  const allowance = pokeAllowance();
  expect(allowance.texts(1_000, () => [null, null])).toEqual([null, null]);
  expect(isWhole(allowance.texts(500, round(200, 9_000)))).toBe(true);
  expect(isWhole(allowance.texts(0, round(200, 9_000)))).toBe(false);
});
