import type { SeenCompany, SeenPerson } from '../../shared/capture/seen.ts';
import { foldName, namesAgree } from '../../shared/identity/person-name.ts';
import type { Database } from './database.ts';
import { field } from './held-rows.ts';
import type { AccountRow } from './stored-rows.ts';
import type { FieldDifference, PersonView } from './views.ts';

/**
 * What the page says against the registers we hold. Only a filled register can differ: an empty one is filled by the capture
 * itself, and sets grow without asking. A spelling that could be the same name is no difference.
 */
export async function personDifferences(
  db: Database,
  person: PersonView,
  seen: SeenPerson,
): Promise<FieldDifference[]> {
  const differences: FieldDifference[] = [];
  const row = await db.people.get(person.id);
  const ours = row === undefined ? null : field(row.view, 'name');
  if (ours !== null && seen.name !== undefined && !namesAgree(ours, seen.name)) {
    differences.push({ record: 'person', id: person.id, field: 'name', ours, page: seen.name });
  }
  const tie = person.affiliations[0];
  if (tie?.title && seen.title && person.affiliations.length === 1 && differs(tie.title, seen.title)) {
    differences.push({
      record: 'affiliation',
      id: tie.id,
      field: 'title',
      ours: tie.title,
      page: seen.title,
    });
  }
  return differences;
}

export function accountDifferences(row: AccountRow, seen: SeenCompany): FieldDifference[] {
  const ours = field(row.view, 'name');
  const differences: FieldDifference[] = [];
  if (ours !== null && seen.name !== undefined && !namesAgree(ours, seen.name)) {
    differences.push({ record: 'account', id: row.id, field: 'name', ours, page: seen.name });
  }
  const address = field(row.view, 'address');
  if (address !== null && seen.address !== undefined && differs(address, seen.address)) {
    differences.push({ record: 'account', id: row.id, field: 'address', ours: address, page: seen.address });
  }
  return differences;
}

function differs(ours: string, page: string): boolean {
  return foldName(ours) !== foldName(page);
}
