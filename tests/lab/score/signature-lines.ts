import * as v from 'valibot';
import { addCounts, f1, matchSets, noCounts, precision, recall } from './counts.ts';
import type { SetScore } from './set-score.ts';

const rowSchema = v.object({ text: v.string(), signatureLines: v.array(v.number()) });
const answerSchema = v.object({ lines: v.optional(v.array(v.number()), []) });
const plan = [{ name: 'signature.lines.forge.f1', aim: '>= 0.92' }] as const;

/** Lines of a signature, blank ones aside, over all mails together. */
export const score: SetScore = {
  file: 'signature-lines.jsonl',
  plan,
  async run(rows, ask) {
    const expected = rows.map((row) => v.parse(rowSchema, row));
    const answers = await ask('signature', rows as object[]);
    const counts = noCounts();
    for (const [at, { text, signatureLines }] of expected.entries()) {
      const lines = text.split('\n');
      const filled = (numbers: readonly number[]) =>
        [...new Set(numbers)].filter((number) => (lines[number] ?? '').trim() !== '');
      const given = v.parse(answerSchema, answers[at]).lines;
      addCounts(
        counts,
        matchSets(filled(given), filled(signatureLines), (a, b) => a === b),
      );
    }
    return [
      {
        ...plan[0],
        value: f1(counts),
        precision: precision(counts),
        recall: recall(counts),
        n: counts.right + counts.missed,
        known: '.858 (talon, retrained)',
      },
    ];
  },
};
