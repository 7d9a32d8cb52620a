import { chown, mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Mailbox } from './people.ts';

/** A mail that lies in a folder from the start, with the UID that IMAP shall give it. */
export type SeededMail = { uid: number; seen: boolean; epochSeconds: number; bytes: Uint8Array };

const UID_VALIDITY = 1767225600;

let delivered = 0;

/** The Maildir++ path of an IMAP folder such as `Clients/North`. Names outside ASCII are stored in IMAP's modified UTF-7 (RFC 3501, 5.1.3). */
export function maildirPath(root: string, mailbox: Mailbox, folder: string): string {
  const inbox = join(root, mailbox, 'Maildir');
  return folder === 'INBOX' ? inbox : join(inbox, `.${encodeFolder(folder).join('.')}`);
}

function encodeFolder(name: string): string[] {
  const utf7 = (run: string) => {
    const base64 = Buffer.from(run, 'utf16le').swap16().toString('base64');
    return `&${base64.replace(/=+$/, '').replaceAll('/', ',')}-`;
  };
  return name.split('/').map((part) => part.replaceAll('&', '&-').replace(/[^\x20-\x7e]+/g, utf7));
}

/** Puts a mail into a folder the way Maildir wants it: written in tmp/, then renamed into new/. Makes the folder. */
export async function deliverToMaildir(
  root: string,
  mailbox: Mailbox,
  folder: string,
  bytes: Uint8Array,
): Promise<void> {
  const path = await makeMaildir(root, mailbox, folder);
  const { uid, gid } = await stat(join(root, mailbox));
  const name = `${Math.floor(Date.now() / 1000)}.P${process.pid}Q${++delivered}.tidewater,S=${bytes.length}`;
  await writeFile(join(path, 'tmp', name), bytes, { mode: 0o600 });
  await chown(join(path, 'tmp', name), uid, gid);
  await rename(join(path, 'tmp', name), join(path, 'new', name));
}

/** Fills an empty folder. The uid list is written too, so that every machine has the same UIDs. */
export async function seedMaildir(
  root: string,
  mailbox: Mailbox,
  folder: string,
  mails: readonly SeededMail[],
): Promise<void> {
  const path = await makeMaildir(root, mailbox, folder);
  const next = Math.max(0, ...mails.map(({ uid }) => uid)) + 1;
  const guid = Buffer.from(`${mailbox}/${folder}`).toString('hex').padEnd(32, '0').slice(0, 32);
  const uids = [`3 V${UID_VALIDITY} N${next} G${guid}`];
  for (const { uid, seen, epochSeconds, bytes } of mails) {
    const base = `${epochSeconds}.P1Q${uid}.tidewater,S=${bytes.length}`;
    // not new/: what lies there would be given its UID only when a client selects the folder
    await writeFile(join(path, 'cur', `${base}:2,${seen ? 'S' : ''}`), bytes, { mode: 0o600 });
    uids.push(`${uid} :${base}`);
  }
  await writeFile(join(path, 'dovecot-uidlist'), `${uids.join('\n')}\n`);
}

/** Lists the folders that mail programs shall show. */
export async function subscribeFolders(
  root: string,
  mailbox: Mailbox,
  folders: readonly string[],
): Promise<void> {
  const names = folders
    .filter((folder) => folder !== 'INBOX')
    .map((folder) => encodeFolder(folder).join('\t'));
  await writeFile(
    join(maildirPath(root, mailbox, 'INBOX'), 'subscriptions'),
    `V\t2\n\n${names.join('\n')}\n`,
  );
}

async function makeMaildir(root: string, mailbox: Mailbox, folder: string): Promise<string> {
  const path = maildirPath(root, mailbox, folder);
  const made: string[] = [];
  for (const part of ['cur', 'new', 'tmp']) {
    const first = await mkdir(join(path, part), { recursive: true });
    if (first !== undefined) made.push(first, join(path, part));
  }
  if (made.length > 0 && folder !== 'INBOX') {
    await writeFile(join(path, 'maildirfolder'), '');
    made.push(path, join(path, 'maildirfolder'));
  }
  const owner = await stat(dirname(maildirPath(root, mailbox, 'INBOX'))).catch(() => undefined);
  if (owner) for (const path of made) await chown(path, owner.uid, owner.gid);
  return path;
}
