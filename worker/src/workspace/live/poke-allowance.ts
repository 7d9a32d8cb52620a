import { pokeLength } from '../../../../shared/protocol/live-3.ts';

/** Characters of all pokes together: so many at once, and then so many more in a second. */
const burst = 2_000_000;
const perSecond = 4_000_000;

/**
 * What telling may cost. Saying every change to everybody grows with changes times listeners, and would leave no time to take the
 * changes: beyond this, pokes say the number alone.
 */
export type PokeAllowance = {
  /** The texts of one round, where `make` is told how many characters of steps each may carry. `now` in milliseconds. */
  texts(now: number, make: (most: number) => (string | null)[]): (string | null)[];
};

export function pokeAllowance(): PokeAllowance {
  let left = burst;
  let at = Number.NEGATIVE_INFINITY;
  return {
    texts: (now, make) => {
      left = Math.min(burst, left + (Math.max(0, now - at) * perSecond) / 1000);
      at = now;
      // Nothing fits: to make what it would not say is most of the work.
      if (left <= 0) return make(0);
      const whole = make(pokeLength);
      // All or nothing: who is told a part has to pull the rest, and with it nearly as much as without.
      const texts = lengthOf(whole) > left ? make(0) : whole;
      left = Math.max(0, left - lengthOf(texts));
      return texts;
    },
  };
}

function lengthOf(texts: readonly (string | null)[]): number {
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
