import { compareAccounts } from './compare-accounts.ts';
import { comparePeople } from './compare-people.ts';
import type { FreemailPolicy } from './freemail.ts';

/** What is known of a person, from one record or one page. Absent, empty and blank mean: not known. */
export type PersonFacts = {
  /** Full names, in any order and script; where given name and surname are known apart, these too. */
  names?: readonly string[];
  given?: string;
  surname?: string;
  emails?: readonly string[];
  /** E.164 where known, else as written. */
  phones?: readonly string[];
  /** Domains of employers. */
  domains?: readonly string[];
  city?: string;
  /** ISO 8601 day of birth. */
  dob?: string;
  address?: string;
  zip?: string;
};

/** What is known of an organisation. */
export type AccountFacts = {
  names?: readonly string[];
  emails?: readonly string[];
  phones?: readonly string[];
  domains?: readonly string[];
  city?: string;
  address?: string;
  zip?: string;
};

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

/** Pairs of rows that may be one person, the surest first. Near-linear in the number of rows. */
export function findDuplicatePeople(
  rows: readonly PersonFacts[],
  options: DuplicateOptions = {},
): DuplicatePair[] {
  return everyPair(rows, (a, b) => comparePeople(a, b, options));
}

/** Pairs of rows that may be one organisation, the surest first. Near-linear in the number of rows. */
export function findDuplicateAccounts(
  rows: readonly AccountFacts[],
  options: DuplicateOptions = {},
): DuplicatePair[] {
  return everyPair(rows, (a, b) => compareAccounts(a, b, options));
}

function everyPair<T>(rows: readonly T[], compare: (a: T, b: T) => Verdict): DuplicatePair[] {
  const pairs: DuplicatePair[] = [];
  for (const [one, a] of rows.entries()) {
    for (let other = one + 1; other < rows.length; other += 1) {
      const verdict = compare(a, rows[other] as T);
      if (verdict.score >= 0.5) pairs.push({ one, other, verdict });
    }
  }
  return pairs.sort((x, y) => y.verdict.score - x.verdict.score || x.one - y.one || x.other - y.other);
}
