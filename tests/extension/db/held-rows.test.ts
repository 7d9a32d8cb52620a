import { expect, test } from 'vitest';
import { accountRow } from '../../../extension/db/held-rows.ts';
import type { Held } from '../../../extension/db/stored-rows.ts';
import { madeUpId } from '../made-up-device.ts';

const held = (decided?: Record<string, unknown>): Held => ({
  id: madeUpId(1),
  base: null,
  view: { fields: {}, sets: {}, ...(decided === undefined ? {} : { decided }) },
  pending: 0,
  generation: 0,
});

test('only an account that the server left without a steward stands in the unassigned queue', () => {
  expect(accountRow(held({ steward: null })).steward).toBe('');
  expect(accountRow(held({ steward: madeUpId(2) })).steward).toBe(madeUpId(2));
  expect(accountRow(held()).steward).not.toBe('');
});
