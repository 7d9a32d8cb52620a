import './stage/english-words.ts';
import { expect, test } from 'vitest';
import type { SyncView } from '../../../extension/db/views.ts';
import { say } from '../../../extension/ui/state/say.ts';
import { syncWords } from '../../../extension/ui/state/sync-words.ts';

const now = new Date(2026, 10, 20, 16, 0).getTime();
const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).getTime();
const view: SyncView = {
  phase: 'saved',
  waiting: 0,
  parked: 0,
  since: null,
  notice: null,
  unpacking: null,
  workspace: 'Tidewater Tools',
  member: null,
};
const said = (part: Partial<SyncView>) => syncWords({ ...view, ...part }, now).line;

test('the state of sync is said in words', () => {
  expect(said({})).toBe('All saved.');
  expect(said({ phase: 'sending', waiting: 3 })).toBe('Sending 3…');
  expect(said({ phase: 'offline', waiting: 3, since: at(20, 14, 2) })).toBe(
    '3 waiting, offline since 14:02.',
  );
  expect(said({ phase: 'offline', since: at(20, 14, 2) })).toBe('Nothing waiting, offline since 14:02.');
  expect(said({ phase: 'not-joined', workspace: null })).toMatch(/not joined/i);
  expect(said({ phase: 'locked' })).toMatch(/14 days/);
});

test('offline since another day says which', () => {
  expect(said({ phase: 'offline', waiting: 1, since: at(18, 9, 30) })).toBe(
    '1 waiting, offline since 18 Nov 2026, 09:30.',
  );
});

test('a refusal says what was refused and what the person can do', () => {
  const words = syncWords(
    { ...view, phase: 'refused', waiting: 2, notice: { kind: 'upgrade-required' } },
    now,
  );
  expect(words.line).toBe('2 waiting. This Holdfast is too old for the workspace.');
  expect(words.todo).toMatch(/Update/);
  expect(words.tone).toBe('bad');
});

test('what goes wrong beside the connection is said in its own words', () => {
  const full = syncWords({ ...view, waiting: 2, phase: 'sending', notice: { kind: 'storage' } }, now);
  expect(full.line).toBe('2 waiting. This browser does not let Holdfast store anything.');
  expect(said({ phase: 'saved', notice: { kind: 'storage', detail: 'cleared' } })).toMatch(/emptied/);
  expect(said({ phase: 'offline', since: now, notice: { kind: 'rate-limited' } })).toMatch(/Too many tries/);
  expect(said({ phase: 'offline', since: now, notice: { kind: 'unreachable' } })).toMatch(/offline since/);
});

test('a refusal without a known reason still has words', () => {
  expect(said({ phase: 'refused' })).not.toBe('');
});

test('an overloaded workspace is said once it is more than a moment', () => {
  const overloaded = { phase: 'offline', notice: { kind: 'overloaded' } } as const;
  expect(said({ ...overloaded, since: now - 5_000, waiting: 2 })).toBe('Sending 2…');
  expect(said({ ...overloaded, since: now - 5_000 })).toBe(say('sync.fetching'));
  expect(said({ ...overloaded, since: now - 60_000, waiting: 2 })).toMatch(/more to do than it can do/);
});
