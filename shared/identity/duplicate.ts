import { accountRows, clusterRows, findPairs, peopleRows } from './duplicate-rows.ts';
import type { FreemailPolicy } from './freemail.ts';
import { prepareAccount } from './prepared-account.ts';
import { preparePerson } from './prepared-person.ts';

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
  return findPairs(
    peopleRows,
    rows.map((row) => preparePerson(row, options.freemail)),
  );
}

/** Pairs of rows that may be one organisation, the surest first. Near-linear in the number of rows. */
export function findDuplicateAccounts(
  rows: readonly AccountFacts[],
  options: DuplicateOptions = {},
): DuplicatePair[] {
  return findPairs(
    accountRows,
    rows.map((row) => prepareAccount(row, options.freemail)),
  );
}

/** The cluster of each row, numbered by the first row in it: rows of one person, as far as can be said with great precision. */
export function clusterPeople(rows: readonly PersonFacts[], options: DuplicateOptions = {}): number[] {
  return clusterRows(
    peopleRows,
    rows.map((row) => preparePerson(row, options.freemail)),
  );
}

/** The cluster of each row, numbered by the first row in it: rows of one organisation at one place. */
export function clusterAccounts(rows: readonly AccountFacts[], options: DuplicateOptions = {}): number[] {
  return clusterRows(
    accountRows,
    rows.map((row) => prepareAccount(row, options.freemail)),
  );
}
