import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { backoffMs } from '../../../extension/sync/sync-dependencies.ts';
import { systemRandomness } from '../../../shared/domain/ids.ts';
import { type Cursor, cursorSchema } from '../../../shared/protocol/pull.ts';
import { protocolVersion } from '../../../shared/protocol/version.ts';
import { send, textOf } from '../sync/machine/send-request.ts';

export type Follower = {
  /** A message of the live connection. */
  hear(text: string): void;
  /** What followed from this device's own push between two numbers it knows itself. */
  took(from: number, seq: number): void;
  /** The number up to which it holds the pool. */
  at(): number;
  stop(): void;
};

export type Followed = { pages: number; refused: number; characters: number };

const poke = v.object({
  type: v.literal('poke'),
  seq: v.number(),
  steps: v.optional(v.array(v.looseTuple([v.number(), v.number()]))),
});
const tail = v.object({ cursor: cursorSchema, more: v.boolean(), now: v.number() });

/**
 * What a device does beside pushing, as the shipped client does it: takes what a poke carries where it stands at its beginning, else
 * pulls page by page, one after the other; and comes back as late as it was told, and later each time. Only what it pulls goes nowhere.
 */
export function followPool(url: string, token: string, start: Cursor, followed: Followed): Follower {
  let { seq: at } = start;
  let known = at;
  let pulling = false;
  let stopped = false;
  let failures = 0;

  const pull = async () => {
    if (pulling) return;
    pulling = true;
    while (!stopped && at < known) {
      const path = `/v1/pull?proto=${protocolVersion}&epoch=${start.epoch}&view=${start.view}&since=${at}&limit=2000`;
      const answer = await send(`${url}${path}`, { method: 'GET', token }).catch(() => null);
      if (answer?.status === 200) {
        failures = 0;
        const text = textOf(answer.body);
        const { cursor } = v.parse(tail, JSON.parse(`{${text.slice(text.lastIndexOf('"cursor":'))}`));
        followed.pages += 1;
        followed.characters += text.length;
        at = cursor.seq;
        continue;
      }
      failures += 1;
      followed.refused += 1;
      await sleep((answer?.retryAfter ?? 0) * 1000 + backoffMs(failures, systemRandomness), undefined, {
        ref: false,
      });
    }
    pulling = false;
  };

  return {
    hear: (text) => {
      const said = v.safeParse(poke, text.startsWith('{') ? JSON.parse(text) : null);
      if (!said.success) return;
      const { seq, steps = [] } = said.output;
      for (const [from, to] of steps) if (from === at) at = to;
      known = Math.max(known, seq);
      if (at < known) void pull();
    },
    took: (from, seq) => {
      if (from === at) at = seq;
      known = Math.max(known, seq);
      if (at < known) void pull();
    },
    at: () => at,
    stop: () => {
      stopped = true;
    },
  };
}
