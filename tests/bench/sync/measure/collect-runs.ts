import type { BenchRun } from '../../harness/bench.ts';
import type { Pages } from '../machine/serve-pages.ts';
import type { Size } from '../plan.ts';
import type { Subject } from '../subjects/subject.ts';
import type { KeptRuns } from './kept-runs.ts';
import type { oneRun, Run } from './one-run.ts';

/** All runs of one subject at one size. `why`: what ended them early; those before it stand. */
export type Collected = { runs: Run[]; counted: Run | null; why: string | null };

export type Collecting = {
  once: typeof oneRun;
  pages: Pages;
  subjects: readonly Subject[];
  size: Size;
  /** Timed runs of each. */
  rounds: number;
  /** A first run of each, through the counting proxy and not timed. */
  counted: boolean;
  changes: number;
  patienceMs: number;
  /** Where an earlier, stopped benchmark is gone on with; null where nothing is kept. */
  kept: KeptRuns | null;
};

/**
 * Runs every subject in turn, round after round, each round in the other order than the one before, so that a machine that
 * becomes slower or faster treats all of them alike. What fails is not tried again.
 */
export async function collectRuns(
  { once, pages, subjects, size, rounds, counted, changes, patienceMs, kept }: Collecting,
  { log, signal }: Pick<BenchRun, 'log' | 'signal'>,
): Promise<Map<string, Collected>> {
  const before = await kept?.load(size);
  const all = new Map<string, Collected>(
    subjects.map(({ name }) => [name, before?.get(name) ?? { runs: [], counted: null, why: null }]),
  );
  for (let round = counted ? -1 : 0; round < rounds; round += 1) {
    for (const subject of round % 2 === 0 ? subjects : subjects.toReversed()) {
      const held = all.get(subject.name);
      if (held === undefined || held.why !== null) continue;
      if (round === -1 ? held.counted !== null : held.runs.length > round) continue;
      if (signal.aborted) return all;
      try {
        const first = round === -1;
        const options = { count: size, changes: first ? 0 : changes, counted: first, patienceMs };
        const run = await once(subject, pages, options, log);
        if (first) held.counted = run;
        else held.runs.push(run);
        log(`${size} ${subject.name}: push ${Math.round(run.pushMs)} ms, pull ${Math.round(run.pullMs)} ms`);
      } catch (error) {
        held.why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        log(`${size} ${subject.name}: ${held.why}`);
      }
      if (!signal.aborted) await kept?.save(size, all);
    }
  }
  return all;
}
