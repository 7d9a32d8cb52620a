import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { listProcesses } from '../tools/processes.ts';
import { PROJECT } from '../tools/project.ts';

const folder = mkdtempSync(join(tmpdir(), 'holdfast-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Started = { child: ChildProcess; lines: string[]; url: string; said(): { out: string; err: string } };

/** `npm start -- --no-browser`, as npm runs it, until it has said all it has to say or has ended. */
async function start(data: string, ...args: string[]): Promise<Started> {
  const script = ['-r', './tests/tools/require-node.cjs', 'tests/start/start.ts', '--no-browser'];
  const child = spawn(process.execPath, [...script, '--data', data, ...args], { cwd: PROJECT });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  while (out.split('\n').length < 5 && child.exitCode === null) await sleep(50);
  const lines = out.trimEnd().split('\n');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(lines[0] ?? '')?.[0] ?? '';
  return { child, lines, url, said: () => ({ out, err }) };
}

async function ended(child: ChildProcess): Promise<number | null> {
  while (child.exitCode === null && child.signalCode === null) await sleep(20);
  return child.exitCode;
}

const using = (data: string) =>
  listProcesses().filter(({ command, state }) => state !== 'Z' && command.includes(data));

async function nothingUses(data: string): Promise<void> {
  while (using(data).length > 0) await sleep(50);
}

it('says in four lines where everything is, keeps it over a restart, and stops with everything it started', async () => {
  const data = join(folder, 'kept');
  const first = await start(data);
  expect(first.lines).toHaveLength(4);
  const [address, extension, loading, invitation] = first.lines;
  expect(address).toContain(data);
  expect(existsSync(join(/lies in (.+)\.$/.exec(extension ?? '')?.[1] ?? '', 'manifest.json'))).toBe(true);
  expect(loading).toContain('chrome://extensions');
  expect(invitation).toMatch(/^Paste this invitation .*: http:\/\/127\.0\.0\.1:\d+\/#join=\S+$/);
  expect((await fetch(`${first.url}/v1/health`)).status).toBe(200);

  const second = await start(data);
  expect(await ended(second.child)).toBe(1);
  expect(second.said().err).toContain('already runs a sync worker');

  first.child.kill('SIGINT');
  expect(await ended(first.child)).toBe(0);
  await nothingUses(data);

  const again = await start(data);
  expect(again.lines[3]).toMatch(/^There is the workspace "Tidewater Tools"/);
  expect(again.lines[3]?.split('#join=')[1]).toBe(invitation?.split('#join=')[1]);
  again.child.kill('SIGKILL');
  await nothingUses(data);
});

it('makes another workspace when asked, and takes a company of its own', async () => {
  const data = join(folder, 'another');
  const first = await start(data);
  first.child.kill('SIGTERM');
  expect(await ended(first.child)).toBe(0);
  const second = await start(
    data,
    '--new-workspace',
    '--company',
    'Quay Nine',
    '--admin',
    'ada@quay.example',
  );
  expect(second.lines[3]).toContain('"Quay Nine" (admin: ada@quay.example)');
  expect(second.lines[3]?.split('#join=')[1]).not.toBe(first.lines[3]?.split('#join=')[1]);
  second.child.kill('SIGTERM');
  await ended(second.child);
  await nothingUses(data);
});

it('stops when what started it is gone', async () => {
  const data = join(folder, 'orphan');
  const command = `${process.execPath} tests/start/start.ts --no-browser --data ${data}; true`;
  const shell = spawn('sh', ['-c', command], { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((done) => shell.stdout.once('data', done));
  shell.kill('SIGKILL');
  await nothingUses(data);
});
