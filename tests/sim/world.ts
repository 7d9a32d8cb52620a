import { type Books, keyOf, openBooks } from './books.ts';
import { checkKnown, knownText } from './checks/known.ts';
import { checkPoked, checkSentText } from './checks/sight.ts';
import type { SimDevice, Surroundings } from './device.ts';
import { putMember } from './model/people.ts';
import { emptyContent } from './model/rules.ts';
import { createNetwork, type Network, noFaults } from './network.ts';
import { createOldClient, type OldClient } from './old-client.ts';
import type { Plan } from './plan/plan.ts';
import { readPushed } from './pushed.ts';
import { bytesFrom, type Dice, dice, seedOf } from './random.ts';
import type { Backup } from './restore.ts';
import { createScheduler, immortal, type Scheduler } from './scheduler.ts';
import { beginning, type Enrolled, type Founded, found, people } from './server/founding.ts';
import { createFront } from './server/front.ts';
import { createLiveServer, type LiveServer } from './server/live.ts';
import { openSqliteStore, type SqliteStore } from './server/sqlite-store.ts';
import { createWorkspaceServer, type Told, type WorkspaceServer } from './server/workspace-server.ts';
import type { DeviceStorage } from './storage/device-storage.ts';
import { useScheduler } from './virtual-time.ts';

/** A company with its server and devices, at one moment of one run. */
export type World = Surroundings & {
  plan: Plan;
  scheduler: Scheduler;
  dice: Dice;
  store: SqliteStore;
  server: WorkspaceServer;
  network: Network;
  live: LiveServer;
  books: Books;
  founded: Founded;
  devices: SimDevice[];
  oldClient: OldClient | null;
  /** Touches that anybody ever wrote. */
  touches: string[];
  /** What the engine threw where it never should. */
  thrown: unknown[];
  up: boolean;
  /** How long requests wait for their turn, milliseconds. */
  queueMs: number;
  backup: Backup | null;
  /** Rises with each restored backup. */
  epoch: number;
  /** Indexes of who is known, as they were sent to each member. */
  knownSent: Set<string>;
  serverDied(): void;
  /** One more browser, with nothing on its disk. */
  addDevice(enrolled: Enrolled): SimDevice;
  /** Devices that the server knows of this member. */
  devicesOf(member: string): string[];
};

export type Ground = { store: SqliteStore; founded: Founded };

/** The database with the made-up company in it: made once, and set back before each run. */
export function layGround(): Ground {
  const store = openSqliteStore();
  const founded = found(store);
  store.mark();
  return { store, founded };
}

/** More than this happens in no run that ends: IndexedDB makes several events of each access. */
const mostEvents = { engine: 60_000, dexie: 2_000_000 };

export type StorageMaker = (scheduler: Scheduler, dice: Dice) => DeviceStorage;

