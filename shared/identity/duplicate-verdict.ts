import type { FreemailPolicy } from './freemail.ts';

/** Stable codes, so that the interface has a sentence for each. */
export type DuplicateReasonKind =
  | 'same-email'
  | 'similar-email'
  | 'same-phone'
  | 'same-name'
  | 'similar-name'
  | 'same-domain'
  | 'name-matches-domain'
  | 'same-birth-date'
  | 'similar-birth-date'
  | 'same-city'
  | 'same-address'
  | 'similar-address'
  | 'same-zip'
  | 'related-organisation';

/** `one` and `other` are the two values that were compared: to be shown to members, never logged. */
export type DuplicateReason = { kind: DuplicateReasonKind; one: string; other: string };

/**
 * `score` is 0…1, from 0.5 on worth a suggestion. `automatic`: the same e-mail address, the only thing that merges by itself.
 * `reasons`: what speaks for it, the strongest first.
 */
export type Verdict = { score: number; automatic: boolean; reasons: readonly DuplicateReason[] };

/** Positions in the rows, `one` before `other`. */
export type DuplicatePair = { one: number; other: number; verdict: Verdict };

export type DuplicateOptions = {
  /** The workspace's own view of what is a freemail provider. */
  freemail?: FreemailPolicy;
};
