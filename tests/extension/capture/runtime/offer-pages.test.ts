import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageBackground } from '../../../../extension/capture/runtime/background.ts';
import { offerPages } from '../../../../extension/capture/runtime/offer-pages.ts';

const snapshots = vi.hoisted(() => ({ taken: 0, webmail: null as 'roundcube' | 'sogo' | null }));
// what a document says is tested in Chromium: here is none
vi.mock('../../../../extension/capture/web/take-snapshot.ts', () => ({
  takeSnapshot: async (doc: { URL: string }) => {
    snapshots.taken += 1;
    return { url: doc.URL, html: '', form: 'html', cut: false, ms: 0 };
  },
}));
vi.mock('../../../../extension/capture/sites/is-webmail.ts', () => ({
  webmailFound: () => snapshots.webmail,
  isHostedWebmail: ({ url }: { url: URL }) => url.hostname === 'mail.google.com',
}));

const policy = { ownDomains: [], neverAddresses: [], neverDomains: [] };

class FakeDocument extends EventTarget {
  address = 'https://harbour.example/about?x=1#top';
  state = 'complete';
  get URL(): string {
    return this.address;
  }
  get readyState(): string {
    return this.state;
  }
}

/** A window with an address that its script may change, and a background that notes what it is told. */
function stage(given: Partial<PageBackground> = {}) {
  const doc = new FakeDocument();
  const navigation = new EventTarget();
  const window = Object.assign(new EventTarget(), { document: doc, navigation });
  const read: string[] = [];
  const visits: unknown[] = [];
  const background: PageBackground = {
    attend: async (visit) => {
      visits.push(visit);
      return { kind: 'go', policy };
    },
    readPage: async ({ url }) => {
      read.push(url);
      return { kind: 'recorded' };
    },
    foundWebmail: async () => ({ kind: 'nothing' }),
    ...given,
  };
  const ending = new AbortController();
  const start = () => offerPages({ window: window as unknown as Window, background, signal: ending.signal });
  const go = (address: string) => {
    doc.address = address;
    navigation.dispatchEvent(new Event('currententrychange'));
  };
  return { start, go, doc, window, read, visits, ending };
}

const settled = (ms = 1000) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.stubGlobal('Document', FakeDocument);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  snapshots.taken = 0;
  snapshots.webmail = null;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an ordinary page', () => {
  it('is handed over once, after it may be', async () => {
    const { start, window, read, visits } = stage();
    start();
    await settled();
    window.dispatchEvent(new Event('focus'));
    await settled();
    expect(visits).toEqual([
      { reader: { id: 'web', version: 3 }, origin: 'https://harbour.example', mailbox: null },
    ]);
    expect(read).toEqual(['https://harbour.example/about?x=1#top']);
  });

  it.each(['ask', 'never', 'off'] as const)('is not even written down when told "%s"', async (kind) => {
    const { start, read } = stage({ attend: async () => ({ kind }) });
    start();
    await settled(20_000);
    expect([snapshots.taken, read]).toEqual([0, []]);
  });

  it('is asked about again when the person comes back, where there was no answer', async () => {
    let kind: 'ask' | 'go' = 'ask';
    const { start, window, read } = stage({
      attend: async () => (kind === 'go' ? { kind, policy } : { kind }),
    });
    start();
    await settled();
    kind = 'go';
    window.dispatchEvent(new Event('focus'));
    await settled();
    expect(read).toHaveLength(1);
  });

  it('waits for its document', async () => {
    const { start, doc, read } = stage();
    doc.state = 'loading';
    start();
    await settled();
    expect(read).toEqual([]);
    doc.state = 'interactive';
    doc.dispatchEvent(new Event('DOMContentLoaded'));
    await settled();
    expect(read).toHaveLength(1);
  });

  it('is handed over again when its own script turns it into another, and not for a place within it', async () => {
    const { start, go, read } = stage();
    start();
    await settled();
    go('https://harbour.example/about?x=1#below');
    await settled();
    go('https://harbour.example/team');
    await settled();
    expect(read).toEqual(['https://harbour.example/about?x=1#top', 'https://harbour.example/team']);
  });

  it('is handed over until it is acknowledged, each time as it then stands, and given up in the end', async () => {
    const { start, read } = stage({
      readPage: async ({ url }) => {
        read.push(url);
        return { kind: 'failed', notice: { kind: 'unreachable' } };
      },
    });
    start();
    await settled(600_000);
    expect([snapshots.taken, read.length]).toEqual([6, 6]);
  });

  it('is asked about again, and written down again, where nobody answered', async () => {
    const answers = [null, 'go', 'go'] as const;
    let asked = 0;
    const { start, read } = stage({
      attend: async () => {
        asked += 1;
        return answers[asked - 1] === null ? null : { kind: 'go', policy };
      },
      readPage: async ({ url }) => (read.push(url) === 1 ? null : { kind: 'recorded' }),
    });
    start();
    await settled(20_000);
    expect([asked, snapshots.taken, read.length]).toEqual([3, 2, 2]);
  });

  it('is not handed over again where that would fail again', async () => {
    const readPage = vi.fn(async () => ({ kind: 'failed', notice: { kind: 'malformed' } }) as const);
    const { start } = stage({ readPage });
    start();
    await settled(120_000);
    expect(readPage).toHaveBeenCalledTimes(1);
  });

  it('is left alone once its reader is ended, also while the answer is on its way', async () => {
    const answer = Promise.withResolvers<{ kind: 'go'; policy: typeof policy }>();
    const { start, go, read, ending } = stage({ attend: () => answer.promise });
    start();
    await settled();
    ending.abort();
    answer.resolve({ kind: 'go', policy });
    go('https://harbour.example/team');
    await settled(20_000);
    expect([snapshots.taken, read]).toEqual([0, []]);
  });

  it.each(['about:blank', 'file:///tmp/x.html', 'https://mail.google.com/mail/u/0/'])(
    'is none at %s',
    async (address) => {
      const { start, doc, visits } = stage();
      doc.address = address;
      start();
      await settled();
      expect(visits).toEqual([]);
    },
  );
});

describe('a page that is a webmail’s', () => {
  it('is handed over to its own script once, and again where the background could not take it', async () => {
    const answers = ['failed', 'handed-over'] as const;
    const told: unknown[] = [];
    snapshots.webmail = 'sogo';
    const { start, go, visits } = stage({
      foundWebmail: async (found) => ({ kind: answers[told.push(found) - 1] ?? 'nothing' }),
    });
    start();
    await settled(10);
    expect(told).toEqual([{ reader: 'sogo' }]);
    await settled(20_000);
    go('https://harbour.example/about?x=1#third');
    await settled();
    expect(told).toEqual([{ reader: 'sogo' }, { reader: 'sogo' }]);
    expect(visits).toEqual([]);
    expect(snapshots.taken).toBe(0);
  });
});
