import * as v from 'valibot';
import { addCounts, type Counts, f1, noCounts, precision, recall } from './counts.ts';
import type { ScoreLine, SetScore } from './set-score.ts';

const rowSchema = v.object({
  id: v.string(),
  kind: v.picklist(['person', 'account']),
  a: v.string(),
  b: v.string(),
  same: v.boolean(),
});
const answerSchema = v.object({ score: v.number() });

const plan = [
  { name: 'names.f1', aim: '>= 0.85', known: '.790' },
  { name: 'names.companies.f1', aim: '>= 0.91', known: '.879' },
  { name: 'names.people.f1', aim: null, known: '' },
];

/** Pairs of names, told the same or not at the product's one threshold of 0.5. */
export const score: SetScore = {
  file: 'name-pairs.jsonl',
  plan: plan.map(({ name, aim }) => ({ name, aim })),
  async run(rows, ask) {
    const pairs = rows.map((row) => v.parse(rowSchema, row));
    const answers = await ask(
      'same',
      pairs.map(({ id, kind, a, b }) => ({ id, kind, a, b })),
    );
    const counts = { all: noCounts(), account: noCounts(), person: noCounts() };
    const sizes = { all: pairs.length, account: 0, person: 0 };
    for (const [i, { kind, same }] of pairs.entries()) {
      const answer = v.safeParse(answerSchema, answers[i]);
      const given = answer.success && answer.output.score >= 0.5;
      const count = {
        right: given && same ? 1 : 0,
        wrong: given && !same ? 1 : 0,
        missed: !given && same ? 1 : 0,
      };
      addCounts(counts.all, count);
      addCounts(counts[kind], count);
      sizes[kind] += 1;
    }
    const groups = ['all', 'account', 'person'] as const;
    return plan.map((line, i) => lineOf(line, counts[groups[i] ?? 'all'], sizes[groups[i] ?? 'all']));
  },
};

function lineOf(
  { name, aim, known }: { name: string; aim: string | null; known: string },
  counts: Counts,
  n: number,
): ScoreLine {
  const line = { name, value: f1(counts), aim, precision: precision(counts), recall: recall(counts), n };
  return known === '' ? line : { ...line, known };
}
