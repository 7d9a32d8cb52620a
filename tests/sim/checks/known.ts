import { createHmac } from 'node:crypto';
import { idFromBytes } from '../../../shared/domain/ids.ts';
import { decodeKnown, findKnown, type Known } from '../../../shared/protocol/known.ts';
import { knownIndex } from '../../../worker/src/http/known-index.ts';
import { known as askKnown } from '../../../worker/src/workspace/operations/known.ts';
import type { Company, ModelRecord } from '../model/company-state.ts';
import { maySee, seesAccount } from '../model/visibility.ts';
import type { Enrolled } from '../server/founding.ts';
import { standingOf } from '../settle.ts';
import { Violation } from '../violation.ts';
import type { World } from '../world.ts';

const msPerDay = 86_400_000;

export type Asked = {
  member: string;
  /** Everybody, and not only what the member may not see. */
  all: boolean;
  /** The workspace's, base64url. */
  key: string;
};

/**
 * The index answers for accounts that the member may not see, by their ids and by those that their domains would give: who answers for
 * each, and the day of the last contact that is hidden with it. It says nothing of anybody else, unless everybody was asked for.
 */
export function checkKnown(company: Company, asked: Asked, bytes: Uint8Array): void {
  const known = decodeKnown(bytes);
  if (known === null) throw new Violation('known', 'an index that cannot be read');
  const { member, all, key } = asked;
  const told = [...company.records.values()].filter(
    ({ kind, id, gone }) =>
      !gone &&
      (all
        ? kind === 'account' || kind === 'person'
        : kind === 'account' && !seesAccount(company, member, id)),
  );
  const byAddress = new Map(told.flatMap((record) => derivedIds(key, record).map((id) => [id, record])));
  const expected = new Map(told.map((record) => [record.id, record]));
  for (const [id, record] of [...expected, ...(all ? [] : byAddress)]) {
    if (record.kind === 'account') checkOne(company, asked, known, expected.get(id) ?? record, id);
    else if (findKnown(known, id) === null) throw new Violation('known', `nothing of ${id}`);
  }
  const surely = new Set([...expected.keys(), ...byAddress.keys()]);
  const more = [...company.records.keys()].filter((id) => !surely.has(id) && findKnown(known, id) !== null);
  if (more.length > 0 || known.keys.length > surely.size || (!all && known.keys.length < surely.size)) {
    throw new Violation('known', `${known.keys.length} keys for ${surely.size}, among them ${more}`);
  }
}

function checkOne(
  company: Company,
  { member, all }: Asked,
  known: Known,
  account: ModelRecord,
  id: string,
): void {
  const touches = [...company.records.values()].filter(
    (one) =>
      one.kind === 'touch' &&
      !one.gone &&
      namesAccount(one, account.id) &&
      (all || !maySee(company, member, one)),
  );
  const days = touches.map(({ fact }) => Math.floor((fact as { at: number }).at / msPerDay));
  const lastTouchDay = days.length === 0 ? null : Math.max(...days);
  const found = findKnown(known, id);
  if (found?.steward === account.decided.steward && found?.lastTouchDay === lastTouchDay) return;
  const right = JSON.stringify({ steward: account.decided.steward, lastTouchDay });
  const said = found === null ? 'nothing' : `${found.steward}, ${found.lastTouchDay}`;
  throw new Violation('known', `${said} of ${account.id}, where ${right} is right`);
}

function derivedIds(key: string, { kind, sets }: ModelRecord): string[] {
  const values = Object.keys((kind === 'account' ? sets.domains : sets.emails) ?? {});
  return values.map((value) => derivedId(key, `${kind}\n${value}`));
}

function namesAccount({ fact }: ModelRecord, account: string): boolean {
  return (fact as { accounts: string[] }).accounts.includes(account);
}

/** By key and text: runs are of one company, with few addresses. */
const derived = new Map<string, string>();

function derivedId(key: string, text: string): string {
  const named = `${key}\n${text}`;
  const id =
    derived.get(named) ??
    idFromBytes(createHmac('sha256', Buffer.from(key, 'base64url')).update(text).digest());
  derived.set(named, id);
  return id;
}

/** What was sent to a member, to be compared with what a device has of it. */
export function knownText(member: string, bytes: Uint8Array): string {
  return `${member} ${Buffer.from(bytes).toString('base64')}`;
}

/** What each device would be told now, were it a day later. */
export async function checkIndexes(world: World): Promise<void> {
  const { server, founded, books, plan } = world;
  for (const number of plan.devices) {
    const { secret, member, device } = founded.devices[number] as Enrolled;
    if (standingOf(world, { device, member }) !== 'served') continue;
    const all = (plan.seed + number) % 4 === 0;
    const { epoch } = world;
    const view = viewOfMember(world, member);
    const ask = async (after: string) => {
      const answer = server.decide((tx) => askKnown(tx, secret, { epoch, view, all, after }));
      if (answer === 'killed') throw new Error('the process ended');
      return answer;
    };
    const index = await knownIndex(ask, { epoch, view, exact: !all });
    if (index.kind !== 'bytes') throw new Violation('known', JSON.stringify(index));
    checkKnown(books.company, { member, all, key: founded.admin.key }, index.bytes);
  }
}

function viewOfMember({ store }: World, member: string): number {
  return store.rows<[view: number]>('SELECT view FROM member WHERE id = ?', member)[0]?.[0] ?? 0;
}
