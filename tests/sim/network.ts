import { LightStream } from './light-stream.ts';
import type { Dice } from './random.ts';
import { immortal, type Life, type Scheduler } from './scheduler.ts';
import { VirtualResponse } from './virtual-response.ts';

/** How likely each thing is to happen to a message. */
export type NetworkFaults = {
  /** The request or its answer never arrives. */
  lost: number;
  /** The answer ends in the middle. */
  cut: number;
  /** The request arrives twice. */
  doubled: number;
  /** The request arrives when its sender has long given it up. */
  late: number;
};

export const noFaults: NetworkFaults = { lost: 0, cut: 0, doubled: 0, late: 0 };

export type NetworkRequest = {
  method: string;
  /** With its query. */
  path: string;
  authorization: string;
  body: string;
};

/** `cut`: the connection broke and no answer will come. `stream`: one that is made while it is sent. */
export type NetworkAnswer =
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: string }
  | { kind: 'stream'; open: () => Promise<LightStream | NetworkAnswer> }
  | { kind: 'cut' };

/** What requests and bodies fail with. Made once, and not for every request: whoever makes an error has the stack read for it. */
const unreachable = new TypeError('Failed to fetch');
const aborted = new TypeError('aborted');
const brokenOff = new TypeError('terminated');

/** Within this time whoever an answer came to has read it and written down what it says. */
const readingMs = 50;

/** The way between one device and the server. */
export type Way = { online: boolean };

export type Network = {
  faults: NetworkFaults;
  /** Requests and answers that have not arrived, or only just, so that nobody may have read them. */
  underWay(): number;
  fetch(way: Way, life: Life, url: string, init: RequestInit): Promise<Response>;
};

export function createNetwork(
  scheduler: Scheduler,
  dice: Dice,
  serve: (request: NetworkRequest) => NetworkAnswer,
): Network {
  let underWay = 0;
  let arrivedAt = Number.NEGATIVE_INFINITY;
  const network: Network = {
    faults: noFaults,
    underWay: () => underWay + Number(scheduler.now() - arrivedAt < readingMs),
    fetch: (way, life, url, init) =>
      new Promise((resolve, reject) => {
        const { lost, cut, doubled, late } = network.faults;
        const fate = dice.fork();
        const fails = (ms: number) => scheduler.after(ms, life, () => reject(unreachable));
        init.signal?.addEventListener('abort', () => reject(aborted));
        if (!way.online) return void fails(fate.next() * 20);
        if (fate.chance(lost / 2)) {
          // Some losses are noticed, others only by nothing ever coming.
          if (fate.chance(0.5)) fails(fate.next() * 200);
          return;
        }
        const request = requestOf(url, init);
        const deliver = (ms: number, last: boolean) => {
          underWay += 1;
          scheduler.after(ms, immortal, () => {
            underWay -= 1;
            if (!way.online) return last ? void fails(1) : undefined;
            const answer = serve(request);
            if (last) answered(answer);
          });
        };
        const answered = (answer: NetworkAnswer) => {
          if (answer.kind === 'cut' || fate.chance(lost / 2)) return void fails(fate.next() * 100);
          if (answer.kind === 'stream') {
            answer.open().then(
              (opened) => (opened instanceof LightStream ? flows(opened) : answered(opened)),
              () => fails(1),
            );
            return;
          }
          const body = fate.chance(cut) ? answer.body.slice(0, fate.int(answer.body.length)) : answer.body;
          arrives(() => new VirtualResponse(answer, body));
        };
        const flows = (stream: LightStream) => {
          const whole = fate.chance(1 - 2 * cut);
          const cutAfter = whole ? Number.POSITIVE_INFINITY : fate.int(12);
          const flowing = flow(stream, { scheduler, life, way, fate, cutAfter });
          arrives(() => new VirtualResponse({ status: 200, headers: {} }, flowing));
        };
        const arrives = (response: () => VirtualResponse) => {
          underWay += 1;
          scheduler.after(delay(fate), immortal, () => {
            underWay -= 1;
            arrivedAt = scheduler.now();
            if (!life.alive) return;
            if (!way.online) return void reject(unreachable);
            resolve(response() as unknown as Response);
          });
        };
        const twice = fate.chance(doubled);
        if (fate.chance(late)) deliver(20_000 + fate.next() * 60_000, !twice);
        else deliver(delay(fate), !twice || fate.chance(0.5));
        if (twice) deliver(delay(fate) * 4, true);
      }),
  };
  return network;
}

type Flow = { scheduler: Scheduler; life: Life; way: Way; fate: Dice; cutAfter: number };

/** A body on its way, piece by piece: it may end in the middle of one, with or without a word. */
function flow(stream: LightStream, { scheduler, life, way, fate, cutAfter }: Flow): LightStream {
  const reader = stream.getReader();
  let pieces = 0;
  return new LightStream({
    pull: async (controller) => {
      await scheduler.pause(delay(fate) / 4, life);
      if (!way.online) return controller.error(brokenOff);
      const { done, value } = await reader.read();
      if (done || value === undefined) return controller.close();
      pieces += 1;
      if (pieces <= cutAfter) return controller.enqueue(value);
      controller.enqueue(value.slice(0, fate.int(value.length)));
      if (fate.chance(0.5)) controller.close();
      else controller.error(brokenOff);
    },
  });
}

/** Mostly some milliseconds, and now and then so long that others overtake. */
function delay(fate: Dice): number {
  return 1 + fate.next() * (fate.chance(0.1) ? 800 : 30);
}

function requestOf(url: string, init: RequestInit): NetworkRequest {
  const slash = url.indexOf('/', url.indexOf('//') + 2);
  const headers = (init.headers ?? {}) as Record<string, string>;
  return {
    method: init.method ?? 'GET',
    path: url.slice(slash),
    authorization: headers.authorization ?? '',
    body: textOf(init.body),
  };
}

/** What the platform's stand-in for gzip left of it: the text itself. */
function textOf(body: unknown): string {
  if (body === undefined || body === null) return '';
  if (typeof body === 'string') return body;
  if (body instanceof ArrayBuffer || body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new Error('a body of a kind that the network does not know');
}
