import { expect, it } from 'vitest';
import { type Seer, sees } from '../../../worker/src/workspace/rules/visible.ts';

const seer: Seer = { member: 'vera', isActive: true, seesAccount: (account) => account.startsWith('open') };

it.each([
  [null, true],
  ['open1', true],
  ['shut1', false],
  ['shut1 open1', true],
  ['shut1 shut2', false],
  ['open1,open2', true],
  ['open1,shut1', false],
  ['shut1 open1,open2', true],
  ['@vera', true],
  ['@jonas', false],
  ['@vera,shut1', false],
])('of a row that is hidden as %j it is %j that somebody sees it', (hidden, expected) => {
  expect(sees(seer, hidden)).toBe(expected);
  expect(sees({ ...seer, isActive: false }, hidden)).toBe(false);
});
