import './stage/english-words.ts';
import { expect, test } from 'vitest';
import { ago } from '../../../extension/ui/state/times.ts';

const now = new Date(2026, 10, 20, 16, 0, 0).getTime();
const minutes = (n: number) => now - n * 60_000;

test('the time of a touch is told as a person would', () => {
  expect(ago(minutes(0.2), now)).toBe('just now');
  expect(ago(minutes(1), now)).toBe('1 minute ago');
  expect(ago(minutes(59), now)).toBe('59 minutes ago');
  expect(ago(minutes(120), now)).toBe('today at 14:00');
  expect(ago(new Date(2026, 10, 19, 23, 59).getTime(), now)).toBe('yesterday');
  expect(ago(new Date(2026, 10, 17, 1, 0).getTime(), now)).toBe('3 days ago');
  expect(ago(new Date(2026, 10, 1).getTime(), now)).toBe('1 Nov 2026');
});

test('a mail just after midnight was yesterday, however few hours ago', () => {
  const morning = new Date(2026, 10, 20, 1, 30).getTime();
  expect(ago(new Date(2026, 10, 19, 23, 0).getTime(), morning)).toBe('yesterday');
});

test('a moment of which only the day is known claims no time of day', () => {
  expect(ago(new Date(2026, 10, 20, 15, 59).getTime(), now, 'day')).toBe('today');
});

test('a moment in the future, by a clock that runs ahead, is not "ago"', () => {
  expect(ago(now + 3 * 60_000, now)).toBe('today at 16:03');
  expect(ago(now + 3 * 86_400_000, now)).toBe('23 Nov 2026');
});
