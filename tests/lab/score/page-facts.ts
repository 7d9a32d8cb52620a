import * as v from 'valibot';
import { foldFact, lastNine } from './counts.ts';

const texts = v.optional(v.array(v.string()), []);
const seen = {
  name: v.optional(v.string()),
  emails: texts,
  urls: texts,
  phones: texts,
};

/** The part of the `page` task's answer that the sets of structured data ask about. */
export const pageFacts = v.object({
  people: v.optional(
    v.array(v.object({ ...seen, title: v.optional(v.string()), organisation: v.optional(v.string()) })),
    [],
  ),
  companies: v.optional(v.array(v.object(seen)), []),
});
export type PageFacts = v.InferOutput<typeof pageFacts>;

export type Property = 'name' | 'email' | 'telephone' | 'jobTitle' | 'url' | 'org';

/**
 * Adds a fact as one comparable text: case, accents, punctuation and white space folded, phones by their last nine digits,
 * addresses on the web by host and path. Nothing where nothing is left of the value.
 */
export function addFact(into: Set<string>, of: string, property: Property, value: string): void {
  const folded = foldedValue(property, value);
  if (folded !== '') into.add(`${of} ${property} ${folded}`);
}

/** What an answer says of people and companies. */
export function givenFacts({ people, companies }: PageFacts): Set<string> {
  const facts = new Set<string>();
  for (const person of people) {
    addSeen(facts, 'person', person);
    if (person.title !== undefined) addFact(facts, 'person', 'jobTitle', person.title);
    if (person.organisation !== undefined) addFact(facts, 'person', 'org', person.organisation);
  }
  for (const company of companies) addSeen(facts, 'organisation', company);
  return facts;
}

function addSeen(
  facts: Set<string>,
  of: string,
  { name, emails, phones, urls }: PageFacts['companies'][number],
): void {
  if (name !== undefined) addFact(facts, of, 'name', name);
  for (const email of emails) addFact(facts, of, 'email', email);
  for (const phone of phones) addFact(facts, of, 'telephone', phone);
  for (const url of urls) addFact(facts, of, 'url', url);
}

function foldedValue(property: Property, value: string): string {
  switch (property) {
    case 'email':
      return value
        .replace(/^mailto:/i, '')
        .replace(/\?.*$/s, '')
        .trim()
        .toLowerCase();
    case 'telephone':
      return lastNine(value);
    case 'url':
      return value
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\/(?:www\.)?/, '')
        .replace(/\/$/, '');
    case 'name':
    case 'jobTitle':
    case 'org':
      return foldFact(value).replaceAll(' ', '');
  }
}
