import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Guard, startChild } from './child-process.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { COLLEAGUES, type Mailbox, PASSWORD } from './people.ts';
import { removeStaleLock } from './stale-cluster.ts';
import type { Started } from './started.ts';
import { waitUntil } from './wait-until.ts';

export type SogoDatabaseOptions = {
  guard: Guard;
  home: string;
  logs: string;
  port: number;
  language: Language;
  timeZones: Partial<Record<Mailbox, string>>;
  signal?: AbortSignal;
};

/** The table SOGo looks people up in: a "view" with these columns is what its SQL user source asks for. */
export const USER_TABLE = 'tidewater_people';

/** Starts a private PostgreSQL for SOGo with its users and their preferences. The value is the database's URL. */
export async function startSogoDatabase(options: SogoDatabaseOptions): Promise<Started<{ url: string }>> {
  const { guard, home, logs, port, language, timeZones, signal } = options;
  const bin = newestPostgres();
  if (bin === undefined) return { kind: 'unavailable', why: 'no PostgreSQL under /usr/lib/postgresql' };
  const cluster = join(home, 'postgresql');
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    const made = await makeCluster(bin, cluster);
    if (made !== '') return { kind: 'unavailable', why: `initdb: ${made}` };
  }
  await removeStaleLock(cluster);
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    // what a power cut would do to a sample does not matter
    fsync: 'off',
    synchronous_commit: 'off',
  };
  const child = startChild(guard, {
    name: 'postgresql',
    command: join(bin, 'postgres'),
    args: ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    user: 'postgres',
    stopSignal: 'SIGINT', // its "fast" way down: SIGTERM would wait for SOGo's connections
    cwd: '/',
    logFile: join(logs, 'postgresql.out'),
  });
  const sql = (database: string, statements: string) => runSql(port, database, statements);
  const waited = await waitUntil(async () => (await sql('postgres', 'select 1')).ok, child, signal);
  if (waited.kind === 'unavailable') {
    await child.stop();
    return waited;
  }
  const exists = await sql('postgres', "select 'yes' from pg_database where datname = 'sogo'");
  if (!exists.output.includes('yes')) await sql('postgres', 'create database sogo');
  const prepared = await sql('sogo', peopleAndPreferences(language, timeZones));
  if (prepared.ok) {
    return { kind: 'started', value: { url: `postgresql://sogo@127.0.0.1:${port}/sogo` }, stop: child.stop };
  }
  await child.stop();
  return { kind: 'unavailable', why: `SOGo's database: ${prepared.output}` };
}

function newestPostgres(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions
    .map((version) => join(root, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'postgres')));
}

async function makeCluster(bin: string, cluster: string): Promise<string> {
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  await chown(cluster, id('-u'), id('-g'));
  const options = ['-D', cluster, '-U', 'sogo', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  const asPostgres = [
    '--reuid',
    'postgres',
    '--regid',
    'postgres',
    '--init-groups',
    '--',
    join(bin, 'initdb'),
  ];
  const child = spawn('setpriv', [...asPostgres, ...options], {
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [errors, code] = await Promise.all([
    text(child.stderr),
    new Promise<number>((done) => child.once('exit', (status) => done(status ?? -1))),
  ]);
  return code === 0 ? '' : errors.trim();
}

const quote = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** SOGo makes its own tables; that of the profiles is made here, as SOGo would, to hold preferences from the start. */
function peopleAndPreferences(language: Language, timeZones: Partial<Record<Mailbox, string>>): string {
  const people = COLLEAGUES.map(
    ({ name, email }) => `(${[email, email, PASSWORD, name, email].map(quote).join(', ')})`,
  );
  const profiles = COLLEAGUES.map(({ mailbox, email }) => {
    const defaults = { SOGoTimeZone: timeZones[mailbox] ?? 'UTC', SOGoLanguage: LANGUAGES[language].sogo };
    return `(${quote(email)}, ${quote(JSON.stringify(defaults))}, '{}')`;
  });
  return `
create table if not exists ${USER_TABLE} (c_uid varchar(128) primary key, c_name varchar(128),
  c_password varchar(128), c_cn varchar(128), mail varchar(128));
insert into ${USER_TABLE} values ${people.join(', ')} on conflict (c_uid) do update set c_password = excluded.c_password;
create table if not exists sogo_user_profile (c_uid varchar(255) not null primary key, c_defaults text, c_settings text);
insert into sogo_user_profile as known values ${profiles.join(', ')} on conflict (c_uid) do update
  set c_defaults = (coalesce(nullif(known.c_defaults, ''), '{}')::jsonb || excluded.c_defaults::jsonb)::text;
`;
}

async function runSql(
  port: number,
  database: string,
  statements: string,
): Promise<{ ok: boolean; output: string }> {
  const where = ['-h', '127.0.0.1', '-p', String(port), '-U', 'sogo', '-d', database];
  const child = spawn('psql', ['-qtAX', '-v', 'ON_ERROR_STOP=1', ...where, '-c', statements], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [printed, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number>((done) => child.once('close', (status) => done(status ?? -1))),
  ]);
  return { ok: code === 0, output: code === 0 ? printed : errors };
}
