import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Counted, FoundFailure } from './messages.ts';

/** A piece of a campaign that was run. `seconds`: how long the campaign had taken by then. */
export type KeptTask = { from: number; counted: Counted; failures: FoundFailure[]; seconds: number };

/** What of a long campaign was run before it was stopped: a million runs may take several sittings. */
export type KeptTasks = {
  done: readonly KeptTask[];
  note(task: KeptTask): void;
  /** All of it was run: the next campaign begins anew. */
  drop(): void;
};

/** A line for each piece, under one that says of which programs. `key`: those, and what they were to run; another's do not count. */
export function keptTasks(file: string, key: string): KeptTasks {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const isOurs = lines[0] === key;
  if (!isOurs) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${key}\n`);
  }
  // The last line may have been cut: a piece that was not noted whole is run again.
  const done = isOurs ? lines.slice(1, -1).map((line) => JSON.parse(line) as KeptTask) : [];
  if (isOurs) writeFileSync(file, [key, ...done.map((task) => JSON.stringify(task)), ''].join('\n'));
  return {
    done,
    note: (task) => appendFileSync(file, `${JSON.stringify(task)}\n`),
    drop: () => rmSync(file, { force: true }),
  };
}
