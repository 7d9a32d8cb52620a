import * as v from 'valibot';
import { f1, precision, recall } from './counts.ts';
import { pairsOfClusters } from './pairs-of-clusters.ts';
import type { SetScore } from './set-score.ts';

const name = 'clusters.organisations.f1';
const aim = '>= 0.9';

/** Rows with errors, sorted into organisations. */
export const score: SetScore = {
  file: 'organisation-clusters.jsonl',
  plan: [{ name, aim }],
  async run(rows, ask) {
    const labelled = rows.map((row) => v.parse(v.looseObject({ cluster: v.string() }), row));
    const answers = await ask(
      'cluster',
      labelled.map(({ cluster: _, ...row }) => row),
    );
    const counts = pairsOfClusters(
      answers.map(({ cluster }, i) => cluster ?? `row ${i}`),
      labelled.map(({ cluster }) => cluster),
    );
    const figures = { value: f1(counts), precision: precision(counts), recall: recall(counts) };
    return [{ name, aim, ...figures, n: rows.length, known: '.802 by phone' }];
  },
};
