import type { Touch } from '../domain/touch.ts';
import { weakWindowMs } from './match-keys.ts';

export type ContactKeys = Pick<Touch, 'strong' | 'weak' | 'at'>;

/**
 * True where two touches are one contact seen twice: the same Message-ID, or the same envelope within two minutes where the
 * Message-IDs do not say otherwise.
 */
export function isSameContact(one: ContactKeys, other: ContactKeys): boolean {
  if (one.strong !== null && other.strong !== null) return one.strong === other.strong;
  return one.weak !== null && one.weak === other.weak && Math.abs(one.at - other.at) <= weakWindowMs;
}
