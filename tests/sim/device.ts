import type { Database } from '../../extension/db/database.ts';
import type { Result } from '../../extension/rpc/notice.ts';
import type { Enrolment, EnrolmentStore, Left } from '../../extension/sync/enrolment.ts';
import { holdLive, type LiveDependencies } from '../../extension/sync/live.ts';
import { reachedAgain } from '../../extension/sync/reached-again.ts';
import { beginDevice } from '../../extension/sync/reconcile-storage.ts';
import { createSyncer, restoringAtStart, type Syncer } from '../../extension/sync/syncer.ts';
import type { Network, Way } from './network.ts';
import { bytesFrom, type Dice } from './random.ts';
import type { Life, Scheduler } from './scheduler.ts';
import { type Enrolled, workspaceId } from './server/founding.ts';
import type { LiveServer } from './server/live.ts';
import type { DeviceStorage } from './storage/device-storage.ts';
import { type CopyState, simulatedCopy } from './unsent-copy.ts';
import { Violation } from './violation.ts';

/** A browser: what outlives its processes, and the process that runs now. */
export type SimDevice = {
  index: number;
  enrolled: Enrolled;
  /** Whom the server takes it for: another one after it was enrolled anew. */
  identity: { device: string; member: string };
  /** A copy of its profile that lives on its own. */
  clone: SimDevice | null;
  /** An earlier state of its profile. */
  /** What its database alone is set back to when a kill has torn its log. */
  torn: unknown;
  image: {
    storage: unknown;
    kept: SimDevice['kept'];
    copy: CopyState;
    lastStamp: string | undefined;
  } | null;
  storage: DeviceStorage;
  /** The second copy of what it has not sent: survives a cleared IndexedDB too. */
  copy: CopyState;
  /** `storage.local`: survives a cleared IndexedDB. */
  kept: { enrolment: Enrolment | null; left: Left | null };
  way: Way;
  /** What the device's own clock is ahead of the true time, milliseconds. */
  skew: number;
  /** True time at which that last changed. */
  clockSetAt: number;
  /** True time of the last round that is known to have brought the server's time. */
  soundSince: number;
  /** Of the last operation that it is known to have written on this disk. */
  lastStamp: string | undefined;
  /** The newest one among what a copy gives back to a database that was emptied or set back: the clock goes on from there. */
  copiedStamp: string | undefined;
  /** Until then the server asked to be left alone (true time); a person may ask it all the same. */
  askedToWaitUntil: number;
  /** Rounds under way that a person asked for. */
  asking: number;
  live: boolean;
  process: Process | null;
  /** Its storage was cleared from outside: what was parked or imported there is lost, and nobody is to blame. */
  cleared: boolean;
  dice: Dice;
};

export type Process = {
  life: Life;
  db: Database;
  deps: LiveDependencies;
  syncer: Syncer;
  end: AbortController;
  /** Nothing is recorded before. */
  ready: () => Promise<void>;
  /** A transaction is open, or about to be committed. */
  busy(): boolean;
};

export type Surroundings = {
  scheduler: Scheduler;
  network: Network;
  live: LiveServer;
  threw: (error: unknown) => void;
};

export function enrolmentOf({ secret, device, member, role, key, cursor }: Enrolled): Enrolment {
  return {
    server: 'https://holdfast.tidewater.test',
    token: `${workspaceId}.${secret}`,
    device,
    member,
    role,
    workspace: { id: workspaceId, name: 'Tidewater Tools', slug: 'tidewater' },
    key,
    cursor,
    epoch: device,
  };
}

