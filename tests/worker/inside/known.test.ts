import { expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { derivationFrom } from '../../../shared/identity/derived-ids.ts';
import { decodeKnown, findKnown, idPrefix, type Known } from '../../../shared/protocol/known.ts';
import type { TestDevice } from '../device-client.ts';
import { account, noon, person, touch, write, writeAt } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { send, setClock } from './send.ts';

async function knownTo(device: TestDevice, more = ''): Promise<Known> {
  const answer = await device.get(`/v1/known?proto=3&epoch=1&view=${device.cursor.view}${more}`);
  const known = decodeKnown(new Uint8Array(await answer.arrayBuffer()));
  if (known === null) throw new Error(`not an index: ${answer.status}`);
  return known;
}

test('everybody is known by the id of each of their addresses and domains, with account, steward and last touch', async () => {
  const { id, admin, member } = await foundWorkspace(send);
  await setClock(id, () => noon);
  const jonas = await member('Jonas Weber', 'rep');
  const { personId, accountId, affiliationId } = await derivationFrom(admin.key);
  const gull = await accountId('gull.example');
  const ines = await personId('ines@gull.example');
  const typed = randomId();
  const tie = {
    on: 'affiliation' as const,
    id: await affiliationId(ines, gull),
    rank: 'page' as const,
    set: { person: ines, account: gull },
  };
  await jonas.push(
    write(
      account(gull, 'Gull', { add: { domains: ['gull.example'] } }),
      person(ines, 'Ines', { add: { emails: ['ines@gull.example'] } }),
      tie,
      touch(randomId(), { at: noon - 86_400_000, accounts: [gull] }),
      touch(randomId(), { at: noon - 10 * 86_400_000, accounts: [gull] }),
    ),
    writeAt(noon + 1, person(ines, '', { rank: 'person', add: { emails: ['ines.gull@freemail.example'] } })),
    writeAt(noon + 2, account(gull, '', { rank: 'person', add: { domains: ['gulls.example'] } })),
    // Typed in by hand, with an address that came later.
    writeAt(noon, person(typed, 'Otto Tern')),
    writeAt(noon + 3, person(typed, '', { set: {}, add: { emails: ['otto@tern.example'] } })),
  );
  const known = await knownTo(admin, '&all=1');
  const match = {
    account: idPrefix(gull),
    steward: jonas.member,
    lastTouchDay: Math.floor(noon / 86_400_000) - 1,
  };
  for (const domain of ['gull.example', 'gulls.example']) {
    expect(findKnown(known, await accountId(domain))).toEqual(match);
  }
  for (const email of ['ines@gull.example', 'ines.gull@freemail.example']) {
    expect(findKnown(known, await personId(email))).toEqual(match);
  }
  expect(findKnown(known, await personId('otto@tern.example'))).toMatchObject({ account: null });
  expect(findKnown(known, await personId('nobody@tern.example'))).toBeNull();
  expect(known).toMatchObject({ epoch: 1, view: admin.cursor.view, seq: (await admin.pull()).cursor.seq });
});

test('nobody is in it without being asked for where the member sees everything', async () => {
  const { admin } = await foundWorkspace(send);
  await admin.push(write(account(randomId()), person(randomId())));
  expect((await knownTo(admin)).keys).toHaveLength(0);
});

test('another view is told to begin again', async () => {
  const { admin } = await foundWorkspace(send);
  const answer = await admin.get('/v1/known?proto=3&epoch=1&view=99');
  expect(await answer.json()).toMatchObject({ kind: 'restart' });
});
