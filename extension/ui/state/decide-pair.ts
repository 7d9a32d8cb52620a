import type { DuplicateSide, DuplicateView, MergeView } from '../../db/views.ts';
import type { InterfaceClient } from '../../rpc/interface-client.ts';
import { bothNames } from './duplicate-words.ts';
import { tellOutcome } from './said.ts';
import { say } from './say.ts';

/** Merges a pair, with the way back; the way back leaves the pair as if it had never been decided. */
export async function mergePair(
  calls: InterfaceClient,
  { kind, reasons }: DuplicateView,
  keep: DuplicateSide,
  other: DuplicateSide,
): Promise<boolean> {
  const [top, below] = bothNames(keep, other);
  const codes = [...new Set(reasons.map((reason) => reason.kind))].slice(0, 20);
  const result = await calls.decide({
    name: 'merge-records',
    kind,
    keep: keep.id,
    other: other.id,
    reasons: codes,
  });
  return tellOutcome(result, say('duplicate.merged', top, below), async () => {
    const back = await calls.decide({
      name: 'unmerge-records',
      one: keep.id,
      other: other.id,
      verdict: 'open',
    });
    tellOutcome(back, say('duplicate.undone'));
  });
}

/** This pair is never suggested again, to anybody; with the way back. */
export async function setPairApart(
  calls: InterfaceClient,
  { kind, keep, other }: DuplicateView,
): Promise<boolean> {
  const [one, two] = bothNames(keep, other);
  const pair = { one: keep.id, other: other.id };
  const result = await calls.decide({ name: 'not-same', kind, ...pair });
  return tellOutcome(result, say('duplicate.apart', one, two), async () => {
    tellOutcome(await calls.decide({ name: 'maybe-same', ...pair }), say('duplicate.undone'));
  });
}

/** Undoes a merge because the two are not the same; with the way back. */
export async function unmerge(calls: InterfaceClient, merge: MergeView): Promise<boolean> {
  const { kind, keep, other, reasons } = merge;
  const [top, below] = bothNames(keep, other);
  const result = await calls.decide({
    name: 'unmerge-records',
    one: keep.id,
    other: other.id,
    verdict: 'apart',
  });
  return tellOutcome(result, say('merge.undone', top, below), async () => {
    const back = await calls.decide({
      name: 'merge-records',
      kind,
      keep: keep.id,
      other: other.id,
      reasons,
    });
    tellOutcome(back, say('merge.redone', top, below));
  });
}
