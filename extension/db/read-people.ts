import type { Database } from './database.ts';
import { field, values } from './held-rows.ts';
import { viewOf } from './held-state.ts';
import { type Glance, type Group, glancesOf, groupsOf, nameOf } from './read-groups.ts';
import { touchIdsOf, touchViews } from './read-touches.ts';
import type { AffiliationRow, PersonRow } from './stored-rows.ts';
import type { AlternativeView, PersonView } from './views.ts';

/** People as the interface shows them, in the given order; each row alone or on top of what is merged with it. */
export async function personViews(db: Database, rows: readonly PersonRow[]): Promise<PersonView[]> {
  return (await peopleWithAlternatives(db, rows)).map(({ view }) => view);
}

/** The same, with what the merged records say otherwise. */
export async function peopleWithAlternatives(
  db: Database,
  rows: readonly PersonRow[],
): Promise<{ view: PersonView; alternatives: AlternativeView[] }[]> {
  if (rows.length === 0) return [];
  const groups = await groupsOf(db, db.people, rows);
  const [ties, lastIds] = await Promise.all([
    db.affiliations
      .where('person')
      .anyOf(groups.flatMap(({ ids }) => ids))
      .toArray(),
    Promise.all(groups.map(async ({ ids }) => (await touchIdsOf(db, 'byPerson', ids, 1))[0] ?? '')),
  ]);
  const [accounts, touches] = await Promise.all([
    glancesOf(
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
  return groups.map((group, i) => {
    const own = group.ids.flatMap((id) => tiesOf.get(id) ?? []);
    const { affiliations, titles } = affiliationsOf(own, accounts);
    const view: PersonView = {
      ...ownWords(group),
      affiliations,
      lastTouch: touchById.get(lastIds[i] ?? '') ?? null,
      pending: group.pending,
    };
    return { view, alternatives: [...group.alternatives, ...titles] };
  });
}

function ownWords({ top, state }: Group<PersonRow>) {
  return {
    id: top.id,
    name: nameOf('person', state),
    emails: values(state, 'emails'),
    phones: values(state, 'phones'),
    urls: values(state, 'urls'),
  };
}

/** One tie for each account; merged records may bring several, of which the first with a title is shown. */
function affiliationsOf(ties: readonly AffiliationRow[], accounts: ReadonlyMap<string, Glance>) {
  const titles: AlternativeView[] = [];
  const byAccount = Map.groupBy(ties, (tie) => accounts.get(tie.account)?.id ?? tie.account);
  const affiliations = [...byAccount].flatMap(([id, several]) => {
    const [shown = several[0], ...others] = several.filter((tie) => field(viewOf(tie), 'title') !== null);
    if (shown === undefined) return [];
    const title = field(viewOf(shown), 'title');
    for (const other of others) {
      const value = field(viewOf(other), 'title') ?? '';
      const known = value === title || titles.some((one) => one.value === value);
      if (!known) titles.push({ field: 'title', value, from: other.person });
    }
    return [{ id: shown.id, account: { id, name: accounts.get(shown.account)?.name ?? '' }, title }];
  });
  return { affiliations, titles };
}
