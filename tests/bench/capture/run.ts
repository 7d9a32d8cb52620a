import { scoreSets } from '../../lab/score-sets.ts';
import type { Bench, BenchRun } from '../harness/bench.ts';
import { measureSets } from './measure-sets.ts';

const sets = await scoreSets();
const setFigures = [...sets.values()].flatMap(({ plan }) =>
  plan.flatMap(({ name, aim }) => (aim === null ? [] : [{ name, unit: '', aim }])),
);

export const bench: Bench = { plan: [...setFigures], run };

async function run(run: BenchRun): Promise<void> {
  await measureSets(run, sets);
}
