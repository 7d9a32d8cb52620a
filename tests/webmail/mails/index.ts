import type { SeededMail } from '../maildir.ts';
import type { Mailbox } from '../people.ts';
import { CLIENTS_ENGLISH } from './clients-english.ts';
import { CLIENTS_GERMAN } from './clients-german.ts';
import { CLIENTS_OF_AMIRA } from './clients-of-amira.ts';
import { CLIENTS_OTHER_SCRIPTS } from './clients-other-scripts.ts';
import { CLIENTS_ROMANCE } from './clients-romance.ts';
import { FROM_COLLEAGUES } from './colleagues.ts';
import { ELSEWHERE } from './elsewhere.ts';
import { MACHINES } from './machines.ts';
import { ODD_HEADERS } from './odd-headers.ts';
import type { SampleMail } from './sample-mail.ts';
import { SENT } from './sent.ts';
import { SHARED } from './shared.ts';

/** Every mail that lies in a mailbox from the start, in the order of their dates. */
export const SAMPLE_MAILS: readonly SampleMail[] = [
  ...CLIENTS_ENGLISH,
  ...CLIENTS_GERMAN,
  ...CLIENTS_ROMANCE,
  ...CLIENTS_OTHER_SCRIPTS,
  ...CLIENTS_OF_AMIRA,
  ...FROM_COLLEAGUES,
  ...MACHINES,
  ...ODD_HEADERS,
  ...SENT,
  ...SHARED,
  ...ELSEWHERE,
].sort((a, b) => (a.dateUtc < b.dateUtc ? -1 : 1));

/** For jonas, and in nobody's mailbox until somebody delivers them. */
export { LATER_MAILS } from './later.ts';

/** What lies in a mailbox, by folder. UIDs follow the dates, from 1. Mail sent by oneself has been seen. */
export function folderContents(mailbox: Mailbox): Map<string, SeededMail[]> {
  const contents = new Map<string, SeededMail[]>();
  for (const { placed, mail } of placedMails()) {
    if (placed.mailbox !== mailbox) continue;
    const list = contents.get(placed.folder) ?? [];
    contents.set(placed.folder, list);
    list.push({
      uid: placed.uid,
      seen: mail.kind === 'sent',
      epochSeconds: Date.parse(mail.dateUtc) / 1000,
      bytes: mail.bytesFor(mailbox),
    });
  }
  return contents;
}

/** The IMAP UID of a sample in somebody's folder, or undefined where it does not lie there. */
export function uidOf(slug: string, mailbox: Mailbox, folder = 'INBOX'): number | undefined {
  return placedMails().find(
    ({ mail, placed }) => mail.slug === slug && placed.mailbox === mailbox && placed.folder === folder,
  )?.placed.uid;
}

function placedMails() {
  const last = new Map<string, number>();
  return SAMPLE_MAILS.flatMap((mail) =>
    mail.placements.map(({ mailbox, folder }) => {
      const uid = (last.get(`${mailbox}/${folder}`) ?? 0) + 1;
      last.set(`${mailbox}/${folder}`, uid);
      return { mail, placed: { mailbox, folder, uid } };
    }),
  );
}
