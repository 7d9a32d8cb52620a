import type { SeenCompany, SeenPerson } from '../../shared/capture/seen.ts';
import { foldName, namesAgree } from '../../shared/identity/person-name.ts';
import type { Database } from './database.ts';
import { field } from './held-rows.ts';
import { viewOf } from './held-state.ts';
import { groupsOf } from './read-groups.ts';
import { peopleWithAlternatives } from './read-people.ts';
import type { AccountRow } from './stored-rows.ts';
import type { AlternativeView, FieldDifference, PersonView } from './views.ts';

/**
 * What the page says against the registers we hold. Only a filled register can differ: an empty one is filled by the capture
 * itself, and sets grow without asking. A spelling that could be the same name is no difference.
 */
export async function personDifferences(
  db: Database,
  person: PersonView,
  seen: SeenPerson,
): Promise<FieldDifference[]> {
  const row = await db.people.get(person.id);
  const [group] = row === undefined ? [] : await groupsOf(db, db.people, [row]);
  const [found] = row === undefined ? [] : await peopleWithAlternatives(db, [row]);
  const others = found?.alternatives ?? [];
  const differences: FieldDifference[] = [];
  const ours = group === undefined ? null : field(group.state, 'name');
  if (ours !== null && seen.name !== undefined && !isNamed(seen.name, ours, others)) {
    differences.push({ record: 'person', id: person.id, field: 'name', ours, page: seen.name });
  }
  const tie = person.affiliations[0];
  if (tie?.title && seen.title && person.affiliations.length === 1) {
    const { id, title } = tie;
    const titles = [title, ...others.filter(({ field }) => field === 'title').map(({ value }) => value)];
    if (titles.every((one) => differs(one, seen.title ?? ''))) {
      differences.push({ record: 'affiliation', id, field: 'title', ours: title, page: seen.title });
    }
  }
  return differences;
}

export async function accountDifferences(
  db: Database,
  row: AccountRow,
  seen: SeenCompany,
): Promise<FieldDifference[]> {
  const [group] = await groupsOf(db, db.accounts, [row]);
  const state = group?.state ?? viewOf(row);
  const ours = field(state, 'name');
  const differences: FieldDifference[] = [];
  if (ours !== null && seen.name !== undefined && !isNamed(seen.name, ours, group?.alternatives ?? [])) {
    differences.push({ record: 'account', id: row.id, field: 'name', ours, page: seen.name });
  }
  const address = field(state, 'address');
  if (address !== null && seen.address !== undefined && differs(address, seen.address)) {
    differences.push({ record: 'account', id: row.id, field: 'address', ours: address, page: seen.address });
  }
  return differences;
}

/** What one of the merged records says is no news, though another is shown. */
function isNamed(name: string, ours: string, others: readonly AlternativeView[]): boolean {
  const names = [ours, ...others.filter(({ field }) => field === 'name').map(({ value }) => value)];
  return names.some((one) => namesAgree(one, name));
}

function differs(ours: string, page: string): boolean {
  return foldName(ours) !== foldName(page);
}
