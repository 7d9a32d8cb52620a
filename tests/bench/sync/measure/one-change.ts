import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { within } from './within.ts';

/** Milliseconds, one entry a change; bytes of one change's messages. */
export type ChangeSamples = {
  /** From A's first message to B's last one before B had it. */
  socketToSocket: number[];
  /** From before A's local write until B's application had it, and until it was on B's screen. */
  toApplication: number[];
  toPixel: number[];
  /** What A sent and what B was sent, without what HTTP and WebSocket add. */
  payload: { up: number; down: number };
};

/** Changes to warm up with, and how long all may take. */
const warmUp = 5;
const patienceMs = 20_000;

/** One field of one record changes at A, again and again, each time after B has seen the last. */
export async function changeFromAToB(a: Page, b: Page, count: number): Promise<ChangeSamples> {
  await a.evaluate(() => bench.settle());
  await b.evaluate(() => bench.settle());
  await a.evaluate(() => bench.goLive());
  await b.evaluate(() => bench.goLive());
  await sleep(500);
  const samples: ChangeSamples = {
    socketToSocket: [],
    toApplication: [],
    toPixel: [],
    payload: { up: 0, down: 0 },
  };
  const begun = performance.now();
  for (let at = 0; at < count + warmUp; at += 1) {
    const { sent, from, received, seen, painted } = await change(a, b, `changed for the ${at}th time`, false);
    if (at >= warmUp || performance.now() - begun > patienceMs / 2) {
      samples.socketToSocket.push(received - sent);
      samples.toApplication.push(seen - from);
      samples.toPixel.push(painted - from);
    }
    if (performance.now() - begun > patienceMs) break;
    // pokes close upon each other are put together, which is not what one person's change meets
    await sleep(40);
  }
  await sleep(500);
  await change(a, b, 'changed for the last time', true);
  await sleep(300);
  samples.payload = {
    up: await a.evaluate(() => bench.marks().sent.reduce((sum, { bytes }) => sum + bytes, 0)),
    down: await b.evaluate(() => bench.marks().received.reduce((sum, { bytes }) => sum + bytes, 0)),
  };
  return samples;
}

async function change(a: Page, b: Page, note: string, sizes: boolean) {
  const given = [note, sizes] as const;
  const seeing = b.evaluate(([note, sizes]) => bench.see(3, 1, note, sizes), given);
  const { begun, sent } = await a.evaluate(([note, sizes]) => bench.change(3, 1, note, sizes), given);
  return { from: begun, sent, ...(await within(patienceMs, seeing)) };
}
