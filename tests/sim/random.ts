import type { Randomness } from '../../shared/domain/ids.ts';

/** Numbers that repeat with their seed. */
export type Dice = {
  /** 0 ≤ x < 1. */
  next(): number;
  /** 0 ≤ x < below, whole. */
  int(below: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Dice of their own: what is drawn from them moves nothing here. */
  fork(): Dice;
};

/** The same dice, which know no more than the first few of what they pick from. */
export function narrowed(from: Dice, most: number): Dice {
  return { ...from, pick: (list) => from.pick(list.slice(0, most)) };
}

/** Two 32-bit lanes of xorshift with a Weyl sequence: small, fast, and far longer than a run. */
export function dice(seed: number): Dice {
  let a = mix(seed) | 1;
  let b = mix(seed ^ 0x9e3779b9);
  let weyl = mix(seed + 0x7f4a7c15);
  const raw = () => {
    a ^= a << 13;
    a ^= a >>> 17;
    a ^= a << 5;
    b = Math.imul(b ^ (b >>> 15), 0x2c1b3c6d);
    b ^= b >>> 12;
    weyl = (weyl + 0x9e3779b9) | 0;
    return (a + b + Math.imul(weyl ^ (weyl >>> 16), 0x85ebca6b)) >>> 0;
  };
  const next = () => raw() / 0x1_0000_0000;
  const int = (below: number) => Math.floor(next() * below);
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (from) => from[int(from.length)] as (typeof from)[number],
    fork: () => dice(raw()),
  };
}

/** Random bytes as the engine asks for them. */
export function bytesFrom(from: Dice): Randomness {
  return (bytes) => {
    const out = new Uint8Array(bytes);
    for (let i = 0; i < bytes; i += 1) out[i] = from.int(256);
    return out;
  };
}

/** A number that is as good as another, from two. */
export function seedOf(seed: number, lane: number): number {
  return mix(mix(seed) ^ Math.imul(lane + 1, 0x9e3779b1));
}

function mix(seed: number): number {
  let hash = seed | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
