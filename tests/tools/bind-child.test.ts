import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { bindChild } from './bind-child.ts';
import { listProcesses } from './processes.ts';

const running = (command: string) =>
  listProcesses().filter((one) => one.command === command && one.state !== 'Z');

async function eventually(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20);
}

it('ends the child and its children when it is told to', async () => {
  const child = spawn('sh', ['-c', 'sleep 4441 & wait'], { detached: true, stdio: 'ignore' });
  await eventually(() => running('sleep 4441').length === 1);
  const ending = new AbortController();
  const ended = bindChild(child, ending.signal);
  ending.abort();
  await ended;
  await eventually(() => running('sleep 4441').length === 0);
});

it('ends the child when this process is killed', async () => {
  const source = `
    import { spawn } from 'node:child_process';
    import { bindChild } from '${import.meta.dirname}/bind-child.ts';
    bindChild(spawn('sleep', ['4442'], { detached: true, stdio: 'ignore' }), new AbortController().signal);
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: 'ignore' });
  await eventually(() => running('sleep 4442').length === 1);
  parent.kill('SIGKILL');
  await eventually(() => running('sleep 4442').length === 0);
});

it('resolves when the child ends by itself, and leaves no guard behind', async () => {
  const child = spawn('true', { detached: true, stdio: 'ignore' });
  await bindChild(child, new AbortController().signal);
  await eventually(
    () => !listProcesses().some(({ command }) => command.includes(`kill -s TERM -- -${child.pid} `)),
  );
  expect(child.exitCode).toBe(0);
});
