/**
 * `node tests/migrations/write-stored-database.ts` stores the database of the newest version as a device leaves it that has pulled,
 * captured, been asked and been refused. Run it once when a migration is added; what is there already is never rewritten.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { addYields } from '../../extension/db/add-yields.ts';
import { migrations } from '../../extension/db/migrations.ts';
import { recordReading } from '../../extension/record/record-reading.ts';
import { writeDecision, writeEdit } from '../../extension/record/write-decisions.ts';
import { parkOperation } from '../../extension/sync/acknowledge.ts';
import { type Pair, pairId } from '../../shared/domain/pair.ts';
import { dayOf, noCounts } from '../../shared/yield/yield-counts.ts';
import { madeUpId, madeUpMail, madeUpReading, policy } from '../extension/made-up-device.ts';
import { syncingDevice } from '../extension/sync/syncing-device.ts';
import { type StoredDatabase, storedPath } from './stored-database.ts';

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
await device.syncer.sync();
const { page } = await read({
  messageId: 'two@harbour.example',
  subject: 'Offer',
  signature: { title: 'Buyer', phones: ['+351 1'], sure: 0.9 },
});
await read({ messageId: 'three@north.example', from: { name: 'Anna North', email: 'anna@north.example' } });
const [account] = await device.db.accounts.toArray();
await writeEdit(device, [
  { on: 'account', id: account?.id ?? '', rank: 'person', set: { name: 'Harbour Tools' } },
]);
await writeDecision(device, { name: 'withdraw-touch', touch: page.touches[0] ?? '' });
const last = await device.db.outbox.orderBy('n').last();
if (last !== undefined) await parkOperation(device.db, last, 'not-allowed');
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
writeFileSync(path, `${JSON.stringify({ version, tables }, null, 1)}\n`);
console.log(`stored version ${version}: ${path}`);
