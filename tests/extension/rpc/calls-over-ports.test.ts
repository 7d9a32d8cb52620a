import { describe, expect, it } from 'vitest';
import type { After } from '../../../extension/rpc/line.ts';
import { pageCalls, type Visit } from '../../../extension/rpc/page-calls.ts';
import { pageClient } from '../../../extension/rpc/page-client.ts';
import { pageLine } from '../../../extension/rpc/page-line.ts';
import type { PortLike } from '../../../extension/rpc/port-endpoint.ts';
import { type Handlers, serve } from '../../../extension/rpc/serve.ts';
import { portPair } from './port-pair.ts';

const visit: Visit = {
  reader: { id: 'roundcube', version: 1 },
  origin: 'https://mail.tidewater.test',
  mailbox: 'jonas.weber@tidewater.test',
};
const emptyReading = {
  reader: { id: 'web' as const, version: 1 },
  page: { origin: 'https://harbour.example', path: '/', title: '' },
  mailbox: null,
  health: 'ok' as const,
  problems: [],
  mails: [],
  people: [],
  companies: [],
  heldBack: { never: 0, bulk: 0, internal: 0 },
  ms: 1,
};

type PageHandlers = Handlers<typeof pageCalls, string>;

function serveOn(port: PortLike, handlers: Partial<PageHandlers>): void {
  const refuse = () => Promise.reject(new Error('not expected'));
  serve(
    port,
    {
      calls: pageCalls,
      handlers: { attend: refuse, capture: refuse, readPage: refuse, foundWebmail: refuse, ...handlers },
      failures: {
        attend: () => ({ kind: 'ask' as const }),
        capture: (notice) => ({ kind: 'failed' as const, notice }),
        readPage: (notice) => ({ kind: 'failed' as const, notice }),
        foundWebmail: () => ({ kind: 'failed' as const }),
      },
      notice: (error) => ({ kind: 'server-error', detail: String(error) }),
    },
    'tab 7',
  );
}

const soon: After = (ms, then) => {
  const timer = setTimeout(then, Math.min(ms, 5));
  return () => clearTimeout(timer);
};

describe('calls over a runtime port', () => {
  it('reach the handler with the caller that the browser names', async () => {
    const { here, there } = portPair();
    const callers: string[] = [];
    serveOn(there, {
      attend: async (input, caller) => {
        callers.push(`${caller} ${input.mailbox}`);
        return { kind: 'off' };
      },
    });
    expect(await pageClient({ connect: () => here }).attend(visit)).toEqual({ kind: 'off' });
    expect(callers).toEqual(['tab 7 jonas.weber@tidewater.test']);
  });

  it('answer a throwing handler with a notice', async () => {
    const { here, there } = portPair();
    serveOn(there, { capture: () => Promise.reject(new Error('disk on fire')) });
    const answer = await pageClient({ connect: () => here }).capture(emptyReading);
    expect(answer).toEqual({
      kind: 'failed',
      notice: { kind: 'server-error', detail: 'Error: disk on fire' },
    });
  });

  it('answer input that does not parse with malformed, without handling it', async () => {
    const { here, there } = portPair();
    serveOn(there, {});
    const answer = await pageClient({ connect: () => here }).capture({
      ...emptyReading,
      ms: 'soon' as never,
    });
    expect(answer).toMatchObject({ kind: 'failed', notice: { kind: 'malformed' } });
  });

  it('take a page’s word for a webmail that they know, and for no other', async () => {
    const { here, there } = portPair();
    serveOn(there, { foundWebmail: async () => ({ kind: 'handed-over' }) });
    const line = pageLine({ connect: () => here, onGone: () => {} });
    expect(await line.foundWebmail({ reader: 'roundcube' })).toEqual({ kind: 'handed-over' });
    expect(await line.foundWebmail({ reader: 'web' as never })).toEqual({ kind: 'failed' });
  });

  it.each([
    ['a path into the prototype', { type: 'APPLY', path: ['attend', 'constructor'] }],
    ['an unknown name', { type: 'APPLY', path: ['hasOwnProperty'] }],
    ['a property write', { type: 'SET', path: ['attend'], value: { type: 'RAW', value: 1 } }],
    ['a read of the whole object', { type: 'GET', path: [] }],
    ['a construction', { type: 'CONSTRUCT', path: ['attend'] }],
    [
      'an argument that Comlink would revive',
      {
        type: 'APPLY',
        path: ['attend'],
        argumentList: [{ type: 'HANDLER', name: 'throw', value: { isError: false, value: 1 } }],
      },
    ],
    [
      'a second argument',
      {
        type: 'APPLY',
        path: ['attend'],
        argumentList: [
          { type: 'RAW', value: visit },
          { type: 'RAW', value: 1 },
        ],
      },
    ],
  ])('drop %s', async (_what, message) => {
    const { here, there } = portPair();
    let handled = 0;
    serveOn(there, {
      attend: async () => {
        handled += 1;
        return { kind: 'off' };
      },
    });
    const answers: unknown[] = [];
    here.onMessage.addListener((m) => answers.push(m));
    here.postMessage({ id: '1', argumentList: [{ type: 'RAW', value: visit }], ...message });
    await pageClient({ connect: () => here }).attend(visit);
    expect(handled).toBe(1);
    expect(answers).toHaveLength(1);
  });
});

