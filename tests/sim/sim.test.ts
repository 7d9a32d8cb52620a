import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../tools/project.ts';
import type { Mutant } from './mutants/mutant.ts';
import { mutants } from './mutants/mutants.ts';
import { scaledDown } from './mutants/scale.ts';
import { type Campaign, runTasks } from './run-tasks.ts';

const campaign = (more: Partial<Campaign>): Campaign => ({
  tier: 'engine',
  seed: 1,
  runs: 200,
  workers: 2,
  mutant: '',
  stopAtFailure: false,
  signal: new AbortController().signal,
  ...more,
});

describe('the simulator', () => {
  it('finds nothing in the engine as it ships', { timeout: 300_000 }, async () => {
    expect(await runTasks(campaign({ runs: 1_500 }))).toMatchObject({
      runs: 1_500,
      failures: [],
      broken: null,
    });
  });

  it('finds nothing in the Dexie code as it ships', { timeout: 300_000 }, async () => {
    const outcome = await runTasks(campaign({ tier: 'dexie', runs: 30 }));
    expect(outcome).toMatchObject({ runs: 30, failures: [], broken: null });
  });

  it('finds a planted fault', { timeout: 300_000 }, async () => {
    const mutant = 'cursor at the newest, whatever was sent';
    const { failures, broken } = await runTasks(
      campaign({ runs: 2_000, workers: 1, mutant, stopAtFailure: true }),
    );
    expect(broken).toBe(null);
    expect(failures).toHaveLength(1);
  });

  it('does the same again for the same seed, however the runs are spread', { timeout: 300_000 }, async () => {
    const [one, other] = [await runTasks(campaign({})), await runTasks(campaign({ workers: 1 }))];
    expect(one.trace).toBe(other.trace);
    expect(one.events).toBe(other.events);
  });

  it.for([...mutants, ...scaledDown].map((one): [string, Mutant] => [one.name, one]))(
    'has the text that it changes: %s',
    ([, { file, edits }]) => {
      expect(existsSync(`${PROJECT}/${file}`)).toBe(true);
      const source = readFileSync(`${PROJECT}/${file}`, 'utf8');
      for (const { text } of edits) expect(source.split(text).length - 1, text).toBe(1);
    },
  );
});