export function createWorld(plan: Plan, { store, founded }: Ground, storage: StorageMaker): World {
  store.toMark();
  const scheduler = createScheduler(beginning, mostEvents[plan.tier]);
  useScheduler(scheduler);
  const chance = dice(seedOf(plan.seed, 2));
  const books = openBooks();
  const thrown: unknown[] = [];
  let told: Told | null = null;
  const serverRandom = bytesFrom(chance.fork());
  const server = createWorkspaceServer({
    store,
    now: () => Math.floor(scheduler.now()),
    random: serverRandom,
    told: (news) => {
      told = news;
      live.told(news);
      if (news.upkeepMs !== null) keepUpIn(news.upkeepMs);
    },
  });
  let alarm = Number.POSITIVE_INFINITY;
  /** One alarm there is; it survives the process. */
  const keepUpIn = (ms: number) => {
    const at = scheduler.now() + ms;
    if (at >= alarm) return;
    alarm = at;
    scheduler.after(ms, immortal, () => {
      if (alarm !== at) return;
      alarm = Number.POSITIVE_INFINITY;
      const next = server.keepUp();
      if (next !== null) keepUpIn(next);
    });
  };
  const live = createLiveServer(
    scheduler,
    chance.fork(),
    () => server,
    (member, text) => checkPoked(books.company, member, text),
  );
  const senders = new Map([...founded.devices, founded.admin].map((one) => [one.secret, one]));
  let secrets = 0;
  const front = createFront(
    server,
    {
      pushed: (secret, body, answer) => {
        const sender = senders.get(secret);
        if (sender === undefined) throw new Error('a push of nobody');
        books.pushed(sender, readPushed(body, sender.device, answer), told?.step != null);
      },
      sent: (secret, text) => checkSentText(books.company, senders.get(secret)?.member ?? '', text),
      known: (secret, bytes, all) => {
        const member = senders.get(secret)?.member ?? '';
        checkKnown(books.company, { member, all, key: founded.admin.key }, bytes);
        world.knownSent.add(knownText(member, bytes));
      },
      quarantined: (_secret, operations) => {
        for (const one of operations) books.quarantined.add(keyOf(one));
      },
      joined: (secret, { device, member }) => {
        const index = people.findIndex((_, i) => founded.members[i] === member);
        senders.set(secret, { ...founded.admin, secret, device, member, memberIndex: index });
      },
    },
    () => `T${String(++secrets).padStart(6, '0')}`.padEnd(43, 'B'),
    plan.pageRows,
    {
      moment: () => scheduler.pause(1 + chance.next() * 10, immortal),
      queueMs: () => world.queueMs,
    },
  );
  const network = createNetwork(scheduler, chance.fork(), (request) => {
    if (!world.up) return { kind: 'cut' };
    told = null;
    const answer = front(request);
    if (answer.kind === 'cut') world.serverDied();
    return answer;
  });
  const world: World = {
    plan,
    scheduler,
    dice: chance,
    store,
    server,
    network,
    live,
    books,
    founded,
    devices: [],
    oldClient: null,
    touches: [],
    thrown,
    up: true,
    queueMs: 0,
    backup: null,
    epoch: founded.admin.cursor.epoch,
    knownSent: new Set(),
    addDevice: () => {
      throw new Error('too early');
    },
    devicesOf: (member) =>
      [...senders.values()].filter((one) => one.member === member).map(({ device }) => device),
    threw: (error) => void thrown.push(error),
    serverDied: () => {
      server.restart();
      live.breakAll();
    },
  };
  beginBooks(books, founded);
  world.addDevice = (enrolled) => {
    const index = world.devices.length;
    const own = chance.fork();
    const device: SimDevice = {
      index,
      enrolled,
      identity: { device: enrolled.device, member: enrolled.member },
      clone: null,
      image: null,
      torn: null,
      storage: storage(scheduler, own.fork()),
      copy: { owner: null, rows: [] },
      kept: { enrolment: null, left: null },
      way: { online: true },
      skew: plan.skews[index] ?? 0,
      clockSetAt: 0,
      lastStamp: undefined,
      copiedStamp: undefined,
      askedToWaitUntil: 0,
      asking: 0,
      soundSince: 0,
      live: plan.live[index] ?? false,
      process: null,
      cleared: false,
      dice: own,
    };
    world.devices.push(device);
    return device;
  };
  for (const number of plan.devices) world.addDevice(founded.devices[number] as Founded['admin']);
  const old = plan.oldClient === null ? undefined : founded.devices[plan.oldClient];
  if (old !== undefined) world.oldClient = createOldClient(world, old, chance.fork());
  network.faults = noFaults;
  return world;
}

function beginBooks({ company }: Books, { members, policy }: Founded): void {
  const content = emptyContent();
  const fact = {
    ownDomains: ['tidewater.test'],
    never: { addresses: [], domains: [], sites: [] },
    freemail: { also: [], not: [] },
    keepSubject: true,
    keepPath: false,
  };
  company.records.set(policy, { ...content, id: policy, kind: 'policy', gone: false, fact });
  for (const [i, { name, role, manager }] of people.entries()) {
    const above = manager === null ? null : (members[manager] ?? null);
    putMember(company, {
      id: members[i] ?? '',
      name,
      role,
      status: 'active',
      manager: above,
      department: null,
    });
  }
}
