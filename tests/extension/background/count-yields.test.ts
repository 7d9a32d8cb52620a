import { beforeEach, describe, expect, it } from 'vitest';
import type { PageCaller } from '../../../extension/background/caller.ts';
import { countYields } from '../../../extension/background/count-yields.ts';
import type { pageHandlers } from '../../../extension/background/page-handlers.ts';
import type { SessionStore } from '../../../extension/background/page-states.ts';
import { writeMeta } from '../../../extension/db/meta.ts';
import type { Acknowledgement, Attendance } from '../../../extension/rpc/page-calls.ts';
import type { PageReading } from '../../../shared/capture/page-reading.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { dayOf } from '../../../shared/yield/yield-counts.ts';
import { type MadeUpDevice, madeUpDevice, madeUpMail, madeUpReading, noon } from '../made-up-device.ts';

const list: PageCaller = { tab: 7, frame: 0, document: 'L', origin: 'https://mail.tidewater.test', url: '' };
const frame: PageCaller = { ...list, frame: 3, document: 'M' };
const go: Attendance = {
  kind: 'go',
  policy: { ownDomains: defaultPolicy.ownDomains, neverAddresses: [], neverDomains: [] },
};
const broken = madeUpReading([], { health: 'unhealthy', problems: ['shape-changed'] });
const bulk = madeUpReading([], { heldBack: { never: 0, bulk: 1, internal: 0 } });

let device: MadeUpDevice;
let session: Record<string, unknown>;
let attendance: Attendance;
let answer: Acknowledgement;
let handlers: ReturnType<typeof pageHandlers>;
let idle: () => Promise<unknown>;

beforeEach(async () => {
  device = await madeUpDevice();
  session = {};
  attendance = go;
  answer = { kind: 'nothing' };
  const store: SessionStore = {
    get: async () => structuredClone(session),
    set: async (items) => void Object.assign(session, structuredClone(items)),
    remove: async () => {},
  };
  let last: Promise<unknown> = Promise.resolve();
  const lock = <T>(_name: string, task: () => Promise<T>): Promise<T> => {
    const next = last.then(task);
    last = next.catch(() => {});
    return next;
  };
  const answering = {
    attend: async () => attendance,
    capture: async () => answer,
    readPage: async () => answer,
    foundWebmail: async () => ({ kind: 'nothing' as const }),
  };
  handlers = countYields(answering, { db: device.db, session: store, lock, now: device.now });
  // What is counted is counted after the answer.
  idle = () => last;
});

const attend = (caller: PageCaller, mailbox: string | null = 'jonas.weber@tidewater.test') =>
  handlers.attend({ reader: { id: 'roundcube', version: 1 }, origin: '', mailbox }, caller);
const read = (reading: PageReading, caller = frame) => handlers.capture(reading, caller);
async function counted() {
  await idle();
  const rows = await device.db.yields.toArray();
  return rows.map(({ seen, read: whole, partly, refused, opened, used }) => ({
    seen,
    read: whole,
    partly,
    refused,
    opened,
    used,
  }));
}
const nothing = { seen: 0, read: 0, partly: 0, refused: 0, opened: 0, used: 0 };

