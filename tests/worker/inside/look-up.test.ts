import * as v from 'valibot';
import { expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { lookUpResponse } from '../../../shared/protocol/look-up.ts';
import { refusal, type TestDevice } from '../device-client.ts';
import { account, command, keyOf, person, touch, write } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { send } from './send.ts';

type Sought = { ids?: string[]; emails?: string[]; view?: number };

async function found(
  device: TestDevice,
  { ids = [], emails = [], view }: Sought,
): Promise<string[] | string> {
  const { epoch, view: own } = (await device.pull()).cursor;
  const asked = { proto: 3, epoch, view: view ?? own, ids, emails };
  const answer = v.parse(lookUpResponse, await (await device.post('/v1/look-up', asked)).json());
  return answer.kind === 'found' ? answer.rows.map(([, id]) => id).sort() : answer.kind;
}

test('finds records by their ids, and people by any of their addresses', async () => {
  const { admin } = await foundWorkspace(send);
  const [gull, ines, ivo] = [randomId(), randomId(), randomId()];
  const emails = ['ines@gull.example', 'ines@freemail.example'];
  await admin.push3(write(account(gull), person(ines, 'Ines Gull', { add: { emails } }), person(ivo, 'Ivo')));
  expect(await found(admin, { ids: [gull, ivo, randomId()], emails: ['ines@freemail.example'] })).toEqual(
    [gull, ines, ivo].sort(),
  );
  expect(await found(admin, { emails: ['nobody@gull.example'] })).toEqual([]);
});

test('tells nobody of what is gone, or not for their eyes', async () => {
  const { admin, member } = await foundWorkspace(send);
  const [other, third] = [await member('Otto Stern', 'rep'), await member('Amira Haddad', 'rep')];
  const [gull, tern, mail, note] = [randomId(), randomId(), randomId(), randomId()];
  await admin.push(write(account(gull), account(tern), touch(mail, { strong: keyOf('mail') })));
  await other.push(write({ on: 'note', id: note, rank: 'person', set: { about: tern, text: 'private' } }));
  await admin.push(command({ name: 'withdraw-touch', touch: mail }));
  await admin.push(command({ name: 'restrict-account', account: gull }));
  const ids = [gull, tern, mail, note];
  expect(await found(admin, { ids })).toEqual([gull, tern].sort());
  expect(await found(other, { ids })).toEqual([tern, note].sort());
  expect(await found(third, { ids })).toEqual([tern]);
});

test('asks a device that knows another view to begin again, and refuses what is no question', async () => {
  const { admin } = await foundWorkspace(send);
  expect(await found(admin, { view: 99 })).toBe('restart');
  const ids = Array.from({ length: 401 }, () => randomId());
  const asked = { proto: 3, epoch: 1, view: admin.cursor.view, ids, emails: [] };
  expect(await refusal(await admin.post('/v1/look-up', asked))).toBe('400 malformed');
});
