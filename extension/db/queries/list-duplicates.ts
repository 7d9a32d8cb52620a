import { foldName } from '../../../shared/identity/person-name.ts';
import type { Database } from '../database.ts';
import { decidedPairs } from '../decided-pairs.ts';
import { field, values } from '../held-rows.ts';
import { accountViews } from '../read-accounts.ts';
import { type Group, groupsOf } from '../read-groups.ts';
import { personViews } from '../read-people.ts';
import { touchCount } from '../read-touches.ts';
import { isLocked } from '../search-rows.ts';
import type { AccountRow, DuplicateRow, PersonRow } from '../stored-rows.ts';
import type { DuplicateField, DuplicateSide, DuplicateView } from '../views.ts';

/**
 * Records that may be one, the surest first; `total` counts all. What was decided, here or by a colleague, is gone at once,
 * also before they are looked for again. Empty while the device is locked.
 */
export async function listDuplicates(
  db: Database,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: DuplicateView[]; total: number }> {
  if (await isLocked(db)) return { rows: [], total: 0 };
  const open = await openDuplicates(db);
  const page = open.slice(offset, offset + limit);
  const ids = page.flatMap(({ one, other }) => [one, other]);
  const sides = new Map([...(await personSides(db, ids)), ...(await accountSides(db, ids))]);
  const rows = page.flatMap((row) => {
    const pair = [row.one, row.other].map((id) => sides.get(id)).filter((side) => side !== undefined);
    const [keep, other] = pair.toSorted(mostKnown);
    return keep === undefined || other === undefined ? [] : [viewOf(row, keep, other)];
  });
  return { rows, total: open.length };
}

export async function countDuplicates(db: Database): Promise<number> {
  return (await isLocked(db)) ? 0 : (await openDuplicates(db)).length;
}

async function openDuplicates(db: Database): Promise<DuplicateRow[]> {
  const [found, { topOf, areApart }] = await Promise.all([db.duplicates.toArray(), decidedPairs(db)]);
  const open = new Map<string, DuplicateRow>();
  for (const row of found.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))) {
    const [one, other] = [topOf(row.one), topOf(row.other)];
    const key = [one, other].sort().join(' ');
    if (one !== other && !areApart(one, other) && !open.has(key)) open.set(key, { ...row, one, other });
  }
  return [...open.values()];
}

const nothing: Record<DuplicateField, string[]> = {
  name: [],
  emails: [],
  work: [],
  phones: [],
  urls: [],
  domains: [],
  website: [],
  address: [],
  steward: [],
};

async function personSides(db: Database, ids: readonly string[]): Promise<[string, DuplicateSide][]> {
  const rows = (await db.people.bulkGet([...ids])).filter((row): row is PersonRow => row !== undefined);
  const [views, groups] = [await personViews(db, rows), await groupsOf(db, db.people, rows)];
  const counts = await Promise.all(groups.map((group) => touchCount(db, 'byPerson', group.ids)));
  return views.map((view, i) => {
    const work = view.affiliations.map(({ title, account }) =>
      [title, account.name].filter(Boolean).join(', '),
    );
    const known = {
      ...nothing,
      name: namesOf(groups[i]),
      emails: view.emails,
      work,
      phones: view.phones,
      urls: view.urls,
    };
    const { id, name, lastTouch } = view;
    const key = view.emails[0] ?? null;
    return [id, { id, name, key, values: known, touches: counts[i] ?? 0, lastTouch }];
  });
}

async function accountSides(db: Database, ids: readonly string[]): Promise<[string, DuplicateSide][]> {
  const rows = (await db.accounts.bulkGet([...ids])).filter((row): row is AccountRow => row !== undefined);
  const [views, groups] = [await accountViews(db, rows), await groupsOf(db, db.accounts, rows)];
  return views.map((view, i) => {
    const state = groups[i]?.state ?? {};
    const one = (text: string | null | undefined) => (text ? [text] : []);
    const known = {
      ...nothing,
      name: namesOf(groups[i]),
      domains: view.domains,
      website: one(view.website),
      address: one(field(state, 'address')),
      phones: values(state, 'phones'),
      steward: one(view.steward?.name),
    };
    const { id, name, touches, lastTouch } = view;
    const key = view.domains[0] ?? null;
    return [id, { id, name, key, values: known, touches, lastTouch }];
  });
}

/** Every name of the record, the shown one first. */
function namesOf(group: Group<unknown> | undefined): string[] {
  const name = group === undefined ? null : field(group.state, 'name');
  const others = (group?.alternatives ?? []).filter((one) => one.field === 'name').map(({ value }) => value);
  return name === null ? others : [name, ...others];
}

/** The better known record first: more contacts, then more values, then by id, so that it does not change under the hand. */
function mostKnown(a: DuplicateSide, b: DuplicateSide): number {
  const known = (side: DuplicateSide) => Object.values(side.values).flat().length;
  return b.touches - a.touches || known(b) - known(a) || (a.id < b.id ? -1 : 1);
}

function viewOf(
  { id, kind, reasons }: DuplicateRow,
  keep: DuplicateSide,
  other: DuplicateSide,
): DuplicateView {
  const names = Object.keys(nothing) as DuplicateField[];
  const fields = names
    .map((field) => ({ field, is: howAlike(keep.values[field], other.values[field]) }))
    .filter((row): row is DuplicateView['fields'][number] => row.is !== null);
  return { id, kind, reasons, keep, other, fields };
}

function howAlike(
  ours: readonly string[],
  theirs: readonly string[],
): DuplicateView['fields'][number]['is'] | null {
  if (ours.length === 0 && theirs.length === 0) return null;
  if (ours.length === 0 || theirs.length === 0) return 'one-sided';
  const known = new Set(ours.map(plainly));
  return theirs.some((value) => known.has(plainly(value))) ? 'same' : 'differs';
}

function plainly(value: string): string {
  return foldName(value) || value;
}
