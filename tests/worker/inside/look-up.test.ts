import * as v from 'valibot';
import { expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { lookUpResponse } from '../../../shared/protocol/look-up.ts';
import { refusal, type TestDevice } from '../device-client.ts';
import { account, command, keyOf, person, touch, write } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { send } from './send.ts';

type Sought = { ids?: string[]; view?: number };

async function found(device: TestDevice, { ids = [], view }: Sought): Promise<string[] | string> {
  const { epoch, view: own } = (await device.pull()).cursor;
  const beginnings = ids.map((id) => id.slice(0, 4));
  const asked = { proto: 3, epoch, view: view ?? own, beginnings };
  const answer = v.parse(lookUpResponse, await (await device.post('/v1/look-up', asked)).json());
  return answer.kind === 'found' ? answer.rows.map(([, id]) => id).sort() : answer.kind;
}

test('finds records by the beginnings of their ids, and all that begin alike', async () => {
  const { admin } = await foundWorkspace(send);
  const end = (id: string) => id.slice(4);
  const gull = `0gg0${end(randomId())}`;
  const [ines, ivo, last] = [`zzzy${end(randomId())}`, `zzzz${end(randomId())}`, `zzzz${'z'.repeat(22)}`];
  await admin.push3(write(account(gull), person(ines, 'Ines'), person(ivo, 'Ivo'), person(last, 'Lea')));
  expect(await found(admin, { ids: [gull, ivo] })).toEqual([gull, ivo, last].sort());
  expect(await found(admin, { ids: ['0gg1'] })).toEqual([]);
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
  const asked = { proto: 3, epoch: 1, view: admin.cursor.view };
  for (const beginnings of [Array(401).fill('0gg0'), [randomId()], ['0g%_'], ['']]) {
    expect(await refusal(await admin.post('/v1/look-up', { ...asked, beginnings }))).toBe('400 malformed');
  }
});
