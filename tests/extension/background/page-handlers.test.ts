import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageCaller } from '../../../extension/background/caller.ts';
import { decideAttendance } from '../../../extension/background/decide-attendance.ts';
import { type PageHandlerParts, pageHandlers } from '../../../extension/background/page-handlers.ts';
import type { PageStates } from '../../../extension/background/page-states.ts';
import { type BadReads, readerHealth } from '../../../extension/background/reader-health.ts';
import { viewOf } from '../../../extension/db/held-state.ts';
import { settleRecords } from '../../../extension/db/settle-records.ts';
import type { PageState } from '../../../extension/db/views.ts';
import type { Visit } from '../../../extension/rpc/page-calls.ts';
import type { PageReading } from '../../../shared/capture/page-reading.ts';
import type { PageSnapshot } from '../../../shared/capture/page-snapshot.ts';
import {
  jonasMailbox,
  type MadeUpDevice,
  madeUpDevice,
  madeUpId,
  madeUpMail,
  madeUpReading,
  policy,
} from '../made-up-device.ts';

const caller: PageCaller = {
  tab: 7,
  frame: 0,
  document: 'D',
  origin: 'https://mail.tidewater.test',
  url: 'https://mail.tidewater.test/webmail/?_task=mail',
};
const webmail = (mailbox: string | null): Visit => ({
  reader: { id: 'roundcube', version: 1 },
  origin: 'https://says-the-page.example',
  mailbox,
});
const web: Visit = { reader: { id: 'web', version: 1 }, origin: '', mailbox: null };

let device: MadeUpDevice;
let shown: Parameters<PageStates['put']>[1][];
let queued: number;
let badReads: BadReads;

function handlersOf(parts: Partial<PageHandlerParts> = {}) {
  const states = {
    put: async (_caller: PageCaller, part: (typeof shown)[number]) => {
      shown.push(part);
      return part as unknown as PageState;
    },
  } as unknown as PageStates;
  return pageHandlers({
    db: device.db,
    recorder: async () => device,
    states,
    health: readerHealth(
      {
        read: async () => badReads,
        write: async (counts) => {
          badReads = counts;
        },
      },
      (_name, task) => task(),
    ),
    handOver: async () => true,
    readPage: async () => null,
    now: device.now,
    changed: () => {},
    queued: () => {
      queued += 1;
    },
    ...parts,
  });
}

beforeEach(async () => {
  device = await madeUpDevice();
  shown = [];
  queued = 0;
  badReads = {};
});

describe('whether a page may be read', () => {
  const kindFor = async (visit: Visit, origin = caller.origin) =>
    (await decideAttendance(device.db, true, visit, origin)).kind;

  it('is yes for mailboxes on the workspace’s domains, with the page’s part of the policy', async () => {
    expect(await decideAttendance(device.db, true, webmail(jonasMailbox), caller.origin)).toEqual({
      kind: 'go',
      policy: { ownDomains: ['tidewater.test'], neverAddresses: [], neverDomains: [] },
    });
  });

  it('is asked once for any other mailbox, and the answer holds', async () => {
    const other = webmail('Jonas@Freemail.example');
    expect(await kindFor(other)).toBe('ask');
    expect(await device.db.mailboxes.toArray()).toEqual([
      { address: 'jonas@freemail.example', answer: 'asked' },
    ]);
    expect(await kindFor(other)).toBe('ask');
    await device.db.mailboxes.put({ address: 'jonas@freemail.example', answer: 'yes' });
    expect(await kindFor(other)).toBe('go');
    await device.db.mailboxes.put({ address: 'jonas@freemail.example', answer: 'no' });
    expect(await kindFor(other)).toBe('never');
  });

  it('is asked where a webmail does not say whose it is', async () => {
    expect(await kindFor(webmail(null))).toBe('ask');
    expect(await device.db.mailboxes.count()).toBe(0);
  });

  it('is no before joining, and before the policy is here', async () => {
    expect(await decideAttendance(device.db, false, web, caller.origin)).toEqual({ kind: 'off' });
    await device.db.policy.clear();
    expect(await kindFor(web)).toBe('off');
  });

  it.each(['bank.example', 'https://bank.example/', 'BANK.example'])(
    'is no for sites on the never-list (%s), by the browser’s word on the site',
    async (site) => {
      const row = (await device.db.policy.toArray())[0];
      const fact = { ...policy, never: { addresses: [], domains: [], sites: [site] } };
      const base = { kind: 'policy' as const, id: row?.id ?? '', seq: 5, gone: false, fact };
      await settleRecords(device.db, [{ kind: 'policy', id: base.id, base }], {
        member: madeUpId(1),
        generation: 0,
      });
      expect(await kindFor(web, 'https://www.bank.example')).toBe('never');
      expect(await kindFor(web, 'https://riverbank.example')).toBe('go');
    },
  );
});

