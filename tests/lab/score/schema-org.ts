import * as v from 'valibot';
import { addCounts, f1, matchSets, noCounts, precision, recall } from './counts.ts';
import { addFact, givenFacts, type Property, pageFacts } from './page-facts.ts';
import { organisationTypes, personTypes } from './schema-types.ts';
import type { ScoreLine, SetScore } from './set-score.ts';

const rowSchema = v.object({
  id: v.string(),
  jsonld: v.unknown(),
  jsonldHtml: v.nullish(v.string()),
  microdata: v.nullish(v.string()),
  rdfa: v.nullish(v.string()),
});
const formats = [
  {
    input: 'microdata',
    marked: /\sitemscope/i,
    figure: { name: 'schema-org.microdata.f1', aim: '>= 0.96' },
    known: '.893',
  },
  {
    input: 'rdfa',
    marked: /\stypeof/i,
    figure: { name: 'schema-org.rdfa.f1', aim: '>= 0.96' },
    known: '.899',
  },
  {
    input: 'jsonldHtml',
    marked: /ld\+json/i,
    figure: { name: 'schema-org.json-ld.f1', aim: '>= 1' },
    known: '1.0',
  },
] as const;

/**
 * The same things described three times: what each format's page says of people and organisations against the JSON-LD, as sets of
 * (person or organisation, property, value) for name, email, telephone, jobTitle and url, over all rows together. A row whose page
 * has no mark-up of the format ("this example is JSON only") is left out.
 */
export const score: SetScore = {
  file: 'schema-org.jsonl',
  plan: formats.map(({ figure }) => figure),
  slow: 'browser',
  async run(rows, ask) {
    const parsed = rows.map((row) => v.parse(rowSchema, row));
    const lines: ScoreLine[] = [];
    for (const { input, marked, figure, known } of formats) {
      const given = parsed.flatMap((row) =>
        marked.test(row[input] ?? '') ? [{ row, html: row[input] ?? '' }] : [],
      );
      const answers = await ask(
        'page',
        given.map(({ row: { id }, html }) => ({ id, url: '', html })),
      );
      const counts = noCounts();
      for (const [at, { row }] of given.entries()) {
        const facts = [...givenFacts(v.parse(pageFacts, answers[at]))].filter(
          (fact) => !/^\w+ org /.test(fact),
        );
        addCounts(
          counts,
          matchSets(facts, [...schemaFacts(row.jsonld)], (a, b) => a === b),
        );
      }
      const { right, missed } = counts;
      lines.push({
        ...figure,
        value: f1(counts),
        precision: precision(counts),
        recall: recall(counts),
        n: right + missed,
        known,
      });
    }
    return lines;
  },
};

const properties: readonly Property[] = ['name', 'email', 'telephone', 'jobTitle', 'url'];

/** What JSON-LD says of people and organisations, wherever they stand in it. */
export function schemaFacts(jsonld: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(jsonld)) for (const one of jsonld) schemaFacts(one, into);
  if (typeof jsonld !== 'object' || jsonld === null || Array.isArray(jsonld)) return into;
  const node = jsonld as Record<string, unknown>;
  const types = [node['@type']].flat().map((type) => String(type).replace(/^.*[/#:]/, ''));
  const of = types.some((type) => personTypes.has(type))
    ? 'person'
    : types.some((type) => organisationTypes.has(type))
      ? 'organisation'
      : null;
  for (const property of of === null ? [] : properties) {
    for (const value of [node[property]].flat()) {
      const text = typeof value === 'object' && value !== null && '@id' in value ? value['@id'] : value;
      if (typeof text === 'string' && of !== null) addFact(into, of, property, text);
    }
  }
  for (const value of Object.values(node)) schemaFacts(value, into);
  return into;
}
