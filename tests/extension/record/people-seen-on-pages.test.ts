import { expect, it } from 'vitest';
import { recordReading } from '../../../extension/record/record-reading.ts';
import type { SeenPerson } from '../../../shared/capture/seen.ts';
import { madeUpDevice, madeUpReading, policy } from '../made-up-device.ts';

async function seenOn(people: SeenPerson[]) {
  const device = await madeUpDevice();
  const { page } = await recordReading(device, madeUpReading([], { people }), policy);
  return { page, pooled: await device.db.people.count(), suggestions: await device.db.suggestions.count() };
}

it('somebody without an address is shown, and neither pooled nor suggested', async () => {
  const { page, pooled, suggestions } = await seenOn([{ name: 'Ann Moor', title: 'Buyer', sure: 0.7 }]);
  expect(page.people).toMatchObject([{ seen: { name: 'Ann Moor' }, suggestion: null }]);
  expect({ pooled, suggestions }).toEqual({ pooled: 0, suggestions: 0 });
});

it('somebody whom running text mentions is not shown', async () => {
  expect((await seenOn([{ name: 'Susan Parker', sure: 0.4 }])).page.people).toEqual([]);
});

it('an address is reason enough, however the person was found', async () => {
  const { suggestions } = await seenOn([{ name: 'Ann Moor', emails: ['ann@bluefinch.example'], sure: 0.4 }]);
  expect(suggestions).toBe(1);
});

it('a directory of 300 names without addresses shows 60 of them', async () => {
  const people = Array.from({ length: 300 }, (_, i) => ({ name: `Ann Moor ${i}`, sure: 0.7 }));
  const { page, suggestions } = await seenOn(people);
  expect(page.people).toHaveLength(60);
  expect(suggestions).toBe(0);
});
