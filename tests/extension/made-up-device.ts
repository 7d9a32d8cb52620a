import type { IDBFactory } from 'fake-indexeddb';
import type { Database } from '../../extension/db/database.ts';
import { writeMeta } from '../../extension/db/meta.ts';
import { type Settling, settleRecords } from '../../extension/db/settle-records.ts';
import type { Recorder } from '../../extension/record/record-reading.ts';
import type { InterpretedMail, InterpretedReading } from '../../shared/capture/interpreted-reading.ts';
import type { SeenMail } from '../../shared/capture/seen.ts';
import { idFromBytes, type Randomness } from '../../shared/domain/ids.ts';
import { defaultPolicy, type Policy } from '../../shared/domain/policy.ts';
import { type Derivation, derivationFrom } from '../../shared/identity/derived-ids.ts';
import { freshDatabase } from './fresh-database.ts';

/** Noon of a made-up Monday, UTC. */
export const noon = Date.UTC(2026, 10, 23, 12);

/** Randomness that repeats with its seed. */
export function seededRandom(seed: number): Randomness {
  let state = seed >>> 0 || 1;
  return (bytes) =>
    Uint8Array.from({ length: bytes }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state & 255;
    });
}

export function madeUpId(n: number): string {
  return idFromBytes(new Uint8Array(16).fill(n));
}

export const workspaceKey = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';
export const derivation: Promise<Derivation> = derivationFrom(workspaceKey);

export const members = { vera: madeUpId(101), jonas: madeUpId(102), amira: madeUpId(103) };
export const jonasMailbox = 'jonas.weber@tidewater.test';

export const policy: Policy = {
  ...defaultPolicy,
  ownDomains: ['tidewater.test'],
  freemail: { also: ['freemail.example'], not: [] },
};

export type MadeUpDevice = Recorder & { db: Database; clock: { now: number } };

/** A device that has joined as Jonas, with the colleagues and the policy pulled. */
export async function madeUpDevice(
  options: { member?: string; device?: string; seed?: number; factory?: IDBFactory; policy?: Policy } = {},
): Promise<MadeUpDevice> {
  const { member = members.jonas, device = madeUpId(1), seed = 1 } = options;
  const db = freshDatabase(options.factory);
  const clock = { now: noon };
  await writeMeta(db, 'joined', {
    workspace: { id: madeUpId(9), name: 'Tidewater Tools', slug: 'tidewater' },
    device,
    member,
    role: 'rep',
  });
  await writeMeta(db, 'cursor', { epoch: 1, view: 1, seq: 4 });
  const glance = (id: string, name: string, role: 'admin' | 'rep', seq: number): Settling => {
    const fact = { name, role, status: 'active', manager: null, department: null };
    return { kind: 'member', id, base: { kind: 'member', id, seq, gone: false, fact } };
  };
  const policyId = madeUpId(8);
  const fact = options.policy ?? policy;
  await settleRecords(
    db,
    [
      glance(members.vera, 'Vera Novak', 'admin', 1),
      glance(members.jonas, 'Jonas Weber', 'rep', 2),
      glance(members.amira, 'Amira Haddad', 'rep', 3),
      { kind: 'policy', id: policyId, base: { kind: 'policy', id: policyId, seq: 4, gone: false, fact } },
    ],
    { member, generation: 0 },
  );
  return {
    db,
    member,
    device,
    derive: await derivation,
    now: () => clock.now,
    random: seededRandom(seed),
    clock,
  };
}

/** Without a signature a mail is the same to the page and to the background. */
type Unsigned = InterpretedMail & { signature: null };

/** A mail from a client to Jonas, readable in every part. */
export function madeUpMail(changes?: Partial<Omit<InterpretedMail, 'signature'>>): Unsigned;
export function madeUpMail(changes: Partial<InterpretedMail>): InterpretedMail;
export function madeUpMail(changes: Partial<InterpretedMail> = {}): InterpretedMail {
  return {
    messageId: 'first@harbour.example',
    answers: [],
    from: { name: 'Ines Duarte', email: 'ines.duarte@harbour.example' },
    sender: null,
    replyTo: [],
    to: [{ name: 'Jonas Weber', email: jonasMailbox }],
    cc: [],
    subject: 'Delivery dates',
    date: { ms: noon - 3_600_000, precision: 'second' },
    bulk: null,
    signature: null,
    ...changes,
  };
}

export function madeUpReading<Mail extends SeenMail | InterpretedMail>(
  mails: Mail[],
  changes: Partial<Omit<InterpretedReading, 'mails'>> = {},
): Omit<InterpretedReading, 'mails'> & { mails: Mail[] } {
  return {
    reader: { id: 'roundcube', version: 1 },
    page: { origin: 'https://mail.tidewater.test', path: '/?_task=mail', title: 'Delivery dates' },
    mailbox: jonasMailbox,
    health: 'ok',
    problems: [],
    mails,
    people: [],
    companies: [],
    heldBack: { never: 0, bulk: 0, internal: 0 },
    ms: 3,
    ...changes,
  };
}
