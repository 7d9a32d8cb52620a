import type { PageReading } from '../../shared/capture/page-reading.ts';
import { type DeviceName, type Edit, editToken, type Ledger, type Mail, mailToken } from './ledger.ts';

export const members: Record<DeviceName, { name: string; email: string }> = {
  a: { name: 'Jonas Weber', email: 'jonas.weber@tidewater.test' },
  b: { name: 'Amira Haddad', email: 'amira.haddad@tidewater.test' },
};

const firstMail = Date.UTC(2026, 9, 1, 8);

export type MadeUpRecords = { next(device: DeviceName): Mail | Edit };

/**
 * What the two reps come across: mails from new people, three to a company; from people that they know; the same mail in both
 * their inboxes; and a phone number added by hand, also to somebody whom the other rep recorded.
 */
export function madeUpRecords(block: number, ledger: Ledger, random: () => number): MadeUpRecords {
  let count = 0;
  const forOther: Record<DeviceName, Mail[]> = { a: [], b: [] };
  const anyMail = () => ledger.mails[Math.floor(random() * ledger.mails.length)];
  const newMail = (): Mail => {
    count += 1;
    const known = random() < 0.2 ? anyMail() : undefined;
    const domain = `company-${block}-${Math.floor(count / 3)}.example`;
    const n = `${block}-${count}`;
    return {
      kind: 'mail',
      token: mailToken(block, count),
      at: firstMail + count * 181_000,
      messageId: `mail-${n}@${known?.domain ?? domain}`,
      name: known?.name ?? `Ines ${spelt(count)}`,
      email: known?.email ?? `person-${n}@${domain}`,
      domain: known?.domain ?? domain,
    };
  };
  return {
    next: (device) => {
      const other = device === 'a' ? 'b' : 'a';
      const chance = random();
      if (chance < 0.25) {
        const person = anyMail();
        count += 1;
        if (person !== undefined)
          return { kind: 'edit', token: editToken(block, count), email: person.email };
      }
      const shared = chance < 0.4 ? forOther[device].shift() : undefined;
      if (shared !== undefined) return shared;
      const mail = newMail();
      if (random() < 0.3) forOther[other].push(mail);
      return mail;
    },
  };
}

/** A surname for a number: names are made of letters. */
function spelt(n: number): string {
  return `Gull${[...String(n)].map((digit) => String.fromCharCode(97 + Number(digit))).join('')}`;
}

/** The mail as a content script would have read it in this member's inbox. */
export function readingOf(mail: Mail, device: DeviceName, origin: string): PageReading {
  const mailbox = members[device].email;
  return {
    reader: { id: 'roundcube', version: 1 },
    page: { origin, path: '/', title: mail.token },
    mailbox,
    health: 'ok',
    problems: [],
    mails: [
      {
        messageId: mail.messageId,
        answers: [],
        from: { name: mail.name, email: mail.email },
        sender: null,
        replyTo: [],
        to: [
          { name: null, email: members.a.email },
          { name: null, email: members.b.email },
        ],
        cc: [],
        subject: mail.token,
        date: { ms: mail.at, precision: 'second' },
        bulk: null,
        signature: null,
      },
    ],
    people: [],
    companies: [],
    heldBack: { never: 0, bulk: 0, internal: 0 },
    ms: 1,
  };
}
