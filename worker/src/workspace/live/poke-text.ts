import type { DeviceId } from '../../../../shared/domain/ids.ts';
import type { CompactChange } from '../../../../shared/protocol/compact-operation.ts';
import type { LiveDown } from '../../../../shared/protocol/live.ts';
import { pokeLength } from '../../../../shared/protocol/live-3.ts';
import { mayBeKnown, packedRowText } from '../rules/packed-row-text.ts';
import { hearsOf, type Seer, sees } from '../rules/visible.ts';
import type { MovedRow } from '../tables/pool.ts';
import type { Step } from './step.ts';

/** Who listens: a device, what its member may see. Where that is unknown, or nothing any more, it is told no more than a number. */
export type Listener = { device: DeviceId; proto: 1 | 3; seer: Seer | null };

/**
 * The message that tells a listener of these steps, the oldest first; null where it brought all of them itself. `most`: how many
 * characters of them it may carry.
 */
export function pokeText(
  steps: readonly Step[],
  { device, proto, seer }: Listener,
  most: number = pokeLength,
): string | null {
  const due = steps.filter(({ by }) => by !== device);
  const seq = due.at(-1)?.seq;
  if (seq === undefined) return null;
  const number = JSON.stringify({ type: 'poke', seq } satisfies LiveDown);
  if (proto < 3 || seer?.isActive !== true || due.some(({ restarted }) => restarted.has(seer.member)))
    return number;
  const texts: string[] = [];
  let length = 0;
  for (const step of due) {
    const text = stepText(step, seer);
    length += text?.length ?? 0;
    // A step that is missing breaks the chain, and what follows it could not be taken.
    if (text === null || length > most) break;
    texts.push(text);
  }
  return texts.length === 0 ? number : `{"type":"poke","seq":${seq},"steps":[${texts.join(',')}]}`;
}

function stepText({ from, seq, changes, rows }: Step, seer: Seer): string | null {
  if (rows === null) return null;
  if (changes === null) {
    const texts = rows
      .filter(({ kind, hidden }) => mayBeKnown(kind, 3) && hearsOf(seer, hidden))
      .map((row) => packedRowText(row, sees(seer, row.hidden)));
    return `[${from},${seq},"rows",[${texts.join(',')}]]`;
  }
  const hidden = hiddenRows(rows, seer);
  const seen =
    hidden.size === 0
      ? changes
      : changes
          .map(([stamp, list]) => [stamp, list.filter(([, id]: CompactChange) => !hidden.has(id))] as const)
          .filter(([, list]) => list.length > 0);
  return `[${from},${seq},"changes",${JSON.stringify(seen)}]`;
}

function hiddenRows(rows: readonly MovedRow[], seer: Seer): Set<string> {
  return new Set(rows.filter(({ hidden }) => !sees(seer, hidden)).map(({ id }) => id));
}

/** Whether all active members who did not bring any of these steps are told the same of them. */
export function isSameForAll(steps: readonly Step[]): boolean {
  return steps.every(
    ({ rows, restarted }) =>
      restarted.size === 0 && (rows === null || rows.every(({ hidden }) => hidden === null)),
  );
}
