import { expect, it } from 'vitest';
import { createSyncer } from '../../../extension/sync/syncer.ts';
import { refuse } from './scripted-server.ts';
import { syncingDevice } from './syncing-device.ts';

/** The pauses of more than a slice's that a device makes before it tries again. */
async function pausesOf(seed: number): Promise<{ pauses: number[]; early: number }> {
  const device = await syncingDevice({ seed });
  const pauses: number[] = [];
  let rounds = 0;
  let resting = 0;
  let early = 0;
  device.server.state.script = () => {
    if (resting > 0) early += 1;
    const answer = refuse('overloaded');
    answer.headers.set('retry-after', '7');
    return answer;
  };
  const done = Promise.withResolvers<void>();
  const syncer = createSyncer(
    {
      ...device.deps,
      wait: async (ms) => {
        if (ms === 30_000) return new Promise(() => {});
        if (ms < 1000) return;
        pauses.push(ms);
        resting += 1;
        for (let i = 0; i < 20; i += 1) {
          // News that comes meanwhile changes nothing.
          syncer.kick();
          await new Promise((resolve) => setImmediate(resolve));
        }
        resting -= 1;
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
  // What the server asked for, and then the device's own.
  const whole = pauses.filter((_, i) => i % 2 === 0).map((ms, i) => ms + (pauses[2 * i + 1] ?? 0));
  return { pauses: whole, early };
}

it('a worker that has too much to do is left alone for as long as it asks, longer each time, and not by all at once', async () => {
  const [one, other] = [await pausesOf(1), await pausesOf(2)];
  for (const { pauses, early } of [one, other]) {
    expect(pauses.slice(0, 3).every((ms) => ms >= 7000)).toBe(true);
    expect(pauses[2]).toBeGreaterThan((pauses[0] ?? 0) + 1000);
    expect(early).toBe(0);
  }
  expect(one.pauses[0]).not.toBe(other.pauses[0]);
});

it('a worker that asks to be left alone while there is news is left alone', async () => {
  const device = await syncingDevice({ seed: 3 });
  let asked = 0;
  const ended = Promise.withResolvers<void>();
  device.server.state.script = () => {
    asked += 1;
    syncer.kick();
    const answer = refuse('overloaded');
    answer.headers.set('retry-after', '7');
    return answer;
  };
  const syncer = createSyncer({ ...device.deps, wait: () => new Promise(() => {}) }, () => ended.resolve());
  syncer.kick();
  await ended.promise;
  for (let i = 0; i < 50; i += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toBe(1);
  syncer.stop();
});
