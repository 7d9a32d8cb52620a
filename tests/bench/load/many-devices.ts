import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { credentialOf } from '../../worker/made-up-workspace.ts';
import type { SubjectServer } from '../sync/subjects/subject.ts';
import type { Followed } from './follow-pool.ts';
import { type FromDevices, fromDevices, type ToDevices } from './load-messages.ts';

export type Load = {
  devices: number;
  processes: number;
  seconds: number;
  recordsPerSecond: number;
  /** How long what is late is still waited for at the end. */
  graceSeconds: number;
};
export type LoadResult = {
  /** Milliseconds of each push, from when it was due. */
  late: number[];
  takenRecords: number;
  refused: number;
  pokes: number;
  deferred: number;
  followed: Followed;
  seconds: number;
  /** What the worker's process computed for all of it, in milliseconds. */
  workerMs: number;
  why: string | null;
};

/** Devices in processes of their own, each pushing once a second, whether the last second's answer was late or not. */
export async function playLoad(server: SubjectServer, load: Load, signal: AbortSignal): Promise<LoadResult> {
  const recordsPerPush = load.recordsPerSecond / load.devices;
  const children = Array.from({ length: load.processes }, () =>
    fork(join(import.meta.dirname, 'play-devices.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  );
  const end = () => {
    for (const child of children) child.kill('SIGKILL');
  };
  signal.addEventListener('abort', end, { once: true });
  try {
    const share = load.devices / load.processes;
    for (const [at, child] of children.entries()) {
      const invitations: string[] = [];
      for (let n = 0; n < share; n += 1) invitations.push(credentialOf((await server.client('')).link));
      const pushes = load.seconds;
      const seed = 1000 + at * share;
      const ready = answerOf(child);
      tell(child, { type: 'prepare', url: server.url, invitations, seed, pushes, recordsPerPush });
      await ready;
    }
    const begun = Date.now() + 500;
    const before = processMs(server.pid);
    const graceMs = load.graceSeconds * 1000;
    const done = children.map(answerOf);
    for (const child of children) tell(child, { type: 'begin', at: begun, everyMs: 1000, graceMs });
    const answers = (await Promise.all(done)).filter((one) => one.type === 'done');
    const workerMs = processMs(server.pid) - before;
    return {
      workerMs,
      late: answers.flatMap(({ late }) => late),
      takenRecords: answers.reduce((sum, { taken }) => sum + taken, 0) * recordsPerPush,
      refused: answers.reduce((sum, { refused }) => sum + refused, 0),
      pokes: answers.reduce((sum, { pokes }) => sum + pokes, 0),
      deferred: answers.reduce((sum, { deferred }) => sum + deferred, 0),
      followed: {
        pages: answers.reduce((sum, { followed }) => sum + followed.pages, 0),
        refused: answers.reduce((sum, { followed }) => sum + followed.refused, 0),
        characters: answers.reduce((sum, { followed }) => sum + followed.characters, 0),
      },
      seconds: (Math.max(...answers.map(({ ended }) => ended)) - begun) / 1000,
      why: answers.find(({ why }) => why !== null)?.why ?? null,
    };
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}

/** Format: proc(5), /proc/pid/stat, fields 14 and 15, in hundredths of a second. */
function processMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

function tell(child: ChildProcess, message: ToDevices): void {
  child.send(message);
}

function answerOf(child: ChildProcess): Promise<FromDevices> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(v.parse(fromDevices, message)));
    child.once('exit', (code) => reject(new Error(`a process with devices ended with ${code}`)));
  });
}
