import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attend } from '../../../../extension/capture/runtime/attend.ts';
import type { Background } from '../../../../extension/capture/runtime/background.ts';
import { holdBackMails } from '../../../../extension/capture/runtime/hold-back-mails.ts';
import type { Extraction, SiteAdapter } from '../../../../extension/capture/sites/adapter.ts';
import { broken, readMails, waiting } from '../../../../extension/capture/sites/adapter.ts';
import type { PageReading } from '../../../../shared/capture/page-reading.ts';
import type { SeenMail } from '../../../../shared/capture/seen.ts';

const policy = { ownDomains: ['tidewater.test'], neverAddresses: [], neverDomains: ['family.example'] };
const mailbox = 'jonas.weber@tidewater.test';

function mail(from: string): SeenMail {
  return {
    ...{ messageId: from, answers: [], from: { name: null, email: from }, sender: null, replyTo: [] },
    ...{
      to: [{ name: null, email: mailbox }],
      cc: [],
      subject: 's',
      date: { ms: 1, precision: 'second' as const },
    },
    ...{ bulk: null, signature: null },
  };
}

/** A window with an address and events, a reader whose view is the hash, and a background that notes what it is told. */
function stage(
  options: {
    background?: Partial<Background>;
    extract?: (view: string, last: boolean) => Extraction;
    readText?: string;
  } = {},
) {
  const { extract = (view) => readMails([mail(`${view}@client.example`)], []) } = options;
  const target = new EventTarget();
  const doc = Object.assign(new EventTarget(), { readyState: 'complete', title: 'Secret subject' });
  const location = { href: 'https://mail.example/?_task=mail&secret=1#first' };
  const window = Object.assign(target, { document: doc, location, performance: { timeOrigin: 5 } });
  const captured: PageReading[] = [];
  const visits: unknown[] = [];
  const background: Background = {
    attend: async (visit) => {
      visits.push(visit);
      return { kind: 'go', policy };
    },
    capture: async (reading) => {
      captured.push(reading);
      return { kind: 'recorded' };
    },
    ...options.background,
  };
  const adapter: SiteAdapter = {
    ...{ id: 'roundcube', version: 3, detect: () => true, mailbox: () => mailbox, root: () => null },
    view: ({ url }) => url.hash.slice(1) || null,
    extract: (_page, view, { last }) => extract(view, last),
  };
  const ending = new AbortController();
  const start = () =>
    attend({
      ...{
        window: window as unknown as Window,
        readers: [adapter],
        holdBack: holdBackMails,
        background,
        now: () => Date.now(),
      },
      fetch: async () => {
        if (options.readText === undefined) throw new Error('no network');
        return new Response(options.readText);
      },
      signal: ending.signal,
    });
  const go = async (hash: string) => {
    location.href = `https://mail.example/#${hash}`;
    target.dispatchEvent(new Event('hashchange'));
    await vi.advanceTimersByTimeAsync(20);
  };
  return { start, go, captured, visits, ending, target, adapter, doc };
}

