import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interpretReading } from '../../../../extension/reading/interpret-reading.ts';
import { prototypeWatch } from '../../../fuzz/pages/prototype-watch.ts';
import { cases as addresses } from './cases/addresses.ts';
import { cases as clobbering } from './cases/clobbering.ts';
import { cases as overrides } from './cases/overrides.ts';
import { cases as prototypeKeys } from './cases/prototype-keys.ts';
import { cases as scripts } from './cases/scripts.ts';
import { cases as signatures } from './cases/signatures.ts';
import { cases as structure } from './cases/structure.ts';
import { cases as text } from './cases/text.ts';
import { cases as webmails } from './cases/webmails.ts';
import { CONTROL, type HostileCase } from './hostile-case.ts';
import { type HostileReader, openHostileReader } from './read-hostile.ts';

const themes = {
  clobbering,
  prototypeKeys,
  overrides,
  addresses,
  text,
  structure,
  scripts,
  webmails,
  signatures,
};
const all: readonly HostileCase[] = Object.values(themes).flat();

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
    const { readings, refused, thrown, trips, requests, polluted } = await reader.read(one);
    const asked = requests.filter((url) => one.asks?.test(url) !== true);
    expect({ refused, thrown, trips, asked, polluted }).toEqual({
      refused: [],
      thrown: [],
      trips: [],
      asked: [],
      polluted: [],
    });
    const unchanged = prototypeWatch();
    const interpreted = readings.map(interpretReading);
    expect(unchanged()).toEqual([]);
    expect(readings.flatMap(({ problems }) => problems)).not.toContain('threw');

    const said = JSON.stringify(
      interpreted.map(({ people, companies, mails }) => ({ people, companies, mails })),
    );
    const { finds = [], without = [], health, control = 'read' } = one;
    const wanted = [...finds, ...(control === 'read' ? [CONTROL] : [])];
    expect(wanted.filter((name) => !said.includes(JSON.stringify(name).slice(1, -1)))).toEqual([]);
    expect(without.filter((text) => said.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
    if (health !== undefined) expect(readings.at(-1)?.health ?? 'unknown-page').toBe(health);
    for (const url of interpreted.flatMap(({ people, companies }) =>
      [...people, ...companies].flatMap(({ urls = [] }) => urls),
    ))
      expect(url).toMatch(/^https?:\/\//);
  });
});
