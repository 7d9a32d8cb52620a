/**
 * `node tests/migrations/write-stored-database.ts` stores the database of the newest version as a device leaves it that has pulled,
 * captured, been asked and been refused. Run it once when a migration is added; what is there already is never rewritten.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { addYields } from '../../extension/db/add-yields.ts';
import { enqueueInBulk } from '../../extension/db/enqueue-operations.ts';
import { migrations } from '../../extension/db/migrations.ts';
import { reach } from '../../extension/db/reach.ts';
import { segmentsOfRows } from '../../extension/db/segment.ts';
import { appendSegments } from '../../extension/db/segments.ts';
import { recordTables } from '../../extension/db/settle-records.ts';
import { recordReading } from '../../extension/record/record-reading.ts';
import { writeDecision, writeEdit } from '../../extension/record/write-decisions.ts';
import { parkBatch } from '../../extension/sync/acknowledge.ts';
import { type Pair, pairId } from '../../shared/domain/pair.ts';
import type { Change } from '../../shared/sync/change.ts';
import type { PackedRow } from '../../shared/sync/packed-row.ts';
import { dayOf, noCounts } from '../../shared/yield/yield-counts.ts';
import { madeUpId, madeUpMail, madeUpReading, policy } from '../extension/made-up-device.ts';
import { syncingDevice } from '../extension/sync/syncing-device.ts';
import { type StoredDatabase, storedPath, textOf } from './stored-database.ts';

const version = migrations.at(-1)?.version ?? 0;
const path = storedPath(version);
if (existsSync(path)) throw new Error(`version ${version} is stored already: ${path}`);

const device = await syncingDevice();
const read = (mail: Parameters<typeof madeUpMail>[0]) =>
  recordReading(device, madeUpReading([madeUpMail(mail)]), policy);
const [one, other] = [madeUpId(31), madeUpId(32)];
const apart: Pair = {
  of: 'person',
  keep: one,
  other,
  verdict: 'apart',
  reasons: [],
  automatic: false,
  by: device.member,
  at: device.now(),
  number: 0,
};
device.server.put({ kind: 'pair', id: pairId(one, other), gone: false, fact: apart });
await read({ cc: [{ name: 'Pia Lind', email: 'pia@freemail.example' }] });
const note = { about: one, text: 'Prefers mornings' };
await writeEdit(device, [{ on: 'note', id: madeUpId(41), rank: 'person', set: note }]);
await device.syncer.sync();
const { page } = await read({
  messageId: 'two@harbour.example',
  subject: 'Offer',
  signature: { title: 'Buyer', phones: ['+351 1'], sure: 0.9 },
});
await read({ messageId: 'three@north.example', from: { name: 'Anna North', email: 'anna@north.example' } });
const [account] = await device.db.accounts.toArray();
const edit: Change = {
  on: 'account',
  id: account?.id ?? '',
  rank: 'person',
  set: { name: 'Harbour Tools' },
};
const { db, member, random } = device;
await db.transaction('rw', recordTables(db), async () => {
  const author = { member, device: device.device, now: device.now(), random };
  await enqueueInBulk(db, [{ type: 'write', changes: [edit] }], author);
});
await reach(db, { ids: [edit.id] }, { around: 'none' });
const sighting: PackedRow = [
  'sighting',
  madeUpId(40),
  50,
  { fact: { subject: { kind: 'account', id: edit.id } } },
];
await db.transaction('rw', recordTables(db), async () => {
  await appendSegments(db, segmentsOfRows([sighting], 0));
});
await writeDecision(device, { name: 'withdraw-touch', touch: page.touches[0] ?? '' });
const last = await device.db.outbox.orderBy('n').last();
if (last !== undefined) {
  await parkBatch(device.db, { kind: 'singles', rows: [last], count: 1, last: last.id }, 'not-allowed');
}
await device.db.mailboxes.put({ address: 'jonas@freemail.example', answer: 'yes' });

await device.db.duplicates.put({
  id: pairId(one, madeUpId(33)),
  kind: 'person',
  one,
  other: madeUpId(33),
  score: 0.6,
  reasons: [{ kind: 'same-name', one: 'Ines Duarte', other: 'Ines Duarte' }],
});

await addYields(device.db, [
  {
    day: dayOf(device.now()),
    reader: 'roundcube',
    version: 1,
    counts: { ...noCounts, seen: 3, read: 2, partly: 1 },
  },
]);

const tables: StoredDatabase['tables'] = {};
for (const table of device.db.tables) tables[table.name] = await table.toArray();
writeFileSync(path, textOf({ version, tables }));
console.log(`stored version ${version}: ${path}`);
