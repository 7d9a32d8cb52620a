import type { SeenPerson } from '../../../shared/capture/seen.ts';
import { folded } from '../../../shared/text/folded-text.ts';

/**
 * One entry for each person of a page: entries that share an e-mail address, or a name where nothing speaks against it (both
 * have addresses and share none, or organisations that differ). The first word on a field stands; lists are joined.
 */
export function mergePeople(people: readonly SeenPerson[]): SeenPerson[] {
  const merged: SeenPerson[] = [];
  const byEmail = new Map<string, number>();
  const byName = new Map<string, number[]>();
  for (const person of people) {
    const emails = (person.emails ?? []).map((email) => email.toLowerCase());
    const name = person.name === undefined ? '' : folded(person.name);
    const same =
      emails.map((email) => byEmail.get(email)).find((index) => index !== undefined) ??
      byName.get(name)?.find((index) => agrees(merged[index] as SeenPerson, person));
    const index = same ?? merged.length;
    merged[index] = same === undefined ? person : joined(merged[index] as SeenPerson, person);
    for (const email of emails) byEmail.set(email, index);
    const named = byName.get(name) ?? [];
    if (name !== '' && !named.includes(index) && named.length < 20) byName.set(name, [...named, index]);
  }
  return merged;
}

function agrees(one: SeenPerson, other: SeenPerson): boolean {
  const emails = new Set(one.emails?.map((email) => email.toLowerCase()));
  if (emails.size > 0 && other.emails && !other.emails.some((email) => emails.has(email.toLowerCase())))
    return false;
  return (
    one.organisation === undefined ||
    other.organisation === undefined ||
    folded(one.organisation) === folded(other.organisation)
  );
}

function joined(one: SeenPerson, other: SeenPerson): SeenPerson {
  const result = { ...other, ...one, sure: Math.max(one.sure, other.sure) };
  const join = (a: string[] | undefined, b: string[] | undefined, key: (value: string) => string) =>
    [...(a ?? []), ...(b ?? [])].filter(
      (value, i, all) => all.findIndex((first) => key(first) === key(value)) === i,
    );
  const lower = (value: string) => value.toLowerCase();
  if (one.emails && other.emails) result.emails = join(one.emails, other.emails, lower);
  if (one.phones && other.phones) result.phones = join(one.phones, other.phones, lastDigits);
  if (one.faxes && other.faxes) result.faxes = join(one.faxes, other.faxes, lastDigits);
  if (one.urls && other.urls) result.urls = join(one.urls, other.urls, lower);
  return result;
}

function lastDigits(phone: string): string {
  return phone.replace(/\D/g, '').slice(-9);
}
