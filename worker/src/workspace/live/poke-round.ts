import type { DeviceId } from '../../../../shared/domain/ids.ts';
import type { Seer } from '../rules/visible.ts';
import { byNewestRule } from './by-newest-rule.ts';
import { isSameForAll, pokeText } from './poke-text.ts';
import type { Step } from './step.ts';

/** An open connection, or one that is being closed: it is still among them until its device has answered. */
export type Ear = { device: DeviceId; member: string; proto: 1 | 3 };

/**
 * What each ear is told of these steps, the oldest first; null where that is nothing. Most are told the same: their text is made
 * once. `seers`: what their members may see now. `most`: how many characters of the steps each text may carry.
 */
export function pokeRound(
  due: readonly Step[],
  ears: readonly Ear[],
  seers: ReadonlyMap<string, Seer>,
  most: number,
): (string | null)[] {
  const steps = byNewestRule(due);
  const brought = new Set(steps.map(({ by }) => by));
  const same = isSameForAll(steps);
  const texts = new Map<string, string | null>();
  return ears.map(({ device, member, proto }) => {
    const seer = seers.get(member) ?? null;
    // Who has just been shut out is told less than all others: a text that was made for them must never go to anybody else.
    const whose = brought.has(device) ? device : same && seer?.isActive === true ? '' : member;
    const key = `${whose} ${proto}`;
    const known = texts.get(key);
    if (known !== undefined) return known;
    const text = pokeText(steps, { device, proto, seer }, most);
    texts.set(key, text);
    return text;
  });
}
