import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { liveTicket, ticketPrefix } from '../../../shared/protocol/live.ts';
import { liveProtocol3 } from '../../../shared/protocol/live-3.ts';
import { pushResponse3 } from '../../../shared/protocol/push-3.ts';
import { joined } from '../../worker/made-up-workspace.ts';
import { type Answered, send, textOf } from '../sync/machine/send-request.ts';
import { type Followed, type Follower, followPool } from './follow-pool.ts';
import { type FromDevices, type ToDevices, toDevices } from './load-messages.ts';
import { type PreparedPush, preparePush } from './prepared-push.ts';

// A process that plays many devices: each joins, holds its live socket, and pushes what was prepared, one push after another.

type Device = { token: string; pushes: PreparedPush[]; follower: Follower };

let url = '';
let devices: Device[] = [];
let pokes = 0;
let deferred = 0;
const followed: Followed = { pages: 0, refused: 0, characters: 0 };

process.on('message', (message) => void hear(v.parse(toDevices, message)));
process.on('disconnect', () => process.exit(0));

async function hear(said: ToDevices): Promise<void> {
  if (said.type === 'prepare') {
    await prepare(said);
    tell({ type: 'ready' });
  } else tell(await play(said));
}

function tell(message: FromDevices): void {
  process.send?.(message);
}

async function prepare(said: Extract<ToDevices, { type: 'prepare' }>): Promise<void> {
  url = said.url;
  const begun = Date.now();
  for (const [at, invitation] of said.invitations.entries()) {
    const { token, device, cursor } = await joined((path, init) => fetch(`${url}${path}`, init), invitation);
    const pushes: PreparedPush[] = [];
    for (let n = 0; n < said.pushes; n += 1) {
      pushes.push(
        preparePush({
          device,
          epoch: cursor.epoch,
          from: pushes.at(-1)?.last ?? null,
          seed: said.seed + at,
          first: n * said.recordsPerPush,
          records: said.recordsPerPush,
          // As if they had been captured while it runs: a stamp so little ahead of its time is taken as it is.
          at: begun + n * 1000,
        }),
      );
    }
    const follower = followPool(url, token, cursor, followed);
    await openSocket(token, follower);
    devices.push({ token, pushes, follower });
  }
}

async function openSocket(token: string, follower: Follower): Promise<void> {
  const answer = await send(`${url}/v1/live-ticket`, { method: 'POST', token });
  const { ticket } = v.parse(liveTicket, JSON.parse(answer.body.toString()));
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/live`, [
    liveProtocol3,
    ticketPrefix + ticket,
  ]);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('no live connection'));
  });
  socket.onmessage = ({ data }) => {
    pokes += 1;
    follower.hear(String(data));
  };
}

/** As the shipped client does, a device that is told to wait does so, spread over the time that it was told. */
async function pushUntilTaken(token: string, body: Uint8Array): Promise<Answered> {
  for (;;) {
    const answer = await send(`${url}/v1/push`, { method: 'POST', token, body });
    if (answer.status !== 503 && answer.status !== 429) return answer;
    deferred += 1;
    await sleep((answer.retryAfter ?? 1) * 1000 * (0.5 + Math.random()));
  }
}

async function play({ at, everyMs, graceMs }: Extract<ToDevices, { type: 'begin' }>): Promise<FromDevices> {
  const late: number[] = [];
  const sum = { taken: 0, refused: 0, why: null as string | null };
  const one = async ({ token, pushes, follower }: Device, number: number) => {
    const begin = at + (everyMs * number) / devices.length;
    for (const [n, { body }] of pushes.entries()) {
      const due = begin + n * everyMs;
      await sleep(Math.max(0, due - Date.now()));
      const end = begin + (pushes.length - 1) * everyMs + graceMs;
      if (Date.now() > end) {
        late.push(end - due);
        continue;
      }
      const answer = await pushUntilTaken(token, body);
      late.push(Date.now() - due);
      if (answer.status === 200) {
        sum.taken += 1;
        const { own, from, seq } = v.parse(pushResponse3, JSON.parse(textOf(answer.body)));
        if (own) follower.took(from, seq);
      } else {
        sum.refused += 1;
        sum.why = answer.body.toString().slice(0, 300);
        return;
      }
    }
  };
  await Promise.all(devices.map(one));
  const ended = Date.now();
  for (const { follower } of devices) follower.stop();
  devices = [];
  return { type: 'done', late, ...sum, pokes, deferred, followed, ended };
}
