import { describe, expect, it } from 'vitest';
import { badgeFor, showBadge } from '../../../extension/background/badge.ts';
import { whileOpen } from '../../../extension/background/interface-ports.ts';
import { regularWork } from '../../../extension/background/regular-work.ts';
import { noteTrouble } from '../../../extension/background/trouble.ts';
import { writeMeta } from '../../../extension/db/meta.ts';
import { syncView } from '../../../extension/db/queries/sync-view.ts';
import type { PageState } from '../../../extension/db/views.ts';
import { recordReading } from '../../../extension/record/record-reading.ts';
import { madeUpDevice, madeUpMail, madeUpReading, noon, policy } from '../made-up-device.ts';
import { portPair } from '../rpc/port-pair.ts';

describe('the badge', () => {
  const state = (part: Partial<PageState>): PageState => ({
    tab: 1,
    reader: 'web',
    origin: 'https://harbour.example',
    title: '',
    mailbox: null,
    attendance: 'go',
    health: 'ok',
    problems: [],
    people: [],
    companies: [],
    touches: [],
    heldBack: { never: 0, bulk: 0, internal: 0 },
    at: noon,
    ...part,
  });
  const seen = (email: string, name?: string) => ({
    seen: { emails: [email], sure: 1, ...(name ? { name } : {}) },
    role: null,
    suggestion: null,
  });

  it('says first what asks for the person', async () => {
    const { db, ...device } = await madeUpDevice();
    await recordReading({ db, ...device }, madeUpReading([madeUpMail()]), policy);
    const known = seen('ines.duarte@harbour.example');
    const kinds = [
      state({ people: [known] }),
      state({ people: [known, seen('new@west.example')] }),
      state({ people: [known, seen('new@west.example'), seen('ines.duarte@harbour.example', 'Rui Costa')] }),
      state({}),
      state({ health: 'unhealthy', people: [known] }),
      state({ attendance: 'ask', mailbox: 'jonas@freemail.example' }),
      state({ attendance: 'never', people: [known] }),
    ];
    expect(await Promise.all(kinds.map((one) => badgeFor(db, one)))).toEqual([
      'known',
      'unknown',
      'changed',
      null,
      'unhealthy',
      'ask',
      null,
    ]);
  });

  it('is text and a sentence, and no error for a tab that is gone', async () => {
    const told: unknown[] = [];
    const words = { text: '✓', title: 'Known' };
    const all = {
      known: words,
      several: words,
      unknown: words,
      changed: words,
      ask: words,
      unhealthy: words,
    };
    const made = {
      setBadgeText: async (details: unknown) => void told.push(details),
      setTitle: () => Promise.reject(new Error('No tab with id: 1.')),
    };
    await showBadge(made, 1, 'known', all, 'Who is on this page?');
    await showBadge(made, 1, null, all, 'Who is on this page?');
    expect(told).toEqual([
      { tabId: 1, text: '✓' },
      { tabId: 1, text: '' },
    ]);
  });
});

describe('the live connection', () => {
  it('is held from the first interface to the last, and anew when asked', () => {
    const held: AbortSignal[] = [];
    const interfaces = whileOpen((signal) => void held.push(signal));
    interfaces.restart();
    const [one, two] = [portPair(), portPair()];
    interfaces.add(one.there);
    interfaces.add(two.there);
    expect(held).toHaveLength(1);
    interfaces.restart();
    expect(held.map((signal) => signal.aborted)).toEqual([true, false]);
    one.kill();
    expect(held[1]?.aborted).toBe(false);
    two.kill();
    expect(held.map((signal) => signal.aborted)).toEqual([true, true]);
  });
});

describe('what the alarm does', () => {
  it('asks for news every five minutes, and at once where something waits or went wrong', async () => {
    const device = await madeUpDevice();
    await writeMeta(device.db, 'sync', { since: null, contact: noon, notice: null });
    expect(await regularWork(device.db, noon + 60_000)).toEqual({ syncDue: false });
    expect(await regularWork(device.db, noon + 300_000)).toEqual({ syncDue: true });
    await writeMeta(device.db, 'sync', { since: noon, contact: noon, notice: { kind: 'unreachable' } });
    expect(await regularWork(device.db, noon + 60_000)).toEqual({ syncDue: true });
    await writeMeta(device.db, 'sync', { since: null, contact: noon, notice: null });
    await recordReading(device, madeUpReading([madeUpMail()]), policy);
    expect(await regularWork(device.db, noon + 60_000)).toEqual({ syncDue: true });
  });
});

describe('a full disk', () => {
  it('is told as storage, and the panel keeps saying so', async () => {
    const device = await madeUpDevice();
    const inner = new DOMException('full', 'QuotaExceededError');
    const error = Object.assign(new Error('AbortError'), { name: 'AbortError', inner });
    expect(noteTrouble(device.db, error)).toEqual({
      kind: 'storage',
      detail: 'AbortError < QuotaExceededError',
    });
    await expect.poll(async () => (await syncView(device.db)).notice).toMatchObject({ kind: 'storage' });
  });
});
