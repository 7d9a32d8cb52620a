import * as v from 'valibot';
import type { ScoreLine, SetScore } from './set-score.ts';

const person = v.object({ name: v.nullish(v.string()), address: v.nullish(v.string()) });
const rowSchema = v.object({
  expected: v.union([
    v.object({ List: v.array(person) }),
    v.object({ Group: v.array(v.object({ addresses: v.array(person) })) }),
  ]),
});
const answerSchema = v.object({
  addresses: v.array(v.object({ name: v.optional(v.string()), email: v.string() })),
});

const name = 'address-headers.exact';
const aim = '>= 0.95';

/**
 * Address headers whose whole list is as expected, names and addresses to the letter, groups flattened. Where the expected list has a
 * name without an address (a comment in an empty group), no mailbox is expected: RFC 5322, 3.4.
 */
export const score: SetScore = {
  file: 'address-headers.jsonl',
  plan: [{ name, aim }],
  async run(rows, ask) {
    const answers = await ask('address', rows as object[]);
    const exact = rows.filter((row, at) => {
      const given = v.safeParse(answerSchema, answers[at]);
      return given.success && said(given.output.addresses) === said(expectedOf(row));
    });
    const line: ScoreLine = {
      name,
      aim,
      value: rows.length === 0 ? 0 : exact.length / rows.length,
      n: rows.length,
      known: '45 of all 60 (postal-mime)',
    };
    return [line];
  },
};

type Mailbox = { name?: string | undefined; email: string };

function expectedOf(row: unknown): Mailbox[] {
  const { expected } = v.parse(rowSchema, row);
  const people = 'List' in expected ? expected.List : expected.Group.flatMap(({ addresses }) => addresses);
  return people.flatMap(({ name, address }) =>
    address ? [{ name: name ?? undefined, email: address }] : [],
  );
}

function said(mailboxes: readonly Mailbox[]): string {
  return JSON.stringify(mailboxes.map(({ name, email }) => [name ?? null, email]));
}