const settled = (ms = 20) => vi.advanceTimersByTimeAsync(ms);
const senders = (captured: PageReading[]) =>
  captured.flatMap(({ mails }) => mails.map(({ from }) => from?.email));

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('attending to a page', () => {
  it('reads each view once, however often the page is clicked', async () => {
    const { start, go, captured, target } = stage();
    start();
    await settled();
    for (let i = 0; i < 5; i += 1) target.dispatchEvent(new Event('click'));
    await settled(5000);
    expect(senders(captured)).toEqual(['first@client.example']);
    await go('second');
    await settled(5000);
    expect(senders(captured)).toEqual(['first@client.example', 'second@client.example']);
  });

  it("tells neither a webmail's title nor its path, which name the mail", async () => {
    const { start, captured, visits } = stage();
    start();
    await settled();
    expect(captured[0]?.page).toEqual({ origin: 'https://mail.example', path: '', title: '' });
    expect(visits).toEqual([
      { reader: { id: 'roundcube', version: 3 }, origin: 'https://mail.example', mailbox },
    ]);
    expect(JSON.stringify([captured, visits])).not.toContain('ecret');
  });

  it.each(['ask', 'never', 'off'] as const)('reads nothing when told "%s"', async (kind) => {
    const extract = vi.fn(() => readMails([], []));
    const { start, captured, adapter } = stage({ background: { attend: async () => ({ kind }) }, extract });
    adapter.request = vi.fn(async () => null);
    start();
    await settled(20_000);
    expect(extract).not.toHaveBeenCalled();
    expect(adapter.request).not.toHaveBeenCalled();
    expect(captured).toEqual([]);
  });

  it('asks again when the person comes back to the page before they have answered', async () => {
    let kind: 'ask' | 'go' = 'ask';
    const attendance = async () => (kind === 'go' ? { kind, policy } : { kind });
    const { start, captured, target } = stage({ background: { attend: attendance } });
    start();
    await settled();
    kind = 'go';
    target.dispatchEvent(new Event('focus'));
    await settled();
    expect(senders(captured)).toEqual(['first@client.example']);
  });

  it('waits for what the page has not drawn yet, and gives up on it when the view changes', async () => {
    const drawn = new Set(['second']);
    const { start, go, captured } = stage({
      extract: (view) => (drawn.has(view) ? readMails([mail(`${view}@client.example`)], []) : waiting),
    });
    start();
    await settled(3000);
    await go('second');
    drawn.add('first');
    await settled(20_000);
    expect(senders(captured)).toEqual(['second@client.example']);
  });

  it('says so when the page never gets the shape that is known', async () => {
    const { start, captured } = stage({
      extract: (_view, last) => (last ? broken('shape-changed') : waiting),
    });
    start();
    await settled(20_000);
    expect(captured).toMatchObject([{ health: 'unhealthy', problems: ['shape-changed'], mails: [] }]);
  });

  it('records nothing when a reader throws, and says so', async () => {
    const { start, captured } = stage({
      extract: () => {
        throw new TypeError('changed');
      },
    });
    start();
    await settled();
    expect(captured).toMatchObject([{ health: 'unhealthy', problems: ['threw'], mails: [] }]);
  });

  it('goes on trying where a page is not understood, however often, so that a good reading is not missed', async () => {
    const { start, go, captured } = stage({
      extract: (view) =>
        view === 'sixth' ? readMails([mail('a@c.example')], []) : broken('sender-not-an-address'),
    });
    start();
    await settled();
    for (const view of ['second', 'third', 'fourth', 'fifth', 'sixth']) await go(view);
    expect(captured.map(({ health }) => health)).toEqual([...Array(5).fill('unhealthy'), 'ok']);
  });

  it('hands over which lower rungs a reader needed', async () => {
    const { start, captured } = stage({
      extract: () => readMails([mail('a@c.example')], [], ['subject:attributes']),
    });
    start();
    await settled();
    expect(captured).toMatchObject([
      { health: 'partly', problems: ['shape-drifted'], rungs: ['subject:attributes'] },
    ]);
  });

  it('applies the policy before anything is handed over', async () => {
    const { start, captured } = stage({ extract: () => readMails([mail('mum@family.example')], []) });
    start();
    await settled();
    expect(captured).toMatchObject([{ mails: [], heldBack: { never: 1, bulk: 0, internal: 0 } }]);
    expect(JSON.stringify(captured)).not.toContain('family.example');
  });

  it('hands a reading over again until it is acknowledged, though another view is open by then', async () => {
    const got: string[] = [];
    let failing = 3;
    const capture: Background['capture'] = async ({ mails }) => {
      got.push(mails[0]?.from?.email ?? '');
      failing -= 1;
      return failing >= 0 ? { kind: 'failed', notice: { kind: 'unreachable' } } : { kind: 'recorded' };
    };
    const { start, go } = stage({ background: { capture } });
    start();
    await settled();
    await go('second');
    await settled(60_000);
    expect(got).toEqual([...Array(4).fill('first@client.example'), 'second@client.example']);
  });

  it('does not repeat what would fail again', async () => {
    const capture = vi.fn(async () => ({ kind: 'failed', notice: { kind: 'malformed' } }) as const);
    const { start } = stage({ background: { capture } });
    start();
    await settled(120_000);
    expect(capture).toHaveBeenCalledTimes(1);
  });

  it('stops when it is ended', async () => {
    const { start, go, captured, ending } = stage();
    start();
    await settled();
    ending.abort();
    await go('second');
    await settled(60_000);
    expect(senders(captured)).toEqual(['first@client.example']);
  });
});

describe('a list of mails', () => {
  it('records what a click in a list is about to open, and soon lets the frame that shows it speak', async () => {
    const { start, captured, visits, adapter, doc } = stage({ readText: 'headers' });
    adapter.view = () => null;
    adapter.opening = (_page, event) =>
      event.button !== 0
        ? null
        : { path: '/headers', extract: (answer) => readMails([mail(`${answer}@client.example`)], []) };
    start();
    await settled();
    doc.dispatchEvent(Object.assign(new Event('mousedown'), { button: 2 }));
    await settled();
    expect(captured).toEqual([]);
    doc.dispatchEvent(Object.assign(new Event('mousedown'), { button: 0 }));
    await settled();
    expect(senders(captured)).toEqual(['headers@client.example']);
    expect(captured[0]?.ahead).toBe(true);
    expect(visits).toHaveLength(1);
    await settled(2000);
    expect(visits).toHaveLength(2);
  });
});
