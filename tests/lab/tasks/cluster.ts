import * as v from 'valibot';
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

/** Rows with any of these fields → `{id, cluster}`; rows with a first name, a surname or a day of birth are people. */
export const task: LabTask = {
  options: {},
  open: async () =>
    allAtOnce(rowSchema, (rows) => {
      const people = rows.some(({ first_name, surname, dob }) => first_name + surname + dob !== '');
      const clusters = people ? clusterPeople(rows.map(personOf)) : clusterAccounts(rows.map(accountOf));
      return clusters.map((cluster) => ({ cluster }));
    }),
};

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
