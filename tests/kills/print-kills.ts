import { type DamageKind, damageKinds } from './check-pool.ts';
import type { ControlResult } from './control.ts';
import { faultNames } from './faults.ts';
import type { Block } from './play-block.ts';
import { countStrikes, type Progress } from './run-kills.ts';

const meanings: Record<DamageKind, string> = {
  lost: 'acknowledged and lost',
  torn: 'torn',
  doubled: 'doubled',
  apart: 'devices apart from the server',
  unsettled: 'not settled, or not usable',
  sequence: 'faults of the sequence or the files',
};

/** Sentences of one kind that are printed: more say no more. */
const mostShown = 20;

export function damageOf(blocks: readonly Block[], kind: DamageKind): string[] {
  return blocks.flatMap(({ number, damage }) => damage[kind].map((what) => `block ${number}: ${what}`));
}

export function isWhole(blocks: readonly Block[]): boolean {
  return damageKinds.every((kind) => damageOf(blocks, kind).length === 0);
}

/** The table of a run, as lines. */
export function killsTable({ wanted, blocks, begun }: Progress): string[] {
  const { struck, busy } = countStrikes(blocks);
  const seconds = blocks.reduce((sum, block) => sum + block.seconds, 0);
  const total = (of: keyof Block['records']) => blocks.reduce((sum, { records }) => sum + records[of], 0);
  const kills = struck['browser killed'];
  const row = (name: string, value: string | number) => `${name.padEnd(44)}${String(value).padStart(8)}`;
  return [
    `real kills of ${wanted.browsers} browsers, ${wanted.workers} workers, ${wanted.serviceWorkers} service workers; seed ${wanted.seed}, begun ${begun}`,
    '',
    ...faultNames.map(
      (name) => `${row(name, struck[name])}   ${busy[name]} of them with something under way`,
    ),
    '',
    row('records given to the two devices', total('asked')),
    row('acknowledged by the device', total('acknowledged')),
    row('answered by the server', total('answered')),
    row('excused, on the cleared device alone', total('excused')),
    row('rows on the server', total('rows')),
    row(
      'databases that Chromium set back or emptied',
      blocks.reduce((sum, { setBack }) => sum + setBack, 0),
    ),
    '',
    ...damageKinds.map((kind) => row(meanings[kind], damageOf(blocks, kind).length)),
    row('rounds of sync until settled, most', Math.max(...blocks.map(({ rounds }) => rounds))),
    row(
      'numbers missing in the log',
      blocks.reduce((sum, { gaps }) => sum + gaps, 0),
    ),
    row('seconds', Math.round(seconds)),
    row('seconds a browser kill, all included', kills === 0 ? '-' : (seconds / kills).toFixed(2)),
    ...damageKinds.flatMap((kind) =>
      damageOf(blocks, kind)
        .slice(0, mostShown)
        .map((what) => `  ${kind}: ${what}`),
    ),
  ];
}

export function progressLine({ blocks }: Progress, planned: number): string {
  const { struck } = countStrikes(blocks);
  const faults = damageKinds.reduce((sum, kind) => sum + damageOf(blocks, kind).length, 0);
  const seconds = blocks.reduce((sum, block) => sum + block.seconds, 0);
  const counts = `${struck['browser killed']} browsers, ${struck['worker killed']} workers, ${struck['service worker stopped']} service workers`;
  return `block ${blocks.length} of ${planned}: ${counts}; ${faults} faults; ${Math.round(seconds)} s`;
}

export function controlLines(results: readonly ControlResult[]): string[] {
  return [
    'control: the same run over a fault that was planted',
    '',
    ...results.map(({ name, kills, found }) => {
      const verdict = found === null ? 'NOT FOUND' : `found: ${found}`;
      return `${name}: after ${kills} browser kills ${verdict}`;
    }),
  ];
}
