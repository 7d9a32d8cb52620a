import type { Database } from './database.ts';
import { field, values } from './held-rows.ts';
import { namesOf, touchIdsOf, touchViews } from './read-touches.ts';
import type { PersonRow } from './stored-rows.ts';
import type { PersonView } from './views.ts';

/** People as the interface shows them, in the given order. */
export async function personViews(db: Database, rows: readonly PersonRow[]): Promise<PersonView[]> {
  if (rows.length === 0) return [];
  const [ties, lastIds] = await Promise.all([
    db.affiliations
      .where('person')
      .anyOf(rows.map((row) => row.id))
      .toArray(),
    Promise.all(rows.map(async ({ id }) => (await touchIdsOf(db, 'byPerson', id, 1))[0] ?? '')),
  ]);
  const [accounts, touches] = await Promise.all([
    namesOf(
      db,
      'account',
      ties.map((tie) => tie.account),
    ),
    touchViews(
      db,
      lastIds.filter((id) => id !== ''),
    ),
  ]);
  const tiesOf = Map.groupBy(ties, (tie) => tie.person);
  const touchById = new Map(touches.map((touch) => [touch.id, touch]));
  return rows.map((row, i) => ({
    id: row.id,
    name: field(row.view, 'name') ?? row.emails[0] ?? '',
    emails: row.emails,
    phones: values(row.view, 'phones'),
    urls: values(row.view, 'urls'),
    affiliations: (tiesOf.get(row.id) ?? []).map((tie) => ({
      id: tie.id,
      account: { id: tie.account, name: accounts.get(tie.account) ?? '' },
      title: field(tie.view, 'title'),
    })),
    lastTouch: touchById.get(lastIds[i] ?? '') ?? null,
    pending: row.pending === 1,
  }));
}
