import type { InterpretedMail } from '../../shared/capture/interpreted-reading.ts';
import { timedId } from '../../shared/domain/ids.ts';
import type { Touch } from '../../shared/domain/touch.ts';
import { isSameContact } from '../../shared/identity/same-contact.ts';
import type { Change } from '../../shared/sync/change.ts';
import type { SuggestionRow } from '../db/stored-rows.ts';
import type { PageState } from '../db/views.ts';
import type { MailKeys } from './derive-ids.ts';
import { type Planning, poolPerson, suggest } from './planning.ts';
import type { MailRole, Participant, ReadMail } from './read-mail.ts';
import type { Evidence } from './record-changes.ts';

export type Contact = Extract<ReadMail, { kind: 'contact' }>;

export type MailPlan = {
  changes: Change[];
  people: PageState['people'];
  /** The touch that stands for this mail with this member as witness: a new one, or the one recorded before. */
  touch: string | null;
  isNew: boolean;
};

/** What one mail adds: whom it brings into the pool, whom it only suggests, and the touch. */
export function planMail(
  planning: Planning,
  mail: InterpretedMail,
  read: Contact,
  keys: MailKeys,
  about: Pick<Evidence, 'source' | 'reader'>,
): MailPlan {
  const base = contactOf(planning, mail, read, keys);
  const { knowledge } = planning;
  if (knowledge.withheld.some((withheld) => isSameContact(withheld, base))) {
    return { changes: [], people: [], touch: null, isNew: false };
  }
  const before = knowledge.witnessed.find((witnessed) => isSameContact(witnessed, base));
  const touchId = before?.id ?? timedId(planning.now, planning.random);
  const isNew = before === undefined;
  const answersUs = keys.answered.some((key) => knowledge.sentByUs.has(key));
  const changes: Change[] = [];
  const pooled: { person: string; role: MailRole }[] = [];
  const accounts = new Set<string>();
  const people: PageState['people'] = [];
  const unpooled: { other: Participant; why: SuggestionRow['why'] }[] = [];
  for (const other of read.others) {
    const why = planning.personIds.has(other.email) ? null : whyNotPooled(other, read, answersUs);
    if (why !== null) {
      unpooled.push({ other, why });
      continue;
    }
    const evidence = { ...about, seenAt: planning.now, touch: touchId };
    const added = poolPerson(planning, other, evidence, isNew);
    changes.push(...added.changes);
    pooled.push({ person: added.person, role: other.role });
    if (added.account !== null) accounts.add(added.account);
    people.push({ seen: other.seen, role: other.role, suggestion: null });
  }
  for (const { other, why } of unpooled) {
    const suggestion = suggestParticipant(planning, other, why, base, about);
    people.push({ seen: other.seen, role: other.role, suggestion });
  }
  if (pooled.length === 0) return { changes, people, touch: before?.id ?? null, isNew: false };
  if (isNew) {
    const fact: Touch = { ...base, people: pooled.slice(0, 200), accounts: [...accounts].slice(0, 200) };
    changes.push({ on: 'touch', id: touchId, fact });
    knowledge.witnessed.push({ id: touchId, strong: fact.strong, weak: fact.weak, at: fact.at });
    if (fact.direction === 'out' && fact.strong !== null) knowledge.sentByUs.add(fact.strong);
  }
  return { changes, people, touch: touchId, isNew };
}

/** Null: captured. Otherwise the reason why somebody unknown is only suggested. */
function whyNotPooled(other: Participant, read: Contact, answersUs: boolean): SuggestionRow['why'] | null {
  if (other.domain === null) return 'freemail';
  if (read.direction === 'out') return read.byRep && other.role === 'to' ? null : 'copied';
  if (other.role === 'from' && answersUs) return null;
  if (read.bulkUnknown) return 'unknown-bulk';
  return other.role === 'from' && read.toRep ? null : 'copied';
}

function contactOf(planning: Planning, mail: InterpretedMail, read: Contact, keys: MailKeys): Touch {
  const subject = mail.subject?.replace(/\s+/g, ' ').trim().slice(0, 500) ?? '';
  return {
    channel: 'email',
    direction: read.direction,
    at: mail.date.precision === 'seen' ? planning.now : Math.max(0, mail.date.ms),
    precision: mail.date.precision,
    subject: planning.policy.keepSubject && subject !== '' ? subject : null,
    people: [],
    accounts: [],
    ours: read.ours.slice(0, 200),
    strong: keys.strong,
    weak: keys.weak,
  };
}

function suggestParticipant(
  planning: Planning,
  { email, domain, role, seen }: Participant,
  why: SuggestionRow['why'],
  contact: Touch,
  { source, reader }: Pick<Evidence, 'source' | 'reader'>,
): string | null {
  const id = planning.ids.person.get(email);
  if (id === undefined) return null;
  return suggest(planning, {
    id,
    kind: 'person',
    state: 'open',
    why,
    key: email,
    person: seen,
    company: null,
    domain,
    reader,
    source,
    touch: { ...contact, people: [{ person: id, role }] },
    at: planning.now,
  });
}
