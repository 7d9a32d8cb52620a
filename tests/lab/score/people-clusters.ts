import * as v from 'valibot';
import { f1, precision, recall } from './counts.ts';
import { pairsOfClusters } from './pairs-of-clusters.ts';
import type { SetScore } from './set-score.ts';

const name = 'clusters.people.f1';
const aim = '>= 0.9';

/** Rows with errors, sorted into people; wrong merges are so dear that below a precision of .99 nothing counts. */
export const score: SetScore = {
  file: 'people-clusters.jsonl',
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
    const sure = precision(counts);
    const value = sure >= 0.99 ? f1(counts) : 0;
    return [{ name, value, aim, precision: sure, recall: recall(counts), n: rows.length, known: '.670' }];
  },
};
