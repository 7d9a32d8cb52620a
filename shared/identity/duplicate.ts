import { accountRows, clusterRows, findPairs, peopleRows } from './duplicate-rows.ts';
import type { DuplicateOptions, DuplicatePair } from './duplicate-verdict.ts';
import type { AccountFacts, PersonFacts } from './known-facts.ts';
import { prepareAccount } from './prepared-account.ts';
import { preparePerson } from './prepared-person.ts';

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
