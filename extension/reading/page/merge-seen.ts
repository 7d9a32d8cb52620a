import type { SeenPerson } from '../../../shared/capture/seen.ts';
import { nameWords } from '../../../shared/identity/person-name.ts';
import { hasOrganisationWord } from '../../../shared/text/signature-words.ts';
import { isGivenName } from '../names/is-given-name.ts';
import { isListedSurname } from '../names/surname-list.ts';
import { isCommon, wordsOf } from './name-spans.ts';
import { lastDigits } from './page-phones.ts';
import { mailFits } from './person-features.ts';

/** Marked up as a person, and so not to be doubted. */
export const marked = 0.8;

/** Whether a person whom only the surroundings of a contact link name is one by what we know of names. */
export function believable({ name, emails = [], sure }: SeenPerson): boolean {
  if (sure >= marked || name === undefined) return true;
  const words = wordsOf(name);
  if (words.some(isCommon) || hasOrganisationWord(name)) return false;
  const known = words.some(({ key }) => isGivenName(key) || isListedSurname(key));
  return known || emails.some((email) => mailFits(email.slice(0, email.lastIndexOf('@')), words));
}

/** People of the mark-up with what the lines show of the same ones, then those whom only the lines show. */
export function mergeSeen(described: readonly SeenPerson[], shown: readonly SeenPerson[]): SeenPerson[] {
  const merged = [...described];
  const byMail = new Map<string, number>();
  const byName = new Map<string, number>();
  const index = (person: SeenPerson, at: number) => {
    for (const email of person.emails ?? []) byMail.set(email.toLowerCase(), at);
    const key = keyOf(person);
    if (key !== '' && !byName.has(key)) byName.set(key, at);
  };
  for (const [at, person] of merged.entries()) index(person, at);
  for (const person of shown) {
    const byAddress = person.emails
      ?.map((email) => byMail.get(email.toLowerCase()))
      .find((at) => at !== undefined);
    const at = byAddress ?? byName.get(keyOf(person)) ?? withinName(person, byName);
    if (at === undefined) {
      merged.push(person);
      index(person, merged.length - 1);
    } else merged[at] = joined(merged[at] as SeenPerson, person);
  }
  return merged;
}

/** The outer words of a name: middle names and titles come and go. */
function keyOf({ name }: SeenPerson): string {
  const words = nameWords(name ?? '').filter(
    (word) => word.length > 1 && !/^(?:dr|prof|mr|mrs|ms|herr|frau)$/.test(word),
  );
  return words.length < 2 ? words.join(' ') : `${words[0]} ${words.at(-1)}`;
}

/** Somebody described whose name begins this one: what stands behind it on the line was taken for a part of it. */
function withinName({ name }: SeenPerson, byName: ReadonlyMap<string, number>): number | undefined {
  const words = nameWords(name ?? '').filter((word) => word.length > 1);
  return words.length < 3 ? undefined : byName.get(`${words[0]} ${words[1]}`);
}

function joined(one: SeenPerson, more: SeenPerson): SeenPerson {
  const lower = (text: string) => text.toLowerCase();
  return {
    ...more,
    ...one,
    ...lists('emails', one.emails, more.emails, lower),
    ...lists('phones', one.phones, more.phones, lastDigits),
    ...lists('faxes', one.faxes, more.faxes, lastDigits),
    sure: Math.max(one.sure, more.sure),
  };
}

function lists(
  name: 'emails' | 'phones' | 'faxes',
  a: string[] = [],
  b: string[] = [],
  key: (text: string) => string,
) {
  const all = [...a, ...b].filter(
    (value, at, every) => every.findIndex((other) => key(other) === key(value)) === at,
  );
  return all.length === 0 ? {} : { [name]: all.slice(0, name === 'faxes' ? 10 : 20) };
}
