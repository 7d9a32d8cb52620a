import * as v from 'valibot';
import { accountDecided } from '../../shared/domain/account.ts';
import type { Database } from './database.ts';
import { field } from './held-rows.ts';
import { memberGlances, touchCount, touchIdsOf, touchViews } from './read-touches.ts';
import type { AccountRow } from './stored-rows.ts';
import type { AccountView } from './views.ts';

/** Accounts as the interface shows them, in the given order. */
export async function accountViews(db: Database, rows: readonly AccountRow[]): Promise<AccountView[]> {
  if (rows.length === 0) return [];
  const [members, counts] = await Promise.all([
    memberGlances(db),
    Promise.all(
      rows.map(async ({ id }) => ({
        people: await db.affiliations.where('account').equals(id).count(),
        touches: await touchCount(db, 'byAccount', id),
        last: await touchIdsOf(db, 'byAccount', id, 1),
      })),
    ),
  ]);
  const last = await touchViews(
    db,
    counts.flatMap((count) => count.last),
  );
  const lastById = new Map(last.map((touch) => [touch.id, touch]));
  return rows.map((row, i) => {
    const count = counts[i];
    const decided = v.safeParse(accountDecided, row.view.decided);
    const steward = decided.success ? decided.output.steward : null;
    return {
      id: row.id,
      name: field(row.view, 'name') ?? row.domains[0] ?? '',
      domains: row.domains,
      website: field(row.view, 'website'),
      steward: steward === null ? null : (members.get(steward) ?? null),
      stewardSince: decided.success ? decided.output.stewardSince : null,
      people: count?.people ?? 0,
      touches: count?.touches ?? 0,
      lastTouch: lastById.get(count?.last[0] ?? '') ?? null,
      pending: row.pending === 1,
    };
  });
}
