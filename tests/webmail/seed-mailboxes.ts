import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { seedMaildir, subscribeFolders } from './maildir.ts';
import { folderContents } from './mails/index.ts';
import { COLLEAGUES } from './people.ts';

const STANDARD = ['INBOX', 'Drafts', 'Sent', 'Junk', 'Trash'];

/** Lays the sample mails into new Maildirs under `root`, and says how many they are. */
export async function seedMailboxes(root: string): Promise<number> {
  let laid = 0;
  for (const { mailbox } of COLLEAGUES) {
    await mkdir(join(root, mailbox), { recursive: true });
    const contents = folderContents(mailbox);
    const folders = [...new Set([...STANDARD, ...[...contents.keys()].flatMap(withParents)])];
    for (const folder of folders) {
      const mails = contents.get(folder) ?? [];
      await seedMaildir(root, mailbox, folder, mails);
      laid += mails.length;
    }
    await subscribeFolders(root, mailbox, folders);
  }
  return laid;
}

function withParents(folder: string): string[] {
  const parts = folder.split('/');
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
