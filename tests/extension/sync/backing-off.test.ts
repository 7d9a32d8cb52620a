import { expect, it } from 'vitest';
import { createSyncer } from '../../../extension/sync/syncer.ts';
import { refuse } from './scripted-server.ts';
import { syncingDevice } from './syncing-device.ts';

/** The pauses of more than a slice's that a device makes before it tries again. */
async function pausesOf(seed: number): Promise<{ pauses: number[]; asked: number }> {
  const device = await syncingDevice({ seed });
  const pauses: number[] = [];
  let rounds = 0;
  device.server.state.script = () => {
    const answer = refuse('overloaded');
    answer.headers.set('retry-after', '7');
    return answer;
  };
  const done = Promise.withResolvers<void>();
  const syncer = createSyncer(
    {
      ...device.deps,
      wait: (ms) => {
        if (ms === 30_000) return new Promise(() => {});
        if (ms >= 1000) pauses.push(ms);
        // News that comes meanwhile changes nothing.
        for (let i = 0; i < 5; i += 1) syncer.kick();
        return new Promise((resolve) => setImmediate(resolve));
      },
    },
    () => {
      rounds += 1;
      if (rounds === 4) {
        syncer.stop();
        done.resolve();
      }
    },
  );
  syncer.kick();
  await done.promise;
  return { pauses, asked: device.server.asked.length };
}

it('a worker that has too much to do is left alone for as long as it asks, longer each time, and not by all at once', async () => {
  const [one, other] = [await pausesOf(1), await pausesOf(2)];
  for (const { pauses, asked } of [one, other]) {
    expect(pauses.slice(0, 3).every((ms) => ms >= 7000)).toBe(true);
    expect(pauses[2]).toBeGreaterThan((pauses[0] ?? 0) + 1000);
    // One request a round, whoever had news for it.
    expect(asked).toBe(4);
  }
  expect(one.pauses[0]).not.toBe(other.pauses[0]);
});