/** Starts the service worker: it syncs at once, and holds a live connection where one is wanted. */
export function boot(device: SimDevice, around: Surroundings): Process {
  const { scheduler, network, live, threw } = around;
  const life: Life = { alive: true };
  scheduler.actAs(life);
  const { db, busy } = device.storage.open(life);
  const queue: Promise<unknown>[] = [];
  const { roundEnded, onReachedAgain } = reachedAgain();
  const deps: LiveDependencies = {
    db,
    enrolment: enrolmentStore(device, scheduler, life),
    fetch: patiently(device, around, (url, init) => network.fetch(device.way, life, url, init)),
    now: () => Math.floor(scheduler.now() + device.skew),
    random: bytesFrom(device.dice.fork()),
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const cancel = scheduler.after(ms, life, resolve);
        signal.addEventListener('abort', () => {
          cancel();
          resolve();
        });
      }),
    lock: async (_name, task) => {
      const before = queue.at(-1);
      const mine = (async () => {
        await before;
        return task();
      })();
      queue.push(mine.catch(() => undefined));
      return mine;
    },
    bulkRows: 10,
    unsent: simulatedCopy(device, scheduler, life),
    openSocket: (_url, protocols) => live.connect(device.way, life, protocols),
    onReachedAgain,
  };
  const end = new AbortController();
  const ready = restoringAtStart(deps);
  const syncer = createSyncer(deps, roundEnded);
  const process: Process = { life, db, deps, syncer, end, ready, busy };
  device.process = process;
  // What a process was asked it forgets when it dies.
  device.askedToWaitUntil = 0;
  device.asking = 0;
  if (device.live) holdLive(deps, () => syncer.kick(), end.signal).catch(threw);
  return process;
}

type Fetch = LiveDependencies['fetch'];

/** What rounds of sync consist of: whoever was asked to wait asks for none of it before. What is fetched beside them is no round. */
const asksInTurn = /\/v1\/(?:push|pull|snapshot)/;

/** Finds out who asks an overloaded server again before the time that it gave. */
function patiently(device: SimDevice, { scheduler, threw }: Surroundings, fetch: Fetch): Fetch {
  return async (url, init) => {
    if (asksInTurn.test(url) && device.asking === 0 && scheduler.now() < device.askedToWaitUntil) {
      threw(new Violation('hammered', `device ${device.index} asked for ${url}`));
    }
    const response = await fetch(url, init);
    const seconds = Number(response.headers.get('retry-after') ?? 0);
    if (response.status === 503 && asksInTurn.test(url)) {
      device.askedToWaitUntil = scheduler.now() + seconds * 1000;
    }
    // A person asked it all the same, and it can answer again.
    if (response.ok && asksInTurn.test(url) && device.asking > 0) device.askedToWaitUntil = 0;
    return response;
  };
}

/** A round because a person asks for it. */
export async function syncNow(device: SimDevice): Promise<Result<null> | null> {
  const { process } = device;
  if (process === null) return null;
  device.asking += 1;
  device.askedToWaitUntil = 0;
  const answer = await process.syncer.sync();
  if (device.process === process) device.asking -= 1;
  return answer;
}

/** Starts it where it does not run. */
export function restart(device: SimDevice, around: Surroundings): void {
  if (device.process === null) boot(device, around).syncer.kick();
}

/** The process is gone from one moment to the next: nothing that it waited for will ever come. */
export function crash(device: SimDevice): void {
  const { process } = device;
  if (process === null) return;
  process.life.alive = false;
  device.process = null;
  device.storage.crashed();
}

/** What joining leaves behind, as `joinWorkspace` writes it. */
export async function enrol(device: SimDevice): Promise<void> {
  const enrolment = enrolmentOf(device.enrolled);
  device.kept.enrolment = enrolment;
  device.copy = { owner: enrolment.member, rows: [] };
  const { process } = device;
  if (process !== null) await beginDevice(process.db, enrolment, process.deps.now());
}

function enrolmentStore(device: SimDevice, scheduler: Scheduler, life: Life): EnrolmentStore {
  const moment = () => scheduler.pause(device.dice.next(), life);
  return {
    read: async () => {
      await moment();
      return device.kept.enrolment;
    },
    write: async (next) => {
      await moment();
      device.kept = { enrolment: next, left: null };
      device.identity = { device: next.device, member: next.member };
    },
    leave: async (left) => {
      await moment();
      device.kept = { enrolment: null, left };
    },
    left: async () => {
      await moment();
      return device.kept.left;
    },
  };
}
