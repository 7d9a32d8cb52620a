import type { Table } from 'dexie';
import { type PairedKind, pairId } from '../../shared/domain/pair.ts';
import { findDuplicateAccounts, findDuplicatePeople } from '../../shared/identity/duplicate.ts';
import type { DuplicatePair } from '../../shared/identity/duplicate-verdict.ts';
import type { AccountFacts, PersonFacts } from '../../shared/identity/known-facts.ts';
import type { Database } from '../db/database.ts';
import { decidedPairs } from '../db/decided-pairs.ts';
import { field, values } from '../db/held-rows.ts';
import { policyInForce } from '../db/queries/policy-in-force.ts';
import { isUnpacked } from '../db/reach.ts';
import { type Group, groupsOf } from '../db/read-groups.ts';
import type { AccountRow, AffiliationRow, DuplicateRow, PersonRow } from '../db/stored-rows.ts';

/** Rows fetched in one go, and the most pairs of one kind that are kept: more than anybody reviews in a week. */
const slice = 500;
const mostPairs = 2000;

/**
 * Looks for records that may be one and writes them down in place of what was found before; what the company has decided is
 * left out. Fetches in slices, with `pause` between them; the comparison itself runs in one go, so this belongs into a thread
 * on which nobody waits.
 */
export async function findDuplicates(db: Database, pause: () => Promise<void>): Promise<void> {
  // What is not in the tables yet would be compared with nothing; each slice that comes is a change that leads here again.
  if (!(await isUnpacked(db))) return;
  const { freemail } = await policyInForce(db);
  const accounts = await eachGroup(db, db.accounts, pause);
  const domains = new Map(
    accounts.flatMap(({ ids, state }) => ids.map((id) => [id, values(state, 'domains')])),
  );
  const people = await eachGroup(db, db.people, pause);
  const ties = Map.groupBy(await eachTie(db, pause), ({ person }) => person);
  const employers = (ids: readonly string[]) =>
    ids.flatMap((id) => ties.get(id) ?? []).flatMap(({ account }) => domains.get(account) ?? []);
  const { areApart } = await decidedPairs(db);
  const found: DuplicateRow[] = [];
  const keep = (kind: PairedKind, ids: readonly string[], pairs: readonly DuplicatePair[]) => {
    const rows = pairs.map((pair) => rowOf(kind, ids, pair));
    found.push(...rows.filter(({ one, other }) => !areApart(one, other)).slice(0, mostPairs));
  };
  const personFacts = people.map((group) => personFactsOf(group, employers(group.ids)));
  keep(
    'person',
    people.map(({ top }) => top.id),
    findDuplicatePeople(personFacts, { freemail }),
  );
  await pause();
  const accountFacts = accounts.map(accountFactsOf);
  keep(
    'account',
    accounts.map(({ top }) => top.id),
    findDuplicateAccounts(accountFacts, { freemail }),
  );
  await write(db, found);
}

async function eachGroup<R extends AccountRow | PersonRow>(
  db: Database,
  table: Table<R, string>,
  pause: () => Promise<void>,
): Promise<Group<R>[]> {
  const groups: Group<R>[] = [];
  for (let last = ''; ; ) {
    const rows = await table.where('id').above(last).limit(slice).toArray();
    groups.push(
      ...(await groupsOf(
        db,
        table,
        rows.filter(({ mergedInto }) => mergedInto === undefined),
      )),
    );
    last = rows.at(-1)?.id ?? '';
    if (rows.length < slice) return groups;
    await pause();
  }
}

async function eachTie(db: Database, pause: () => Promise<void>): Promise<AffiliationRow[]> {
  const ties: AffiliationRow[] = [];
  for (let last = ''; ; ) {
    const rows = await db.affiliations.where('id').above(last).limit(slice).toArray();
    ties.push(...rows);
    last = rows.at(-1)?.id ?? '';
    if (rows.length < slice) return ties;
    await pause();
  }
}

function namesOf({ state, alternatives }: Group<unknown>): string[] {
  const shown = field(state, 'name');
  const others = alternatives.filter((one) => one.field === 'name').map(({ value }) => value);
  return shown === null ? others : [shown, ...others];
}

function personFactsOf(group: Group<PersonRow>, domains: readonly string[]): PersonFacts {
  const { state } = group;
  return {
    names: namesOf(group),
    emails: values(state, 'emails'),
    phones: values(state, 'phones'),
    domains: [...new Set(domains)],
  };
}

function accountFactsOf(group: Group<AccountRow>): AccountFacts {
  const { state } = group;
  const address = field(state, 'address');
  return {
    names: namesOf(group),
    phones: values(state, 'phones'),
    domains: values(state, 'domains'),
    ...(address === null ? {} : { address }),
  };
}

function rowOf(
  kind: PairedKind,
  ids: readonly string[],
  { one, other, verdict }: DuplicatePair,
): DuplicateRow {
  const [a, b] = [ids[one] ?? '', ids[other] ?? ''];
  return { id: pairId(a, b), kind, one: a, other: b, score: verdict.score, reasons: [...verdict.reasons] };
}

/** Only what differs is written: whoever looks at the list is not disturbed by what stays. */
async function write(db: Database, found: readonly DuplicateRow[]): Promise<void> {
  await db.transaction('rw', db.duplicates, async () => {
    const before = new Map((await db.duplicates.toArray()).map((row) => [row.id, row]));
    const changed = found.filter((row) => JSON.stringify(before.get(row.id)) !== JSON.stringify(row));
    for (const { id } of found) before.delete(id);
    await db.duplicates.bulkDelete([...before.keys()]);
    await db.duplicates.bulkPut(changed);
  });
}
