import type { FoundFailure } from './messages.ts';
import type { MutantResult } from './mutants/run-mutants.ts';

/** A failure as a person reads it: what broke, how to see it again, and the little that is left of its plan. */
export function toldFailure(
  { seed, check, detail, plan }: FoundFailure,
  tier: string,
  mutant: string,
): string {
  const { devices, faults, skews, live, steps } = plan;
  const planted = mutant === '' ? '' : ` --mutant ${mutant}`;
  return [
    `seed ${seed}: ${detail.slice(0, 2_000)}`,
    `  again: npm run sim -- --runs 1 --seed ${seed} --tier ${tier}${planted}`,
    `  shrunk (${check}): devices ${devices}, faults ${JSON.stringify(faults)}, clocks ${skews}, live ${live.map(Number)}`,
    ...steps
      .toSorted((a, b) => a.at - b.at)
      .map(
        ({ at, kind, device }) => `    ${String(Math.round(at)).padStart(6)} ms  device ${device}  ${kind}`,
      ),
    '',
  ].join('\n');
}

/** The table of planted faults. */
export function toldMutants(results: readonly MutantResult[], runs: number, seed: number): string {
  const wide = Math.max(...results.map(({ name }) => name.length));
  const line = (result: MutantResult) => {
    const { name, foundAt, check, broken } = result;
    const said =
      broken ??
      (foundAt === null ? `not within ${runs} runs` : `run ${String(foundAt).padStart(5)}  ${check}`);
    return `${name.padEnd(wide)}  ${said}`;
  };
  const found = results.filter(({ foundAt, broken }) => foundAt !== null && broken === null).length;
  return [...results.map(line), `${found} of ${results.length} planted faults found, from seed ${seed}`].join(
    '\n',
  );
}
