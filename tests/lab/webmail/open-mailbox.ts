import { spawnSync } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { signInToRoundcube } from '../../e2e/roundcube-session.ts';
import { signInToSogo } from '../../e2e/sogo-session.ts';
import { findChromium } from '../../tools/find-chromium.ts';
import type { Language } from '../../webmail/languages.ts';
import { seedMaildir } from '../../webmail/maildir.ts';
import { COLLEAGUES, type Mailbox } from '../../webmail/people.ts';
import { type Server, startWebmail, type Webmail } from '../../webmail/start-webmail.ts';

export type OpenMailbox = {
  /** Signed in, with the list of mails in front. */
  page: Page;
  /** Shows the mail at that place among those given, as its link does. */
  show(index: number): Promise<void>;
  close(): Promise<void>;
};

type Wanted = { server: Server; language: Language; mails: readonly Uint8Array[]; signal: AbortSignal };

const mailbox: Mailbox = 'jonas';
const folder = 'Lab';

/** A real webmail with these mails in a folder of somebody who is signed in, in a real Chromium. Throws where it cannot be had. */
export async function openMailbox(wanted: Wanted): Promise<OpenMailbox> {
  const { server, language, signal } = wanted;
  const disposers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const dispose of disposers.splice(0).reverse()) await dispose();
  };
  try {
    const state = await mkdtemp(join(tmpdir(), 'lab-webmail-'));
    disposers.push(() => rm(state, { recursive: true, force: true }));
    const started = await startWebmail({ state, servers: [server], language, signal });
    if (started.kind === 'unavailable') throw new Error(started.why);
    disposers.push(started.webmail.stop);
    await layMails(join(await realpath(join(state, 'data')), 'mail'), wanted.mails);
    const found = findChromium();
    if (found.kind !== 'found') throw new Error(found.why);
    const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
    disposers.push(() => browser.close());
    const context = await browser.newContext({ locale: language });
    const page = await signIn[server](context, addressOf(started.webmail, server), {
      email: COLLEAGUES.find((one) => one.mailbox === mailbox)?.email ?? '',
      password: started.webmail.password,
    });
    return { page, show: (index) => show[server](page, index + 1), close };
  } catch (error) {
    await close();
    throw error;
  }
}

const signIn = { roundcube: signInToRoundcube, sogo: signInToSogo };

function addressOf(webmail: Webmail, server: Server): string {
  const url = webmail[server]?.url;
  if (url === undefined) throw new Error(`no ${server}`);
  return url;
}

/** In a folder that nobody has opened yet, so that the mails have the UIDs 1, 2, 3 … */
async function layMails(mailRoot: string, mails: readonly Uint8Array[]): Promise<void> {
  const first = Date.UTC(2026, 0, 1) / 1000;
  const seeded = mails.map((bytes, i) => ({ uid: i + 1, seen: true, epochSeconds: first + 60 * i, bytes }));
  await seedMaildir(mailRoot, mailbox, folder, seeded);
  spawnSync('chown', ['-R', 'mail:mail', join(mailRoot, mailbox)]);
}

const show: Record<Server, (page: Page, uid: number) => Promise<void>> = {
  roundcube: async (page, uid) => {
    const asked = new URLSearchParams({ _task: 'mail', _action: 'show', _mbox: folder, _uid: String(uid) });
    await page.goto(`${new URL(page.url()).origin}/?${asked}`, { waitUntil: 'commit' });
  },
  sogo: (page, uid) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, `#!/Mail/0/${folder}/${uid}`),
};
