import { accountKeys, personKeys } from './blocking-keys.ts';
import { candidatePairs, canonicalOrder } from './candidate-pairs.ts';
import type { ClusterLimits, Link } from './cluster-pairs.ts';
import { clusterPairs } from './cluster-pairs.ts';
import { bitsOnAccounts, countAccounts, verdictOnAccounts } from './compare-accounts.ts';
import { bitsOnPeople, countPeople, verdictOnPeople } from './compare-people.ts';
import type { DuplicatePair, Verdict } from './duplicate-verdict.ts';
import type { PreparedAccount } from './prepared-account.ts';
import type { PreparedPerson } from './prepared-person.ts';

/** What finding and clustering need to know of a kind of record. */
export type RowKind<T> = {
  keys(row: T): readonly string[];
  /** All that a row says, as one text. */
  content(row: T): string;
  /** Made from all rows: how two of them compare. */
  judge(rows: readonly T[]): { bits(a: T, b: T): number; verdict(a: T, b: T): Verdict };
  limits: ClusterLimits;
};

export const peopleRows: RowKind<PreparedPerson> = {
  keys: personKeys,
  content: ({ names, emails, phones, domains, dob, city, zip, address }) =>
    said([...names, ...emails, ...phones, ...domains, city, zip, address, { given: dob ?? '' }]),
  judge(rows) {
    const counts = countPeople(rows);
    return {
      bits: (a, b) => bitsOnPeople(a, b, counts).bits,
      verdict: (a, b) => verdictOnPeople(a, b, counts),
    };
  },
  limits: { link: 1, mean: -1 },
};

export const accountRows: RowKind<PreparedAccount> = {
  keys: accountKeys,
  content: ({ names, emails, phones, domains, city, zip, address }) =>
    said([...names, ...emails, ...phones, ...domains, city, zip, address]),
  judge(rows) {
    const counts = countAccounts(rows);
    return {
      bits: (a, b) => bitsOnAccounts(a, b, counts).bits,
      verdict: (a, b) => verdictOnAccounts(a, b, counts),
    };
  },
  limits: { link: 0, mean: -1.5 },
};

function said(facts: readonly ({ given: string } | null)[]): string {
  return facts.map((fact) => fact?.given ?? '').join('\n');
}

/** Every pair from a score of 0.5 on, the surest first. */
export function findPairs<T>(kind: RowKind<T>, rows: readonly T[]): DuplicatePair[] {
  const order = canonicalOrder(rows.map(kind.content));
  const sorted = order.map((i) => rows[i] as T);
  const { verdict } = kind.judge(sorted);
  const pairs: DuplicatePair[] = [];
  for (const { one, other } of candidatePairs(sorted.map(kind.keys))) {
    const found = verdict(sorted[one] as T, sorted[other] as T);
    if (found.score < 0.5) continue;
    const [a, b] = [order[one] as number, order[other] as number];
    pairs.push({ one: Math.min(a, b), other: Math.max(a, b), verdict: a < b ? found : turned(found) });
  }
  return pairs.sort((x, y) => y.verdict.score - x.verdict.score || x.one - y.one || x.other - y.other);
}

/** The cluster of each row, numbered by the first row of it. */
export function clusterRows<T>(kind: RowKind<T>, rows: readonly T[]): number[] {
  const order = canonicalOrder(rows.map(kind.content));
  const sorted = order.map((i) => rows[i] as T);
  const { bits } = kind.judge(sorted);
  const between = (one: number, other: number) =>
    one < other ? bits(sorted[one] as T, sorted[other] as T) : bits(sorted[other] as T, sorted[one] as T);
  const links: Link[] = [];
  for (const { one, other } of candidatePairs(sorted.map(kind.keys))) {
    const found = between(one, other);
    if (found >= kind.limits.link) links.push({ one, other, bits: found });
  }
  links.sort((x, y) => y.bits - x.bits || x.one - y.one || x.other - y.other);
  const clusters = clusterPairs(sorted.length, links, between, kind.limits);
  return renumbered(clusters, order);
}

function renumbered(clusters: readonly number[], order: readonly number[]): number[] {
  const first = new Map<number, number>();
  for (const [at, cluster] of clusters.entries()) {
    const row = order[at] as number;
    first.set(cluster, Math.min(first.get(cluster) ?? row, row));
  }
  const result: number[] = [];
  for (const [at, cluster] of clusters.entries()) result[order[at] as number] = first.get(cluster) as number;
  return result;
}

function turned(verdict: Verdict): Verdict {
  return {
    ...verdict,
    reasons: verdict.reasons.map(({ kind, one, other }) => ({ kind, one: other, other: one })),
  };
}
