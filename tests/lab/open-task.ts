import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LabOptions, LabSession, LabTask } from './task.ts';

const folder = join(import.meta.dirname, 'tasks');

export function taskNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
    .sort();
}

/** The task of that name, or null. */
export async function findTask(name: string): Promise<LabTask | null> {
  const file = join(folder, `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) return null;
  const { task }: { task: LabTask } = await import(file);
  return task;
}

/** Makes a task ready. Throws with a sentence where there is none of that name, or an option is unknown. */
export async function openTask(name: string, options: LabOptions, signal: AbortSignal): Promise<LabSession> {
  const task = await findTask(name);
  if (task === null) throw new Error(`there is no task "${name}": ${taskNames().join(', ')}`);
  for (const [option, value] of Object.entries(options)) {
    const allowed = task.options[option];
    if (allowed === undefined) throw new Error(`the task "${name}" takes no --${option}`);
    if (!allowed.includes(value)) throw new Error(`--${option} is one of ${allowed.join(', ')}`);
  }
  return task.open(options, signal);
}
