import { runTasks } from '../run-tasks.ts';
import { mutants } from './mutants.ts';

/** A planted fault has to be found within so many runs. */
export const runsForEach = 10_000;

export type MutantResult = { name: string; foundAt: number | null; check: string; broken: string | null };

/** Plants one fault after the other and runs until it is found. `only`: names that are wanted, all where it is empty. */
export async function runMutants(options: {
  seed: number;
  workers: number;
  runs: number;
  only: readonly string[];
  signal: AbortSignal;
  found: (result: MutantResult) => void;
}): Promise<MutantResult[]> {
  const { seed, workers, runs, only, signal, found } = options;
  const due = mutants.filter(({ name }) => only.length === 0 || only.includes(name));
  const results: MutantResult[] = [];
  const one = async () => {
    for (let mutant = due.shift(); mutant !== undefined && !signal.aborted; mutant = due.shift()) {
      const { name } = mutant;
      const { failures, broken } = await runTasks({
        tier: 'engine',
        seed,
        runs,
        workers: 1,
        mutant: name,
        stopAtFailure: true,
        signal,
      });
      const [first] = failures;
      const result = {
        name,
        foundAt: first === undefined ? null : first.seed - seed + 1,
        check: first?.check ?? '',
        broken,
      };
      results.push(result);
      found(result);
    }
  };
  await Promise.all(Array.from({ length: workers }, one));
  return results;
}