describe('a reading', () => {
  it('is acknowledged once it is in the pool, shown, and sent', async () => {
    const answer = await handlersOf().capture(madeUpReading([madeUpMail()]), caller);
    expect(answer).toEqual({ kind: 'recorded', touches: 1, suggestions: 0 });
    expect(queued).toBe(1);
    expect(shown.at(-1)).toMatchObject({
      attendance: 'go',
      origin: caller.origin,
      ms: 3,
      touches: [expect.any(String)],
    });
    expect(await handlersOf().capture(madeUpReading([madeUpMail()]), caller)).toEqual({ kind: 'nothing' });
  });

  it('has its source from the browser and not from the message', async () => {
    const reading = madeUpReading([madeUpMail()], {
      page: { origin: 'https://bank.example', path: '', title: '' },
    });
    await handlersOf().capture(reading, caller);
    const [sighting] = await device.db.sightings.toArray();
    expect(sighting && viewOf(sighting).fact).toMatchObject({
      source: { origin: 'https://mail.tidewater.test' },
    });
  });

  it('of a mailbox that was not enabled is not recorded, whatever the page was told before', async () => {
    const reading = madeUpReading([madeUpMail()], { mailbox: 'jonas@freemail.example' });
    expect(await handlersOf().capture(reading, caller)).toEqual({ kind: 'nothing' });
    expect(await device.db.touches.count()).toBe(0);
  });

  it.each(['unhealthy', 'unknown-page'] as const)(
    'that is %s records nothing, even of what it says, and the panel is told',
    async (health) => {
      const reading = madeUpReading([madeUpMail()], { health, problems: ['shape-changed'] });
      expect(await handlersOf().capture(reading, caller)).toEqual({ kind: 'nothing' });
      expect(await device.db.touches.count()).toBe(0);
      expect(shown).toMatchObject([{ health, problems: ['shape-changed'], people: [] }]);
    },
  );

  it('of a site whose reader is unhealthy is not recorded until one is understood, and every frame is told', async () => {
    const bad = madeUpReading([], { health: 'unhealthy', problems: ['shape-changed'] });
    const ahead = madeUpReading([madeUpMail()], { ahead: true });
    const { attend, capture } = handlersOf();
    for (let i = 0; i < 3; i += 1) await capture(bad, caller);
    expect(shown.map(({ stopped }) => stopped)).toEqual([false, false, true]);
    expect(await capture(ahead, { ...caller, frame: 2 })).toEqual({ kind: 'nothing' });
    expect(await device.db.touches.count()).toBe(0);
    await attend({ reader: bad.reader, origin: '', mailbox: jonasMailbox }, { ...caller, tab: 8 });
    expect(shown.at(-1)).toMatchObject({ stopped: true });
    expect(await capture(madeUpReading([madeUpMail()]), caller)).toMatchObject({ kind: 'recorded' });
    expect(shown.at(-1)).toMatchObject({ stopped: false, health: 'ok' });
  });

  it('stays acknowledged where only the panel could not be told', async () => {
    const states = {
      put: () => Promise.reject(new Error('session storage is full')),
    } as unknown as PageStates;
    const answer = await handlersOf({ states }).capture(madeUpReading([madeUpMail()]), caller);
    expect(answer).toMatchObject({ kind: 'recorded' });
  });

  it('is refused before joining', async () => {
    const answer = await handlersOf({ recorder: async () => null }).capture(
      madeUpReading([madeUpMail()]),
      caller,
    );
    expect(answer).toEqual({ kind: 'failed', notice: { kind: 'not-joined' } });
  });
});

describe('a webmail that a page says it is', () => {
  it('is handed over with the browser’s word on the page, and the answer says what came of it', async () => {
    const asked: unknown[] = [];
    const handlers = handlersOf({
      handOver: async (from, webmail) => asked.push([from.url, webmail]) === 1,
    });
    expect(await handlers.foundWebmail({ reader: 'sogo' }, caller)).toEqual({ kind: 'handed-over' });
    expect(await handlers.foundWebmail({ reader: 'sogo' }, caller)).toEqual({ kind: 'nothing' });
    expect(asked[0]).toEqual([caller.url, 'sogo']);
  });
});

describe('an ordinary page', () => {
  const snapshot: PageSnapshot = {
    url: 'https://mail.tidewater.test/about?x=1',
    html: '<html>',
    form: 'html',
    cut: false,
    ms: 2,
  };
  const harbour = { name: 'Harbour Tools', domains: ['harbour.example'], sure: 1 };
  const read = (): PageReading => ({
    ...madeUpReading([]),
    reader: { id: 'web', version: 3 },
    mailbox: null,
    companies: [harbour],
  });

  it('is told that it may be read, and nothing of the policy', async () => {
    expect(await handlersOf().attend(web, caller)).toEqual({
      kind: 'go',
      policy: { ownDomains: [], neverAddresses: [], neverDomains: [] },
    });
  });

  it('is read by the policy in force, and recorded as any reading', async () => {
    const asked: unknown[] = [];
    const readPage: PageHandlerParts['readPage'] = async (given, by) => {
      asked.push(given.url, by.ownDomains);
      return read();
    };
    expect(await handlersOf({ readPage }).readPage(snapshot, caller)).toMatchObject({ kind: 'recorded' });
    expect(asked).toEqual([snapshot.url, policy.ownDomains]);
    expect(shown.at(-1)).toMatchObject({ reader: 'web', health: 'ok', companies: [expect.anything()] });
  });

  it.each(['https://bank.example/', 'file:///etc/passwd', 'nonsense'])(
    'has its origin from the browser, whatever it says (%s)',
    async (url) => {
      let asked = '';
      const readPage: PageHandlerParts['readPage'] = async (given) => {
        asked = given.url;
        return read();
      };
      await handlersOf({ readPage }).readPage({ ...snapshot, url }, caller);
      expect(asked).toBe('https://mail.tidewater.test/');
    },
  );

  it('is not looked at where it may not be read, whatever it was told before', async () => {
    const readPage = vi.fn(async () => read());
    const parts = { readPage, recorder: async () => null };
    expect(await handlersOf(parts).readPage(snapshot, caller)).toEqual({ kind: 'nothing' });
    expect(readPage).not.toHaveBeenCalled();
  });

  it('is asked for again where it could not be read', async () => {
    expect(await handlersOf().readPage(snapshot, caller)).toMatchObject({
      kind: 'failed',
      notice: { kind: 'server-error' },
    });
  });
});
