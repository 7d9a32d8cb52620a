import * as v from 'valibot';
import { accountDecided } from '../../shared/domain/account.ts';
import type { Database } from './database.ts';
import { field, values } from './held-rows.ts';
import { type Group, groupsOf, hasMerges, nameOf, topRows } from './read-groups.ts';
import { memberGlances, touchCount, touchIdsOf, touchViews } from './read-touches.ts';
import type { AccountRow } from './stored-rows.ts';
import type { AccountView } from './views.ts';

/** Accounts as the interface shows them, in the given order; each row alone or on top of what is merged with it. */
export async function accountViews(db: Database, rows: readonly AccountRow[]): Promise<AccountView[]> {
  if (rows.length === 0) return [];
  const [members, groups, merges] = await Promise.all([
    memberGlances(db),
    groupsOf(db, db.accounts, rows),
    hasMerges(db),
  ]);
  const counts = await Promise.all(
    groups.map(async ({ ids }) => ({
      people: merges ? (await peopleOf(db, ids)).length : await tiesOf(db, ids).count(),
      touches: await touchCount(db, 'byAccount', ids),
      last: await touchIdsOf(db, 'byAccount', ids, 1),
    })),
  );
  const last = await touchViews(
    db,
    counts.flatMap((count) => count.last),
  );
  const lastById = new Map(last.map((touch) => [touch.id, touch]));
  return groups.map((group, i) => {
    const count = counts[i];
    const decided = v.safeParse(accountDecided, group.state.decided);
    const steward = decided.success ? decided.output.steward : null;
    return {
      ...ownWords(group),
      steward: steward === null ? null : (members.get(steward) ?? null),
      stewardSince: decided.success ? decided.output.stewardSince : null,
      people: count?.people ?? 0,
      touches: count?.touches ?? 0,
      lastTouch: lastById.get(count?.last[0] ?? '') ?? null,
      pending: group.pending,
    };
  });
}

function ownWords({ top, state }: Group<AccountRow>) {
  return {
    id: top.id,
    name: nameOf('account', state),
    domains: values(state, 'domains'),
    website: field(state, 'website'),
  };
}

/** Everybody who is tied to one of these accounts, each once. */
export async function peopleOf(db: Database, accounts: readonly string[]) {
  const ties = await tiesOf(db, accounts).toArray();
  const rows = await db.people.bulkGet([...new Set(ties.map((tie) => tie.person))]);
  return topRows(
    db.people,
    rows.filter((row) => row !== undefined),
  );
}

function tiesOf(db: Database, accounts: readonly string[]) {
  return db.affiliations.where('account').anyOf([...accounts]);
}
