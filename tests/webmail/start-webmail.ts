import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startGuard } from './child-process.ts';
import { ensurePackages } from './debian-packages.ts';
import { startDovecot } from './dovecot.ts';
import type { Language } from './languages.ts';
import { deliverToMaildir } from './maildir.ts';
import { type Mailbox, PASSWORD } from './people.ts';
import { ROUNDCUBE_ANSWERS, ROUNDCUBE_PACKAGES, startRoundcube } from './roundcube.ts';
import { seedMailboxes } from './seed-mailboxes.ts';
import { startSmtpSink } from './smtp-sink.ts';
import { SOGO_PACKAGES, startSogo } from './sogo.ts';
import { openStateFolder, type StateFolder } from './state-folder.ts';

export type Server = 'roundcube' | 'sogo';

export type Webmail = {
  roundcube: { url: string } | null;
  sogo: { url: string } | null;
  imapPort: number;
  smtpPort: number;
  /** The same for all three people; they sign in with their whole address. */
  password: string;
  /** Puts a mail into somebody's folder (INBOX unless named), where it appears at the next look. */
  deliver(eml: Uint8Array, to: Mailbox, folder?: string): Promise<void>;
  stop(): Promise<void>;
};

export type WebmailOptions = {
  /** A folder for everything written; a second start on it finds mail and settings as they were left. */
  state: string;
  servers: readonly Server[];
  /** Throws away mail and settings first. */
  reseed?: boolean;
  signal?: AbortSignal;
  log?: (line: string) => void;
  /** The interface language of both webmails; English unless named. */
  language?: Language;
  /** Time zones (IANA names) of SOGo's users; UTC unless named. Roundcube goes by the browser's. */
  timeZones?: Partial<Record<Mailbox, string>>;
};

type WebmailStart = { kind: 'started'; webmail: Webmail } | { kind: 'unavailable'; why: string };

type Disposer = () => Promise<void>;

/**
 * Starts real webmails over a real IMAP server with the sample mails, all on free ports of 127.0.0.1. Debian packages
 * that are missing are installed. Aborting the signal stops everything, as `stop()` does.
 */
export async function startWebmail(options: WebmailOptions): Promise<WebmailStart> {
  const { servers, signal, log = () => {} } = options;
  if (process.getuid?.() !== 0) {
    return {
      kind: 'unavailable',
      why: 'the sample webmail starts servers as system users, which needs root',
    };
  }
  const packages = [
    'dovecot-imapd',
    ...(servers.includes('roundcube') ? ROUNDCUBE_PACKAGES : []),
    ...(servers.includes('sogo') ? SOGO_PACKAGES : []),
  ];
  const ensured = await ensurePackages(packages, {
    ...(signal && { signal }),
    log,
    answers: ROUNDCUBE_ANSWERS,
  });
  if (ensured.kind === 'unavailable') return ensured;
  const opened = await openStateFolder(resolve(options.state));
  if (opened.kind === 'unavailable') return opened;

  const disposers: Disposer[] = [opened.folder.release];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= disposeAll(disposers);
    return stopping;
  };
  const begun = await startServers(options, opened.folder, disposers);
  if (begun.kind === 'unavailable' || signal?.aborted) {
    await stop();
    return begun.kind === 'unavailable' ? begun : { kind: 'unavailable', why: 'stopped while starting' };
  }
  signal?.addEventListener('abort', () => void stop(), { once: true });
  return { kind: 'started', webmail: { ...begun.webmail, stop } };
}

async function disposeAll(disposers: Disposer[]): Promise<void> {
  for (const dispose of disposers.reverse()) await dispose();
}

async function startServers(
  { servers, reseed = false, signal, log = () => {}, language = 'en', timeZones = {} }: WebmailOptions,
  folder: StateFolder,
  disposers: Disposer[],
): Promise<{ kind: 'started'; webmail: Omit<Webmail, 'stop'> } | { kind: 'unavailable'; why: string }> {
  const { data, run } = folder;
  if (reseed)
    for (const part of ['mail', 'roundcube', 'sogo'])
      await rm(join(data, part), { recursive: true, force: true });
  const logs = join(data, 'logs');
  await mkdir(logs, { recursive: true });
  // each server appends to its log as its own user
  spawnSync('chmod', ['1777', logs]);
  const mailRoot = join(data, 'mail');
  await seedOnce(mailRoot, log);

  const guard = startGuard();
  disposers.push(async () => guard.close());
  const shared = { guard, data, logs, ...(signal && { signal }) };
  const imapPort = await folder.port('imap');
  const { uid, gid } = await stat(join(mailRoot, 'jonas'));
  const dovecot = await startDovecot({ ...shared, mailRoot, run, port: imapPort, mailUser: { uid, gid } });
  if (dovecot.kind === 'unavailable') return dovecot;
  disposers.push(dovecot.child.stop);

  const deliver = (eml: Uint8Array, to: Mailbox, name = 'INBOX') => deliverToMaildir(mailRoot, to, name, eml);
  const smtpPort = await folder.port('smtp');
  disposers.push(await startSmtpSink(smtpPort, deliver));

  const webmail: Omit<Webmail, 'stop'> = {
    roundcube: null,
    sogo: null,
    imapPort,
    smtpPort,
    password: PASSWORD,
    deliver,
  };
  if (servers.includes('roundcube')) {
    const port = await folder.port('roundcube');
    const roundcube = await startRoundcube({ ...shared, port, imapPort, smtpPort, language });
    if (roundcube.kind === 'unavailable') return roundcube;
    disposers.push(roundcube.stop);
    webmail.roundcube = roundcube.value;
    log(`Roundcube: ${roundcube.value.url}`);
  }
  if (servers.includes('sogo')) {
    const sogo = await startSogo({ ...shared, port: folder.port, imapPort, smtpPort, language, timeZones });
    if (sogo.kind === 'unavailable') return sogo;
    disposers.push(sogo.stop);
    webmail.sogo = sogo.value;
    log(`SOGo: ${sogo.value.url}`);
  }
  return { kind: 'started', webmail };
}

async function seedOnce(mailRoot: string, log: (line: string) => void): Promise<void> {
  // written last, so that a seeding that was interrupted is done again from the start
  const done = join(mailRoot, '.seeded');
  if (existsSync(done)) return;
  await rm(mailRoot, { recursive: true, force: true });
  log(`${await seedMailboxes(mailRoot)} sample mails laid`);
  spawnSync('chown', ['-R', 'mail:mail', mailRoot]);
  await writeFile(done, '');
}
