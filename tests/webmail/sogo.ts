import { spawnSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Child, type Guard, startChild } from './child-process.ts';
import type { Language } from './languages.ts';
import { LANGUAGES } from './languages.ts';
import { type Mailbox, OWN_DOMAIN } from './people.ts';
import { accepts } from './ports.ts';
import { startSogoDatabase, USER_TABLE } from './sogo-database.ts';
import { startSogoFront } from './sogo-front.ts';
import type { Started } from './started.ts';
import { serves, waitUntil } from './wait-until.ts';

export const SOGO_PACKAGES = ['postgresql', 'memcached', 'sogo'];

export type SogoOptions = {
  guard: Guard;
  data: string;
  logs: string;
  port(name: string): Promise<number>;
  imapPort: number;
  smtpPort: number;
  language: Language;
  timeZones: Partial<Record<Mailbox, string>>;
  signal?: AbortSignal;
};

type Address = { databaseUrl: string; memcachedPort: number; spool: string };

/** A sogod serves one request at a time; a page of SOGo's asks for several. */
const WORKERS = ['sogod-1', 'sogod-2', 'sogod-3'];

/** Starts a SOGo with its own PostgreSQL and memcached on 127.0.0.1. `stop` ends them all. */
export async function startSogo(options: SogoOptions): Promise<Started<{ url: string }>> {
  const { guard, data, logs, port, signal } = options;
  const home = join(data, 'sogo');
  const spool = join(home, 'spool');
  await mkdir(spool, { recursive: true });
  spawnSync('chown', ['sogo:sogo', home, spool]);
  const shared = { guard, logs, ...(signal && { signal }) };
  const disposers: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const dispose of disposers.splice(0).reverse()) await dispose();
  };
  const { language, timeZones } = options;
  const database = await startSogoDatabase({
    ...shared,
    home,
    port: await port('postgresql'),
    language,
    timeZones,
  });
  if (database.kind === 'unavailable') return database;
  disposers.push(database.stop);

  const memcachedPort = await port('memcached');
  const memcached = startChild(guard, {
    name: 'memcached',
    command: 'memcached',
    args: ['-l', '127.0.0.1', '-p', String(memcachedPort), '-U', '0', '-m', '32'],
    user: 'memcache',
    cwd: '/',
    logFile: join(logs, 'memcached.out'),
  });
  disposers.push(memcached.stop);
  const settings = sogodSettings(options, { databaseUrl: database.value.url, memcachedPort, spool });
  const sogodPorts: number[] = [];
  let waited = await waitUntil(() => accepts(memcachedPort), memcached, signal);
  // one after the other, since the first one makes tables
  for (const name of WORKERS) {
    if (waited.kind === 'unavailable') break;
    const sogodPort = await port(name);
    sogodPorts.push(sogodPort);
    const sogod = await startSogod({ ...shared, name, home, port: sogodPort, settings });
    disposers.push(sogod.stop);
    waited = await waitUntil(() => serves(`http://127.0.0.1:${sogodPort}/SOGo/`, 'ng-app'), sogod, signal);
  }
  const frontPort = await port('sogo');
  disposers.push(await startSogoFront(frontPort, sogodPorts));
  if (waited.kind === 'ready')
    return { kind: 'started', value: { url: `http://127.0.0.1:${frontPort}/SOGo/` }, stop };
  await stop();
  return waited;
}

type SogodOptions = {
  guard: Guard;
  name: string;
  home: string;
  logs: string;
  port: number;
  settings: Record<string, string>;
};

/**
 * Decision: no SOGo watchdog. Its workers lead process groups of their own, so that they outlive whoever is killed,
 * and ending it takes more than five seconds. Single processes behind our front do the same work.
 */
async function startSogod({ guard, name, home, logs, port, settings }: SogodOptions): Promise<Child> {
  const pidFile = join(home, `${name}.pid`);
  // sogod believes in the file of one that was killed
  await rm(pidFile, { force: true });
  const own = { WOPort: `127.0.0.1:${port}`, WONoDetach: 'YES', WOPidFile: pidFile, WOLogFile: '-' };
  return startChild(guard, {
    name,
    command: 'sogod',
    args: asArguments({ ...settings, ...own }),
    env: { HOME: home },
    user: 'sogo',
    // on SIGTERM it first waits for one more request; it has nothing to lose
    stopSignal: 'SIGKILL',
    cwd: join(home, 'spool'),
    logFile: join(logs, `${name}.out`),
  });
}

function sogodSettings(
  { imapPort, smtpPort, language }: SogoOptions,
  { databaseUrl, memcachedPort, spool }: Address,
): Record<string, string> {
  const source = {
    type: 'sql',
    id: 'people',
    viewURL: `${databaseUrl}/${USER_TABLE}`,
    canAuthenticate: 'YES',
    isAddressBook: 'NO',
    userPasswordAlgorithm: 'plain',
  };
  const properties = Object.entries(source).map(([name, value]) => `${name} = "${value}";`);
  return {
    SOGoProfileURL: `${databaseUrl}/sogo_user_profile`,
    OCSFolderInfoURL: `${databaseUrl}/sogo_folder_info`,
    OCSSessionsFolderURL: `${databaseUrl}/sogo_sessions_folder`,
    OCSEMailAlarmsFolderURL: `${databaseUrl}/sogo_alarms_folder`,
    SOGoUserSources: `({ ${properties.join(' ')} })`,
    SOGoMemcachedHost: `127.0.0.1:${memcachedPort}`,
    SOGoIMAPServer: `imap://127.0.0.1:${imapPort}`,
    SOGoMailingMechanism: 'smtp',
    SOGoSMTPServer: `smtp://127.0.0.1:${smtpPort}`,
    SOGoMailDomain: OWN_DOMAIN,
    SOGoSentFolderName: 'Sent',
    SOGoTrashFolderName: 'Trash',
    SOGoDraftsFolderName: 'Drafts',
    SOGoJunkFolderName: 'Junk',
    SOGoSieveScriptsEnabled: 'NO',
    SOGoVacationEnabled: 'NO',
    SOGoForwardEnabled: 'NO',
    SOGoLoginModule: 'Mail',
    SOGoLanguage: LANGUAGES[language].sogo,
    SOGoTimeZone: 'UTC',
    SOGoMailMessageCheck: 'manually',
    SOGoMailSpoolPath: spool,
    SOGoPageTitle: 'Tidewater Groupware',
    SxVMemLimit: '512',
    WOUseWatchDog: 'NO',
  };
}

/**
 * Decision: sogod reads /etc/sogo/sogo.conf and offers no other path, but its defaults are GNUstep's, where arguments
 * (`-Key value`, a property list allowed as the value) outrank every file. So everything is given as arguments: several
 * instances can run at once, and nothing under /etc is written.
 */
const asArguments = (settings: Record<string, string>) =>
  Object.entries(settings).flatMap(([key, value]) => [`-${key}`, value]);
