import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Guard, startChild } from './child-process.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { COLLEAGUES } from './people.ts';
import type { Started } from './started.ts';
import { serves, waitUntil } from './wait-until.ts';

/** Named without a PHP version; php-cgi is there so that apt does not choose Apache for the package "php". */
export const ROUNDCUBE_PACKAGES = [
  'php-cli',
  'php-cgi',
  'php-sqlite3',
  'roundcube-sqlite3',
  'roundcube-core',
];

/** No database made by the package, no web server touched by it. */
export const ROUNDCUBE_ANSWERS = [
  'roundcube-core roundcube/dbconfig-install boolean false',
  'roundcube-core roundcube/database-type select sqlite3',
  'roundcube-core roundcube/reconfigure-webserver multiselect',
];

export type RoundcubeOptions = {
  guard: Guard;
  data: string;
  logs: string;
  port: number;
  imapPort: number;
  smtpPort: number;
  language: Language;
  signal?: AbortSignal;
};

const IMAP_HOST = '127.0.0.1';

const configuration = (home: string, { imapPort, smtpPort, language }: RoundcubeOptions) => `<?php
$config = [
  'db_dsnw' => 'sqlite:///${home}/roundcube.db?mode=0640',
  'imap_host' => '${IMAP_HOST}:${imapPort}',
  'smtp_host' => '127.0.0.1:${smtpPort}',
  'smtp_user' => '',
  'smtp_pass' => '',
  'temp_dir' => '${home}/temp',
  'log_dir' => '${home}/logs',
  'log_driver' => 'file',
  'des_key' => 'tidewater-sample-24-char',
  'product_name' => 'Tidewater Mail',
  'skin' => 'elastic',
  'language' => '${LANGUAGES[language].roundcube}',
  'timezone' => 'auto',
  'plugins' => [],
  'enable_installer' => false,
  'enable_spellcheck' => false,
  'create_default_folders' => false,
  'session_lifetime' => 600,
];
`;

/** Starts a Roundcube on PHP's own server at 127.0.0.1:`port`. Its users' time zone is their browser's. */
export async function startRoundcube(options: RoundcubeOptions): Promise<Started<{ url: string }>> {
  const { guard, data, logs, port, language, signal } = options;
  const home = join(data, 'roundcube');
  for (const part of ['config', 'temp', 'logs', 'sessions'])
    await mkdir(join(home, part), { recursive: true });
  for (const file of ['defaults.inc.php', 'mimetypes.php']) {
    await rm(join(home, 'config', file), { force: true });
    await symlink(join('/etc/roundcube', file), join(home, 'config', file));
  }
  await writeFile(join(home, 'config', 'config.inc.php'), configuration(home, options));
  prepareDatabase(join(home, 'roundcube.db'), language);
  spawnSync('chown', ['-R', 'www-data:www-data', home]);

  const settings = {
    'session.save_path': join(home, 'sessions'),
    display_errors: '0',
    log_errors: '1',
    'date.timezone': 'UTC',
  };
  // Debian 11 keeps the pages one level higher
  const pages =
    ['/var/lib/roundcube/public_html', '/var/lib/roundcube'].find(existsSync) ?? '/var/lib/roundcube';
  const child = startChild(guard, {
    name: 'roundcube',
    command: 'php',
    args: [
      ...Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]),
      ...['-S', `127.0.0.1:${port}`, '-t', pages],
    ],
    env: { ROUNDCUBE_CONFIG_DIR: join(home, 'config'), PHP_CLI_SERVER_WORKERS: '6' },
    user: 'www-data',
    // on this one PHP waits for its workers; otherwise they are left to a process 1 that may not reap
    stopSignal: 'SIGINT',
    cwd: '/',
    logFile: join(logs, 'roundcube.out'),
  });
  const url = `http://127.0.0.1:${port}/`;
  const waited = await waitUntil(() => serves(url, 'rcmloginuser'), child, signal);
  if (waited.kind === 'ready') return { kind: 'started', value: { url }, stop: child.stop };
  await child.stop();
  return waited;
}

/** Makes the tables and the users with their names, so that what they write carries a sender's name. */
function prepareDatabase(file: string, language: Language): void {
  const fresh = !existsSync(file);
  const database = new DatabaseSync(file);
  try {
    if (fresh) database.exec(readFileSync('/usr/share/roundcube/SQL/sqlite.initial.sql', 'utf8'));
    const addUser = database.prepare(
      `insert into users (user_id, username, mail_host, created, preferences) values (?, ?, ?, datetime('now'), 'a:0:{}')
       on conflict do nothing`,
    );
    const addIdentity = database.prepare(
      `insert into identities (identity_id, user_id, changed, standard, name, email)
       values (?, ?, datetime('now'), 1, ?, ?) on conflict do nothing`,
    );
    COLLEAGUES.forEach(({ name, email }, index) => {
      addUser.run(index + 1, email, IMAP_HOST);
      addIdentity.run(index + 1, index + 1, name, email);
    });
    // a user's own language would outrank the configured one
    database.prepare('update users set language = ?').run(LANGUAGES[language].roundcube);
  } finally {
    database.close();
  }
}
