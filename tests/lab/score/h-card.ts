import * as v from 'valibot';
import { addCounts, matchSets, noCounts, precision, recall } from './counts.ts';
import { addFact, givenFacts, type Property, pageFacts } from './page-facts.ts';
import type { SetScore } from './set-score.ts';

type Item = { type: string[]; properties: Record<string, unknown[]>; children?: Item[] | undefined };

const item: v.GenericSchema<unknown, Item> = v.object({
  type: v.array(v.string()),
  properties: v.record(v.string(), v.array(v.unknown())),
  children: v.optional(v.lazy(() => v.array(item))),
});
const rowSchema = v.object({ expected: v.array(item) });
const plan = [{ name: 'h-card.facts.recall', aim: '>= 1' }] as const;

const properties: Readonly<Record<string, Property>> = {
  name: 'name',
  email: 'email',
  tel: 'telephone',
  url: 'url',
  org: 'org',
  'job-title': 'jobTitle',
  title: 'jobTitle',
  role: 'jobTitle',
};

/**
 * The contact facts of every card, nested ones too: name, email, tel, url, org, and job title or role. What a card is, a person or
 * an organisation, the format does not say, so it is not compared.
 */
export const score: SetScore = {
  file: 'h-card.jsonl',
  plan,
  slow: 'browser',
  async run(rows, ask) {
    const answers = await ask('page', rows as object[]);
    const counts = noCounts();
    for (const [at, row] of rows.entries()) {
      const expected = cardFacts(v.parse(rowSchema, row).expected);
      const given = cardless(givenFacts(v.parse(pageFacts, answers[at])));
      addCounts(
        counts,
        matchSets(given, [...expected], (a, b) => a === b),
      );
    }
    const { right, missed } = counts;
    return [
      {
        ...plan[0],
        value: recall(counts),
        precision: precision(counts),
        recall: recall(counts),
        n: right + missed,
        known: 'all (microformats-parser, 53 kB gz)',
      },
    ];
  },
};

/** Without what the card is. */
export function cardless(facts: ReadonlySet<string>): string[] {
  return [...new Set([...facts].map((fact) => fact.replace(/^\w+/, 'card')))];
}

export function cardFacts(items: readonly Item[], into = new Set<string>()): Set<string> {
  for (const { type, properties: said, children = [] } of items) {
    const isCard = type.includes('h-card') || type.includes('h-org');
    for (const [name, values] of Object.entries(said)) {
      const property = isCard && Object.hasOwn(properties, name) ? properties[name] : undefined;
      for (const value of values) {
        const nested = v.safeParse(item, value);
        if (nested.success) cardFacts([nested.output], into);
        const text =
          typeof value === 'string'
            ? value
            : v.parse(v.object({ value: v.optional(v.string(), '') }), value).value;
        if (property !== undefined) addFact(into, 'card', property, bare(property, text));
      }
    }
    cardFacts(children, into);
  }
  return into;
}

/** A bare address in a property that holds links was resolved like a relative link (`http://x.example/ann@x.example`). */
function bare(property: Property, value: string): string {
  return property === 'email' ? value.replace(/^https?:\/\/.*\//i, '') : value;
}
