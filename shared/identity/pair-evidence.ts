import type { DuplicateReason, DuplicateReasonKind } from './duplicate-verdict.ts';

/**
 * What one comparison says, in bits: the base-2 logarithm of how much likelier it is between records of one subject than
 * between two records at random (the match weight of I. Fellegi and A. Sunter, "A Theory for Record Linkage", 1969).
 * Null where a side is not known, which says nothing.
 */
export type Evidence = { bits: number; reason: DuplicateReason | null } | null;

export function evidence(bits: number, kind: DuplicateReasonKind, one: string, other: string): Evidence {
  return { bits, reason: { kind, one, other } };
}

/** Speaks against, and so gives no reason. */
export function against(bits: number): Evidence {
  return { bits: -bits, reason: null };
}

/** The strongest of several comparisons of one field; null where nothing could be compared. */
export function strongest(all: readonly Evidence[]): Evidence {
  let most: Evidence = null;
  for (const one of all) if (one !== null && (most === null || one.bits > most.bits)) most = one;
  return most;
}

/** Bits → probability. */
export function probability(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}
