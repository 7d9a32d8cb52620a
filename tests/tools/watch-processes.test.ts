import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { listProcesses, readProcess } from './processes.ts';
import { RUN_MARK, watchProcesses } from './watch-processes.ts';

async function eventually(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20);
}

const running = (command: string) => listProcesses().filter((one) => one.command === command);

it('finds what left its parent, by its mark', async () => {
  const mark = `test-${process.pid}`;
  const env = { ...process.env, [RUN_MARK]: mark };
  // a child of a shell that is gone at once: it belongs to init then
  spawn('sh', ['-c', 'setsid sleep 3331 &'], { env, stdio: 'ignore' });
  await eventually(() => running('sleep 3331').length > 0);
  const watch = watchProcesses(mark);
  const ended = await watch.endLeft(0);
  watch.stop();
  expect(ended.map(({ command }) => command)).toContain('sleep 3331');
  await eventually(() => running('sleep 3331').length === 0);
});

it('finds what emptied its environment, having seen it start', async () => {
  const watch = watchProcesses('another mark');
  const shell = spawn('sh', ['-c', 'env -i setsid sleep 3332 & sleep 1000'], { stdio: 'ignore' });
  await eventually(() => running('sleep 3332').length > 0);
  watch.left();
  shell.kill('SIGKILL');
  await eventually(() => readProcess(running('sleep 3332')[0]?.pid ?? 0)?.parent !== shell.pid);
  const ended = (await watch.endLeft(0)).map(({ command }) => command);
  watch.stop();
  expect(ended).toContain('sleep 3332');
  await eventually(() => running('sleep 3332').length === 0);
});

it('leaves alone what it did not start', async () => {
  const other = spawn('sleep', ['3333'], { stdio: 'ignore', env: {} });
  const [mine] = running('sleep 3333');
  const outside = watchProcesses('a third mark');
  const found = outside.left().filter(({ parent }) => parent !== process.pid);
  outside.stop();
  other.kill('SIGKILL');
  expect(mine).toBeDefined();
  expect(found.filter(({ pid }) => pid === process.ppid || pid === 1)).toEqual([]);
});

it('gives what ends by itself the time to do so', async () => {
  const watch = watchProcesses('a fourth mark');
  spawn('sleep', ['0.3'], { stdio: 'ignore' });
  const before = watch.left().length;
  const ended = await watch.endLeft(5000);
  watch.stop();
  expect(before).toBeGreaterThan(0);
  expect(ended.filter(({ command }) => command === 'sleep 0.3')).toEqual([]);
});
