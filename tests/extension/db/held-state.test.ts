import { expect, test } from 'vitest';
import { viewOf } from '../../../extension/db/held-state.ts';
import { recordReading } from '../../../extension/record/record-reading.ts';
import { writeEdit } from '../../../extension/record/write-decisions.ts';
import { madeUpMail, madeUpReading, policy } from '../made-up-device.ts';
import { syncingDevice } from '../sync/syncing-device.ts';

test('a record lies on the device once, and twice only while own operations lie on what the server sent', async () => {
  const device = await syncingDevice();
  await recordReading(device, madeUpReading([madeUpMail()]), policy);
  await device.syncer.sync();
  const [settled] = await device.db.accounts.toArray();
  expect(settled?.base).toMatchObject({ 0: 'account', 1: settled?.id });
  expect(settled?.pending).toBe(0);
  expect(settled).not.toHaveProperty('view');
  const id = settled?.id ?? '';
  await writeEdit(device, [{ on: 'account', id, rank: 'person', set: { name: 'Ours' } }]);
  const changed = await device.db.accounts.get(id);
  expect(changed?.view?.fields).toMatchObject({ name: { value: 'Ours' } });
  await device.syncer.sync();
  const after = await device.db.accounts.get(id);
  expect(after).not.toHaveProperty('view');
  expect(after && viewOf(after).fields).toMatchObject({ name: { value: 'Ours' } });
});
