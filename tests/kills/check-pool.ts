import { type AnyRecord, decidedOf, factOf, indexRecords, type RecordIndex } from './index-records.ts';
import type { DeviceName, Ledger, Mail } from './ledger.ts';

/** What must never be, by kind, as sentences. */
export type Damage = Record<DamageKind, string[]>;
export const damageKinds = ['lost', 'torn', 'doubled', 'apart', 'unsettled', 'sequence'] as const;
export type DamageKind = (typeof damageKinds)[number];

export function noDamage(): Damage {
  return { lost: [], torn: [], doubled: [], apart: [], unsettled: [], sequence: [] };
}

/**
 * The pool as the server has it, held against the ledger. Lost: what a device called recorded, or what the server answered,
 * and is not there. Torn: a mail of which only a part is there, also one that nobody had acknowledged. Doubled: anything twice.
 *
 * @param members each device's member, who witnesses what it records
 */
export function checkPool(
  records: Iterable<AnyRecord>,
  ledger: Ledger,
  members: Record<DeviceName, string>,
): Damage {
  const damage = noDamage();
  const index = indexRecords(records);
  for (const { device, record, acknowledged, answered, excused } of ledger.entries) {
    const promised = answered || (acknowledged && !excused);
    const by = answered ? 'the server had answered' : `device ${device} had called recorded`;
    const found =
      record.kind === 'mail'
        ? (index.touches.get(record.token) ?? []).filter(
            ({ state }) => decidedOf(state).witness === members[device],
          )
        : (index.phones.get(record.token) ?? []);
    if (promised && found.length === 0) damage.lost.push(`${record.token} (${device}), which ${by}`);
    if (found.length > 1) damage.doubled.push(`${record.token} (${device}), ${found.length} times`);
    if (record.kind !== 'mail') continue;
    for (const touch of found) {
      for (const what of tornParts(touch as AnyRecord, record, index)) {
        damage.torn.push(`${record.token} (${device}): ${what}`);
      }
    }
  }
  for (const [phone, all] of index.phones) {
    if (all.some(({ tags }) => tags > 1)) damage.doubled.push(`${phone}: added more than once`);
  }
  for (const [token, touches] of index.touches) {
    const roots = touches.filter(({ state }) => (decidedOf(state).link ?? null) === null);
    const linked = touches.every(({ id, state }) => [null, roots[0]?.id, id].includes(decidedOf(state).link));
    if (roots.length > 1 || !linked) damage.doubled.push(`${token}: ${roots.length} contacts of one mail`);
    if (!ledger.mails.some((mail) => mail.token === token))
      damage.doubled.push(`${token}: recorded by nobody`);
  }
  for (const [what, list] of [...index.people, ...index.accounts, ...index.affiliations]) {
    if (list.length > 1) damage.doubled.push(`${what}: ${list.length} records`);
  }
  return damage;
}

/** A mail is its touch, person, account, the tie between them, and the evidence: all of them once it is one. */
function tornParts(touch: AnyRecord, mail: Mail, index: RecordIndex): string[] {
  const torn: string[] = [];
  const person = index.people.get(mail.email)?.[0]?.id;
  const account = index.accounts.get(mail.domain)?.[0]?.id;
  const { people, accounts } = factOf(touch.state);
  if (person === undefined || !people.some((one) => one.person === person)) torn.push('no person');
  if (account === undefined || !accounts.includes(account)) torn.push('no account');
  if (!index.affiliations.has(`${person} ${account}`)) torn.push('no tie of person and account');
  const subjects = (index.sightings.get(touch.id) ?? []).map(({ subject }) => subject.id);
  if (subjects.filter((id) => id === person).length !== 1) torn.push('no evidence, or more than one');
  if (new Set(subjects).size !== subjects.length) torn.push('evidence twice');
  return torn;
}

/** Two readings of one pool, record by record: values, facts and decisions, whatever form they were stored in. */
export function checkEqual(
  who: string,
  records: ReadonlyMap<string, AnyRecord>,
  truth: ReadonlyMap<string, AnyRecord>,
): string[] {
  const apart: string[] = [];
  for (const id of new Set([...records.keys(), ...truth.keys()])) {
    const [one, other] = [records.get(id), truth.get(id)];
    if (one === undefined) apart.push(`${who} lacks ${other?.kind} ${id}`);
    else if (other === undefined) apart.push(`${who} alone has ${one.kind} ${id}`);
    else if (plain(one) !== plain(other))
      apart.push(`${who} has another ${one.kind} ${id}: ${plain(one)} for ${plain(other)}`);
  }
  return apart;
}

function plain({ kind, state }: AnyRecord): string {
  return JSON.stringify([kind, sorted({ fields: {}, sets: {}, decided: {}, ...state })]);
}

/** Names in order, and sets as their values: what a thing says, not how it lies there. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
