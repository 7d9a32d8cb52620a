import { expect, it } from 'vitest';
import { allBundles, operationsOf } from '../../../extension/db/bundles.ts';
import { viewOf } from '../../../extension/db/held-state.ts';
import { importChanges } from '../../../extension/db/import-changes.ts';
import { ownKey } from '../../../extension/db/record-keys.ts';
import { unpackOldest } from '../../../extension/db/unpack.ts';
import { idFromBytes } from '../../../shared/domain/ids.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { madeUpDevice, seededRandom } from '../made-up-device.ts';

const seeded = seededRandom(21);
const ids = Array.from({ length: 6000 }, () => idFromBytes(seeded(16)));

const named = (id: string, name: string): Change => ({ on: 'person', id, rank: 'person', set: { name } });

it('what a file brings goes out in the order of the ids, all of it and each record once', async () => {
  const { db, member, device, now, random } = await madeUpDevice();
  const changes = ids.map((id, n) => named(id, `Person ${n}`));
  await importChanges(db, changes, { member, device, now: now(), random });
  const sent: string[] = [];
  for (const bundle of await allBundles(db)) {
    for (const operation of await operationsOf(db, bundle)) {
      if (operation.type === 'write') sent.push(...operation.changes.map(({ id }) => id));
    }
  }
  const keys = sent.map(ownKey);
  expect(keys).toEqual(keys.toSorted((a, b) => a - b));
  expect(sent.toSorted()).toEqual(ids.toSorted());
});

it('changes of one record stay in the order in which the file has them', async () => {
  const { db, member, device, now, random } = await madeUpDevice();
  const [first = '', second = ''] = ids;
  const changes = [named(first, 'One'), named(second, 'Two'), named(first, 'Uno'), named(first, 'Eins')];
  await importChanges(db, changes, { member, device, now: now(), random });
  const [bundle] = await allBundles(db);
  const [operation] = bundle === undefined ? [] : await operationsOf(db, bundle);
  const names = operation?.type === 'write' ? operation.changes.filter(({ id }) => id === first) : [];
  expect(names).toMatchObject(['One', 'Uno', 'Eins'].map((name) => ({ set: { name } })));
  while (await unpackOldest(db));
  const row = await db.people.get(second);
  expect(row === undefined ? null : viewOf(row).fields?.name?.value).toBe('Two');
});
