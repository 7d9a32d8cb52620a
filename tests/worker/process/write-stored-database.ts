// Run by hand when a migration is added, before it is released: node tests/worker/process/write-stored-database.ts
// It plays a small story on a real worker and keeps the database as SQL, one statement a line, for later versions to open.

import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { randomId } from '../../../shared/domain/ids.ts';
import { dayOf } from '../../../shared/yield/yield-counts.ts';
import { problemOf } from '../device-client.ts';
import { account, command, keyOf, noon, person, sighting, touch, write } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { yieldOf } from '../made-up-yields.ts';
import { temporaryFolder, workerUnderTest } from './worker-under-test.ts';

await using folder = await temporaryFolder();
let token = '';
{
  await using worker = await workerUnderTest(folder.path);
  token = await playStory(worker.send);
}
const objects = join(folder.path, 'objects', 'holdfast-workspace');
const files = (await readdir(objects)).filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
const [file = ''] = files;
const database = new DatabaseSync(join(objects, file), { readOnly: true });
const [meta] = database.prepare('SELECT schema FROM meta').all();
const target = new URL(`../inside/stored/schema-${meta?.schema}.sql`, import.meta.url);
await writeFile(target, [`-- ${token}`, ...statements(database), ''].join('\n'));
console.log(target.pathname);

async function playStory(send: Parameters<typeof foundWorkspace>[0]): Promise<string> {
  const { admin, invite, member } = await foundWorkspace(send);
  const jonas = await member('Jonas Weber', 'rep');
  const amira = await member('Amira Haddad', 'rep');
  const [gull, ines, mail] = [randomId(), randomId(), randomId()];
  const strong = keyOf('message one');
  await jonas.push(
    write(
      account(gull, 'Gull & Daughters', { add: { domains: ['gull.example'] } }),
      person(ines, 'Ines Gull', { add: { emails: ['ines@gull.example'] } }),
      touch(mail, {
        strong,
        weak: keyOf('envelope'),
        people: [{ person: ines, role: 'from' }],
        accounts: [gull],
      }),
      sighting(randomId(), ines, { touch: mail, read: { name: 'Ines Gull', emails: ['ines@gull.example'] } }),
    ),
    // The same address again: merged by the server.
    write(person(randomId(), 'I. Gull', { add: { emails: ['ines@gull.example'] } })),
    write(person(randomId(), 'n'.repeat(201))),
  );
  await amira.push(write(touch(randomId(), { strong, at: noon + 1000 })));
  const privately = randomId();
  await amira.push(write(touch(privately, { strong: keyOf('private') })));
  await amira.push(command({ name: 'withdraw-touch', touch: privately }));
  await jonas.post('/v1/yields', { rows: [yieldOf(dayOf(Date.now()))] });
  await admin.post(`/v1/members/${jonas.member}/status`, { status: 'departed' });
  const { nonce } = await problemOf(await jonas.get('/v1/me'));
  await jonas.post('/v1/quarantine', { nonce, operations: [write(person(randomId()))] });
  await amira.post('/v1/live-ticket');
  await invite('Nils Deputy', 'admin');
  return amira.token;
}

/** The database as statements that make it again. */
function statements(database: DatabaseSync): string[] {
  const made = database
    .prepare(
      "SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT GLOB '_cf_*' ORDER BY rowid",
    )
    .all();
  const tables = made.filter(({ type }) => type === 'table').map(({ name }) => String(name));
  return [
    ...made.map(({ sql }) => String(sql).replace(/\s+/g, ' ')),
    ...tables.flatMap((table) =>
      database
        .prepare(`SELECT * FROM ${table}`)
        .all()
        .map((row) => `INSERT INTO ${table} VALUES (${Object.values(row).map(literal).join(', ')})`),
    ),
  ];
}

function literal(value: SQLOutputValue): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}
