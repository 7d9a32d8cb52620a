import * as v from 'valibot';
import { companyWords } from '../../../shared/identity/company-words.ts';
import { clusterAccounts, clusterPeople } from '../../../shared/identity/duplicate.ts';
import { allAtOnce, type LabTask } from '../task.ts';

const text = v.optional(v.nullable(v.string(), ''), '');

const rowSchema = v.object({
  name: text,
  first_name: text,
  surname: text,
  email: text,
  phone: text,
  city: text,
  dob: text,
  address: text,
  zip: text,
  domain: text,
});
type Row = v.InferOutput<typeof rowSchema>;

/** Rows with any of these fields → `{id, cluster}`: one question is about people or about organisations, never both. */
export const task: LabTask = {
  options: {},
  open: async () =>
    allAtOnce(rowSchema, (rows) => {
      const clusters = arePeople(rows)
        ? clusterPeople(rows.map(personOf))
        : clusterAccounts(rows.map(accountOf));
      return clusters.map((cluster) => ({ cluster }));
    }),
};

/** Parts of a name and days of birth are people's; a domain is an organisation's; else whether most names are of companies. */
function arePeople(rows: readonly Row[]): boolean {
  if (rows.some(({ first_name, surname, dob }) => first_name + surname + dob !== '')) return true;
  if (rows.some(({ domain }) => domain !== '')) return false;
  const named = rows.filter(({ name }) => name !== '');
  const people = named.filter(({ name }) => isPersonLike(name));
  return rows.some(({ email }) => email !== '') && people.length * 2 > named.length;
}

function isPersonLike(name: string): boolean {
  const { words, forms } = companyWords(name);
  return (
    forms.length === 0 &&
    words.length >= 2 &&
    words.length <= 4 &&
    words.every(({ weight, number }) => (weight === 1 || weight === 0.5) && !number)
  );
}

function sharedFacts({ email, phone, domain, city, address, zip }: Row) {
  return { emails: [email], phones: [phone], domains: [domain], city, address, zip };
}

function personOf(row: Row) {
  const { name, first_name, surname, dob } = row;
  return { ...sharedFacts(row), names: [name], given: first_name, surname, dob };
}

function accountOf(row: Row) {
  return { ...sharedFacts(row), names: [row.name] };
}