describe('the count of a reader', () => {
  it('lies under the day, the reader and its version, and says nothing else', async () => {
    await read(madeUpReading([madeUpMail()]));
    await idle();
    expect(await device.db.yields.toArray()).toEqual([
      { ...nothing, day: dayOf(noon), reader: 'roundcube', version: 1, seen: 1, read: 1, sent: 0 },
    ]);
  });

  it('is of the server’s day where the own clock is wrong', async () => {
    await writeMeta(device.db, 'clock', { offset: -86_400_000 });
    await read(madeUpReading([madeUpMail()]));
    await idle();
    expect(await device.db.yields.toCollection().first()).toMatchObject({ day: dayOf(noon) - 1 });
  });

  it('grows by each mail once, wherever and however often it is read', async () => {
    const mail = madeUpMail();
    await read(madeUpReading([mail]), list);
    await read(madeUpReading([mail]), frame);
    await read(madeUpReading([mail, madeUpMail({ messageId: 'other@harbour.example' })]), frame);
    expect(await counted()).toEqual([{ ...nothing, seen: 2, read: 2 }]);
    device.clock.now += 86_400_000;
    await read(madeUpReading([mail]), frame);
    expect(await counted()).toHaveLength(1);
  });

  it('tells mails without a Message-ID apart by sender, subject and minute', async () => {
    const mail = madeUpMail({ messageId: null });
    const later = { ...mail, date: { ...mail.date, ms: mail.date.ms + 60_000 } };
    const others = [{ ...mail, subject: 'Other' }, later, mail];
    for (const one of [mail, ...others]) await read(madeUpReading([one]));
    expect(await counted()).toEqual([{ ...nothing, seen: 3, read: 3 }]);
  });

  it('leaves out what a list reads ahead of the frame that shows the mail', async () => {
    await attend(list);
    await read({ ...madeUpReading([madeUpMail()]), ahead: true }, list);
    await read(broken, frame);
    expect(await counted()).toEqual([{ ...nothing, seen: 1, refused: 1, opened: 1, used: 1 }]);
  });

  it('takes what the policy held back in the page as read', async () => {
    await read(bulk);
    expect(await counted()).toEqual([{ ...nothing, seen: 1, read: 1 }]);
  });

  it('takes each unhealthy reading as refused', async () => {
    await read(broken);
    await read(broken);
    expect(await counted()).toEqual([{ ...nothing, seen: 2, refused: 2 }]);
  });

  it('waits for a reading that failed until it comes again', async () => {
    answer = { kind: 'failed', notice: { kind: 'storage' } };
    await read(madeUpReading([madeUpMail()]));
    expect(await counted()).toEqual([]);
    answer = { kind: 'recorded', touches: 1, suggestions: 0 };
    await read(madeUpReading([madeUpMail()]));
    expect(await counted()).toEqual([{ ...nothing, seen: 1, read: 1 }]);
  });

  it('is not made of ordinary pages', async () => {
    await read(madeUpReading([], { reader: { id: 'web', version: 1 }, mailbox: null }));
    await handlers.attend({ reader: { id: 'web', version: 1 }, origin: '', mailbox: null }, list);
    expect(await counted()).toEqual([]);
  });
});

describe('a webmail', () => {
  it('counts as opened once for each page that is loaded, and as used with its first mail', async () => {
    await attend(list);
    await attend(frame);
    await attend(list);
    await attend({ ...list, tab: 8 });
    await read(madeUpReading([madeUpMail()]));
    await read(broken);
    await attend({ ...list, document: 'again' });
    expect(await counted()).toEqual([{ seen: 2, read: 1, partly: 0, refused: 1, opened: 3, used: 1 }]);
  });

  it('counts its use on the day on which it was opened', async () => {
    await attend(list);
    await idle();
    device.clock.now += 86_400_000;
    await read(madeUpReading([madeUpMail()]));
    expect(await counted()).toEqual([
      { ...nothing, opened: 1, used: 1 },
      { ...nothing, seen: 1, read: 1 },
    ]);
  });

  it('that does not show whose mailbox it is counts as refused, not more often than mails are opened', async () => {
    attendance = { kind: 'ask' };
    for (let i = 0; i < 5; i += 1) await attend(frame, null);
    expect(await counted()).toEqual([{ ...nothing, seen: 1, refused: 1 }]);
    device.clock.now += 60_000;
    await attend(frame, null);
    await attend({ ...frame, document: 'next' }, null);
    expect(await counted()).toEqual([{ ...nothing, seen: 3, refused: 3 }]);
  });

  it.each(['ask', 'never', 'off'] as const)('that may not be read (%s) is not counted', async (kind) => {
    attendance = { kind };
    await attend(list);
    expect(await counted()).toEqual([]);
  });
});

describe('a page that makes things up', () => {
  it('cannot make a version that is none', async () => {
    await read(madeUpReading([madeUpMail()], { reader: { id: 'gmail', version: 0.5 } }));
    expect(await counted()).toEqual([]);
  });

  it('cannot make more versions a day than there can be', async () => {
    for (let version = 0; version < 60; version += 1) {
      await handlers.attend(
        { reader: { id: 'sogo', version }, origin: '', mailbox: 'x@tidewater.test' },
        { ...list, document: String(version) },
      );
    }
    await idle();
    expect(await device.db.yields.count()).toBe(24);
  });
});

it('answers as ever where nothing can be counted', async () => {
  device.db.close();
  answer = { kind: 'recorded', touches: 1, suggestions: 0 };
  expect(await read(madeUpReading([madeUpMail()]))).toEqual(answer);
  expect(await attend(list)).toEqual(go);
  await idle();
});
