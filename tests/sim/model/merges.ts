import { type Pair, pairId } from '../../../shared/domain/pair.ts';
import type { Command, Outcome } from '../../../shared/protocol/operation.ts';
import { type Actor, addressesOf, type Company, type Merges } from './company-state.ts';
import { emptyContent } from './rules.ts';
import { seesAccount } from './visibility.ts';

export function emptyMerges(): Merges {
  return [];
}

const rejected = (reason: 'no-such-record' | 'bad-value'): Outcome => ({ kind: 'rejected', reason });
const applied: Outcome = { kind: 'applied' };
const stale: Outcome = { kind: 'stale' };

/** The records read as one with this one: the one on top first, then as they came under it. */
export function groupOf(merges: Merges, id: string): string[] {
  let groups: string[][] = [];
  for (const { keep, other } of merges.toSorted((a, b) => a.number - b.number)) {
    const above = groups.find((one) => one.includes(keep)) ?? [keep];
    const below = groups.find((one) => one.includes(other)) ?? [other];
    if (above === below) continue;
    groups = [...groups.filter((one) => one !== above && one !== below), [...above, ...below]];
  }
  return groups.find((one) => one.includes(id)) ?? [id];
}

function pairOf(company: Company, a: string, b: string): Pair | null {
  return (company.records.get(pairId(a, b))?.fact as Pair | undefined) ?? null;
}

function putPair(company: Company, pair: Pair): void {
  const id = pairId(pair.keep, pair.other);
  company.records.set(id, { ...emptyContent(), id, kind: 'pair', gone: false, fact: pair });
}

function isHeld(company: Company, kind: string, id: string): boolean {
  const held = company.records.get(id);
  return held?.kind === kind && !held.gone;
}

type MergeCommand = Extract<
  Command,
  { name: 'merge-records' | 'unmerge-records' | 'not-same' | 'maybe-same' }
>;

export function decideMerge(company: Company, actor: Actor, command: MergeCommand): Outcome {
  const both = [command.name === 'merge-records' ? command.keep : command.one, command.other];
  if (!both.every((id) => seesAccount(company, actor.member, id))) return rejected('no-such-record');
  if (command.name === 'merge-records') return merge(company, actor, command, false);
  const { one, other } = command;
  const before = command.name === 'not-same' && one === other ? null : pairOf(company, one, other);
  const by = { by: actor.member, at: actor.now, automatic: false };
  switch (command.name) {
    case 'unmerge-records':
      if (before === null) return rejected('no-such-record');
      if (before.verdict !== 'same') return stale;
      company.merges = company.merges.filter((link) => link.pair !== pairId(one, other));
      putPair(company, { ...before, ...by, verdict: command.verdict });
      return applied;
    case 'not-same': {
      if (one === other) return rejected('bad-value');
      if (!isHeld(company, command.kind, one) || !isHeld(company, command.kind, other))
        return rejected('no-such-record');
      if (before?.verdict === 'apart' || groupOf(company.merges, one).includes(other)) return stale;
      const fresh = { of: command.kind, keep: one, other, reasons: [], number: 0 };
      putPair(company, { ...(before ?? fresh), ...by, verdict: 'apart' });
      return applied;
    }
    case 'maybe-same':
      if (before === null) return rejected('no-such-record');
      if (before.verdict !== 'apart') return stale;
      putPair(company, { ...before, ...by, verdict: 'open' });
      return applied;
  }
}

type Merging = { kind: 'account' | 'person'; keep: string; other: string; reasons: string[] };

function merge(
  company: Company,
  actor: Actor,
  { kind, keep, other, reasons }: Merging,
  automatic: boolean,
): Outcome {
  if (keep === other) return rejected('bad-value');
  if (!isHeld(company, kind, keep) || !isHeld(company, kind, other)) return rejected('no-such-record');
  if (groupOf(company.merges, keep).includes(other)) return stale;
  const number = Math.max(0, ...company.merges.map((link) => link.number)) + 1;
  company.merges = [...company.merges, { pair: pairId(keep, other), keep, other, number }];
  const verdict = 'same' as const;
  putPair(company, {
    of: kind,
    keep,
    other,
    verdict,
    reasons,
    automatic,
    by: actor.member,
    at: actor.now,
    number,
  });
  return applied;
}

/** Two people with one address are one, unless anybody ever decided about them. `before`: who was written, with the addresses of then. */
export function mergeByAddress(
  company: Company,
  actor: Actor,
  before: ReadonlyMap<string, readonly string[]>,
): void {
  for (const [id, had] of before) {
    for (const email of addressesOf(company.records.get(id)).filter((one) => !had.includes(one))) {
      const holders = [...company.records.values()].filter(
        (one) => one.kind === 'person' && !one.gone && one.id !== id && addressesOf(one).includes(email),
      );
      for (const holder of holders.sort((a, b) => (a.id < b.id ? -1 : 1)))
        mergeTwo(company, actor, id, holder.id);
    }
  }
}

function mergeTwo(company: Company, actor: Actor, a: string, b: string): void {
  const ours = groupOf(company.merges, a);
  const theirs = groupOf(company.merges, b);
  if (ours.includes(b)) return;
  if (ours.some((one) => theirs.some((other) => pairOf(company, one, other) !== null))) return;
  const first = (id: string) => oldestStamp(company, id);
  const [keep, other] = [a, b].sort((x, y) =>
    first(x) === first(y) ? (x < y ? -1 : 1) : first(x) < first(y) ? -1 : 1,
  ) as [string, string];
  merge(company, actor, { kind: 'person', keep, other, reasons: ['same-email'] }, true);
}

function oldestStamp(company: Company, id: string): string {
  const held = company.records.get(id);
  const stamps = [
    ...Object.values(held?.fields ?? {}).map(({ stamp }) => stamp),
    ...Object.values(held?.sets ?? {}).flatMap((set) => Object.values(set).flat()),
  ];
  return stamps.sort()[0] ?? '';
}
