import { describe, expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import type { Touch } from '../../../shared/domain/touch.ts';
import { outcomesOf, type TestDevice } from '../device-client.ts';
import { command, keyOf, noon, sighting, touch, write } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { send } from './send.ts';

const [strong, otherStrong] = [keyOf('message one'), keyOf('message two')];
const weak = keyOf('envelope');
const minute = 60_000;

async function twoReps() {
  const { admin, member } = await foundWorkspace(send);
  return { admin, jonas: await member('Jonas Weber', 'rep'), amira: await member('Amira Haddad', 'rep') };
}

async function witness(device: TestDevice, fact: Partial<Touch>): Promise<string> {
  const id = randomId();
  expect(outcomesOf(await device.push(write(touch(id, fact))))).toEqual(['applied']);
  return id;
}

async function links(device: TestDevice, ...ids: string[]): Promise<unknown[]> {
  const rows = await device.rows();
  return ids.map((id) => rows.get(id)?.decided?.link);
}

describe('two touches are one contact', () => {
  test('where their Message-IDs agree, whatever their times, and each keeps its witness', async () => {
    const { jonas, amira } = await twoReps();
    const one = await witness(jonas, { strong });
    const two = await witness(amira, { strong, at: noon + 3 * 86_400_000 });
    expect(await links(jonas, one, two)).toEqual([null, one]);
    const rows = await amira.rows();
    expect([one, two].map((id) => rows.get(id)?.decided?.witness)).toEqual([jonas.member, amira.member]);
  });

  test('where envelope and time agree and one of them has no Message-ID', async () => {
    const { jonas, amira } = await twoReps();
    const one = await witness(jonas, { strong, weak });
    const two = await witness(amira, { weak, at: noon + 2 * minute });
    expect(await links(jonas, one, two)).toEqual([null, one]);
  });

  test('also where the same member reads it twice, on two devices', async () => {
    const { jonas } = await twoReps();
    const one = await witness(jonas, { weak });
    const two = await witness(jonas, { weak });
    expect(await links(jonas, one, two)).toEqual([null, one]);
  });

  test('within one push too', async () => {
    const { jonas } = await twoReps();
    const [one, two] = [randomId(), randomId()];
    await jonas.push(write(touch(one, { strong })), write(touch(two, { strong })));
    expect(await links(jonas, one, two)).toEqual([null, one]);
  });

  test('and a third one follows the first, never the second', async () => {
    const { admin, jonas, amira } = await twoReps();
    const one = await witness(jonas, { strong });
    const two = await witness(amira, { strong, weak });
    const three = await witness(admin, { weak });
    expect(await links(jonas, one, two, three)).toEqual([null, one, one]);
  });

  test('and one that knows both keys brings together two that shared none', async () => {
    const { admin, jonas, amira } = await twoReps();
    const byEnvelope = await witness(jonas, { weak });
    const byMessageId = await witness(amira, { strong, at: noon + minute });
    const both = await witness(admin, { strong, weak });
    expect(await links(jonas, byEnvelope, byMessageId, both)).toEqual([null, byEnvelope, byEnvelope]);
  });
});

describe('two touches stay two', () => {
  test('where their Message-IDs differ, however alike their envelopes', async () => {
    const { jonas, amira } = await twoReps();
    const one = await witness(jonas, { strong, weak });
    const two = await witness(amira, { strong: otherStrong, weak });
    expect(await links(jonas, one, two)).toEqual([null, null]);
  });

  test('where the conflict is with somebody else in the group', async () => {
    const { admin, jonas, amira } = await twoReps();
    const one = await witness(jonas, { weak });
    const two = await witness(amira, { strong, weak });
    const three = await witness(admin, { strong: otherStrong, weak });
    expect(await links(jonas, one, two, three)).toEqual([null, one, null]);
  });

  test('where they are more than two minutes apart', async () => {
    const { jonas, amira } = await twoReps();
    const one = await witness(jonas, { weak });
    const two = await witness(amira, { weak, at: noon + 2 * minute + 1 });
    expect(await links(jonas, one, two)).toEqual([null, null]);
  });

  test('where a chain of near ones would join far ones', async () => {
    const { admin, jonas, amira } = await twoReps();
    const one = await witness(jonas, { weak });
    const two = await witness(amira, { weak, at: noon + 2 * minute });
    const three = await witness(admin, { weak, at: noon + 4 * minute });
    expect(await links(jonas, one, two, three)).toEqual([null, one, null]);
  });

  test('where they have no key at all', async () => {
    const { jonas, amira } = await twoReps();
    const one = await witness(jonas, {});
    const two = await witness(amira, {});
    expect(await links(jonas, one, two)).toEqual([null, null]);
  });
});

describe('unlinking', () => {
  test('sets a touch apart for good', async () => {
    const { admin, jonas, amira } = await twoReps();
    const byEnvelope = await witness(jonas, { weak });
    const both = await witness(amira, { weak, at: noon + minute });
    const answer = await jonas.push(command({ name: 'unlink-touch', touch: both }));
    expect(outcomesOf(answer)).toEqual(['applied']);
    expect(await links(jonas, byEnvelope, both)).toEqual([null, null]);
    // A third that fits both may join one of them and not bring the two together again.
    const third = await witness(admin, { weak });
    expect(await links(jonas, byEnvelope, both, third)).toEqual([null, null, byEnvelope]);
    expect(outcomesOf(await jonas.push(command({ name: 'unlink-touch', touch: both })))).toEqual(['stale']);
  });

  test('the first of three leaves the other two together', async () => {
    const { admin, jonas, amira } = await twoReps();
    const one = await witness(jonas, { strong });
    const two = await witness(amira, { strong, at: noon + 1 });
    const three = await witness(admin, { strong, at: noon + 2 });
    await admin.push(command({ name: 'unlink-touch', touch: one }));
    expect(await links(jonas, one, two, three)).toEqual([null, null, two]);
  });

  test('leaves a later one with the same of the two, however the pushes were cut', async () => {
    const { admin, jonas } = await twoReps();
    const joined = async (isOnePush: boolean) => {
      const [a, b, c] = Array.from({ length: 3 }, () => randomId()).sort() as [string, string, string];
      const key = keyOf(`message ${a}`);
      await admin.push(write(touch(b, { strong: key })));
      const operations = [
        write(touch(a, { strong: key })),
        command({ name: 'unlink-touch', touch: a }),
        write(touch(c, { strong: key })),
      ];
      if (isOnePush) await jonas.push(...operations);
      else for (const operation of operations) await jonas.push(operation);
      return (await links(jonas, c))[0] === a;
    };
    expect([await joined(false), await joined(true)]).toEqual([true, true]);
  });

  test('needs a touch', async () => {
    const { jonas } = await twoReps();
    const answer = await jonas.push(command({ name: 'unlink-touch', touch: randomId() }));
    expect(outcomesOf(answer)).toEqual(['rejected no-such-record']);
  });
});

describe('withdrawing', () => {
  test('takes away one witness and leaves the contact to the others', async () => {
    const { jonas, amira } = await twoReps();
    const one = await witness(jonas, { strong });
    const two = await witness(amira, { strong });
    // Whichever touch of the contact is named, it is one's own witness that goes.
    expect(outcomesOf(await jonas.push(command({ name: 'withdraw-touch', touch: two })))).toEqual([
      'applied',
    ]);
    const rows = await amira.rows();
    expect([one, two].map((id) => rows.get(id)?.decided?.withdrawn)).toEqual([true, false]);
    expect(rows.get(one)?.gone).toBe(false);
    expect(outcomesOf(await jonas.push(command({ name: 'withdraw-touch', touch: one })))).toEqual(['stale']);
  });

  test('the last witness erases the contact and what was read off it, and it is not captured again', async () => {
    const { jonas, amira } = await twoReps();
    const seen = randomId();
    const one = await witness(jonas, { strong, weak });
    await jonas.push(write(sighting(seen, randomId(), { touch: one })));
    const two = await witness(amira, { strong });
    await jonas.push(command({ name: 'withdraw-touch', touch: one }));
    await amira.push(command({ name: 'withdraw-touch', touch: two }));
    const rows = await amira.rows();
    for (const id of [one, two, seen]) {
      expect(rows.get(id)).toEqual({ kind: expect.any(String), id, seq: expect.any(Number), gone: true });
    }
    const again = await amira.push(
      write(touch(randomId(), { strong })),
      write(touch(randomId(), { weak })),
      write(touch(randomId(), { weak, strong: otherStrong })),
    );
    expect(outcomesOf(again)).toEqual(['rejected not-allowed', 'rejected not-allowed', 'applied']);
  });

  test('is for witnesses alone', async () => {
    const { jonas, amira } = await twoReps();
    const one = await witness(jonas, { strong });
    const answer = await amira.push(
      command({ name: 'withdraw-touch', touch: one }),
      command({ name: 'withdraw-touch', touch: randomId() }),
    );
    expect(outcomesOf(answer)).toEqual(['rejected not-allowed', 'rejected no-such-record']);
  });
});
