import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { themes } from './all-cases.ts';
import { faultsOf } from './hostile-faults.ts';
import { type HostileReader, openHostileReader } from './read-hostile.ts';

const all = Object.values(themes).flat();

let reader: HostileReader;
beforeAll(async () => {
  reader = await openHostileReader();
});
afterAll(() => reader?.close());

it('there are at least 300 hostile pages, each for a reason of its own', () => {
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

describe.each(Object.entries(themes))('hostile pages: %s', (_theme, cases) => {
  it.concurrent.each(cases)('$name', async (one) => {
    expect(faultsOf(one, await reader.read(one))).toEqual([]);
  });
});