describe('the page client, when the service worker is stopped', () => {
  it('opens a new port and repeats the call that was under way', async () => {
    let connections = 0;
    const client = pageClient({
      after: soon,
      connect: () => {
        connections += 1;
        const { here, there, kill } = portPair();
        const answers = connections > 2;
        serveOn(there, {
          attend: () => {
            if (answers) return Promise.resolve({ kind: 'never' as const });
            setImmediate(kill);
            return new Promise(() => {});
          },
        });
        return here;
      },
    });
    expect(await client.attend(visit)).toEqual({ kind: 'never' });
    expect(connections).toBe(3);
  });

  it('gives up after its patience with a value', async () => {
    let now = 0;
    const client = pageClient({
      now: () => now,
      after: (ms, then) => {
        now += ms;
        queueMicrotask(then);
        return () => {};
      },
      connect: () => portPair().here,
    });
    expect(await client.capture(emptyReading)).toEqual({ kind: 'failed', notice: { kind: 'unreachable' } });
    expect(now).toBeLessThanOrEqual(20_000);
  });

  it('falls silent, and says so once, where the extension was updated under the page', async () => {
    let attempts = 0;
    let told = 0;
    const client = pageClient({
      after: soon,
      onGone: () => {
        told += 1;
      },
      connect: () => {
        attempts += 1;
        throw new Error('Extension context invalidated.');
      },
    });
    expect(await client.attend(visit)).toEqual({ kind: 'ask' });
    expect(await client.capture(emptyReading)).toMatchObject({ kind: 'failed' });
    expect([attempts, told]).toEqual([1, 1]);
  });
});

describe('the line of an ordinary page', () => {
  const snapshot = { url: 'https://a.example/', html: '', form: 'html' as const, cut: false, ms: 1 };

  it('carries a page to the background, and no more of one than is agreed', async () => {
    const { here, there } = portPair();
    let handled = '';
    serveOn(there, {
      readPage: async ({ html }) => {
        handled = html;
        return { kind: 'nothing' };
      },
    });
    const line = pageLine({ connect: () => here, onGone: () => {} });
    expect(await line.readPage({ ...snapshot, html: '<html>' })).toEqual({ kind: 'nothing' });
    expect(handled).toBe('<html>');
    for (const wrong of [
      { html: 'x'.repeat(4_000_001) },
      { url: 'x'.repeat(4001) },
      { form: 'other' as never },
    ])
      expect(await line.readPage({ ...snapshot, ...wrong })).toMatchObject({
        kind: 'failed',
        notice: { kind: 'malformed' },
      });
  });

  it('says that nobody answered, and opens another port for the next call', async () => {
    let connections = 0;
    const line = pageLine({
      onGone: () => {},
      connect: () => {
        connections += 1;
        const { here, there, kill } = portPair();
        const dies = connections === 1;
        serveOn(there, {
          attend: () => {
            if (!dies) return Promise.resolve({ kind: 'never' as const });
            setImmediate(kill);
            return new Promise(() => {});
          },
        });
        return here;
      },
    });
    expect(await line.attend(visit)).toBe(null);
    expect(await line.attend(visit)).toEqual({ kind: 'never' });
    expect(connections).toBe(2);
  });

  it('waits no longer than it takes', async () => {
    const line = pageLine({ onGone: () => {}, after: soon, connect: () => portPair().here });
    expect(await line.readPage(snapshot)).toBe(null);
  });

  it('falls silent where the extension was updated under the page', async () => {
    let told = 0;
    const line = pageLine({
      onGone: () => {
        told += 1;
      },
      connect: () => {
        throw new Error('Extension context invalidated.');
      },
    });
    expect(await line.attend(visit)).toBe(null);
    expect(told).toBe(1);
  });
});
