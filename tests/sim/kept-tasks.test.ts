import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type KeptTask, keptTasks } from './kept-tasks.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-kept-'));
  file = join(folder, 'sim', 'engine.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const task = (from: number): KeptTask => ({
  from,
  counted: { runs: 250, events: 9, trace: 7, cpuMs: 5 },
  failures: [],
  seconds: from,
});

test('a campaign that was stopped goes on behind what it had run, but for the piece that was cut', () => {
  const first = keptTasks(file, 'programs');
  expect(first.done).toEqual([]);
  first.note(task(1));
  first.note(task(251));
  appendFileSync(file, JSON.stringify(task(501)).slice(0, 20));
  const second = keptTasks(file, 'programs');
  expect(second.done).toEqual([task(1), task(251)]);
  second.note(task(501));
  expect(keptTasks(file, 'programs').done).toEqual([task(1), task(251), task(501)]);
});

test('what other programs were run for counts for nothing, and a whole campaign begins anew', () => {
  keptTasks(file, 'programs').note(task(1));
  expect(keptTasks(file, 'other programs').done).toEqual([]);
  const again = keptTasks(file, 'programs');
  expect(again.done).toEqual([]);
  again.note(task(1));
  again.drop();
  expect(keptTasks(file, 'programs').done).toEqual([]);
});
