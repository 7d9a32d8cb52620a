import * as v from 'valibot';
import {
  addCounts,
  type Counts,
  f1,
  foldFact,
  lastNine,
  matchSets,
  noCounts,
  precision,
  recall,
} from './counts.ts';
import type { ScoreLine, SetScore } from './set-score.ts';

const texts = v.optional(v.array(v.string()), []);
const rowSchema = v.object({
  id: v.string(),
  expected: v.object({ ORG: texts, PER: texts, FUNC: texts, TEL: texts, EMAIL: texts }),
});
type Row = v.InferOutput<typeof rowSchema>;
const seen = { name: v.optional(v.string()), emails: texts, phones: texts };
const answerSchema = v.object({
  people: v.optional(v.array(v.object({ ...seen, title: v.optional(v.string()) })), []),
  companies: v.optional(v.array(v.object(seen)), []),
});
type Answer = v.InferOutput<typeof answerSchema>;

const plan = [
  { name: 'pages.contact.phones.us.f1', aim: '>= 0.92' },
  { name: 'pages.contact.phones.f1', aim: null },
  { name: 'pages.contact.organisation.precision', aim: '>= 0.92' },
  { name: 'pages.contact.organisation.recall', aim: '>= 0.88' },
  { name: 'pages.contact.people.f1', aim: '>= 0.65' },
  { name: 'pages.contact.titles.f1', aim: null },
  { name: 'pages.contact.emails.f1', aim: null },
] as const;

const known: Partial<Record<(typeof plan)[number]['name'], string>> = {
  'pages.contact.phones.us.f1': '.821 (a plain pattern)',
  'pages.contact.organisation.recall': '.86 (is in the title or og data)',
  'pages.contact.people.f1': '.219 (a plain title-word rule)',
};

/** People, the page's organisation and contact facts on contact pages, each page's facts as sets, all pages together. */
export const score: SetScore = {
  file: 'contact-pages.jsonl',
  plan,
  slow: 'browser',
  async run(rows, ask) {
    const expected = rows.map((row) => v.parse(rowSchema, row));
    const answers = await ask('page', rows as object[]);
    return figures(expected.map((row, at) => ({ row, answer: v.parse(answerSchema, answers[at]) })));
  },
};

type Page = { row: Row; answer: Answer };

/** The figures of pages that have been read. */
function figures(pages: readonly Page[]): ScoreLine[] {
  const us = pages.filter(({ row }) => row.id.startsWith('us_'));
  const reliable = pages.filter(({ row }) => !row.id.startsWith('business_'));
  const organisations = counted(pages, ({ row, answer }) => {
    const first = answer.companies.find(({ name }) => name !== undefined)?.name;
    const right = first !== undefined && row.expected.ORG.some((other) => sameName(first, other)) ? 1 : 0;
    return {
      right,
      wrong: first === undefined ? 0 : 1 - right,
      missed: row.expected.ORG.length > 0 ? 1 - right : 0,
    };
  });
  const line = (at: number, counts: Counts, value = f1(counts)): ScoreLine => {
    const { name, aim } = plan[at] as (typeof plan)[number];
    const beside = known[name];
    return {
      name,
      aim,
      value,
      precision: precision(counts),
      recall: recall(counts),
      n: counts.right + counts.missed,
      ...(beside !== undefined && { known: beside }),
    };
  };
  return [
    line(0, counted(us, phones)),
    line(1, counted(pages, phones)),
    line(2, organisations, precision(organisations)),
    line(3, organisations, recall(organisations)),
    line(4, counted(pages, people)),
    line(5, counted(pages, titles)),
    line(6, counted(reliable, emails)),
  ];
}

function counted(pages: readonly Page[], countsOf: (page: Page) => Counts): Counts {
  const counts = noCounts();
  for (const page of pages) addCounts(counts, countsOf(page));
  return counts;
}

const everybody = ({ people, companies }: Answer) => [...people, ...companies];

function phones({ row, answer }: Page): Counts {
  return sets(
    everybody(answer).flatMap((one) => one.phones),
    row.expected.TEL,
    lastNine,
  );
}

function emails({ row, answer }: Page): Counts {
  return sets(
    everybody(answer).flatMap((one) => one.emails),
    row.expected.EMAIL,
    (email) => email.toLowerCase(),
  );
}

function people({ row, answer }: Page): Counts {
  const names = answer.people.flatMap(({ name }) => (name === undefined ? [] : [name]));
  return matchSets(distinct(names, foldFact), distinct(row.expected.PER, foldFact), sameName);
}

function titles({ row, answer }: Page): Counts {
  const given = answer.people.flatMap(({ title }) => (title === undefined ? [] : [title]));
  return matchSets(distinct(given, foldFact), distinct(row.expected.FUNC, foldFact), sameName);
}

function sets(given: readonly string[], expected: readonly string[], key: (text: string) => string): Counts {
  return matchSets(distinct(given, key), distinct(expected, key), (a, b) => a === b);
}

function distinct(values: readonly string[], key: (text: string) => string): string[] {
  return [...new Set(values.map(key))].filter((value) => value !== '');
}

/** One folded name contains the other, which is longer than three characters. */
function sameName(one: string, other: string): boolean {
  const [a, b] = [foldFact(one), foldFact(other)];
  if (a === b) return a !== '';
  return (b.length > 3 && a.includes(b)) || (a.length > 3 && b.includes(a));
}
