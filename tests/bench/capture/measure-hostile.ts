import { themes } from '../../extension/capture/hostile/all-cases.ts';
import { faultsOf } from '../../extension/capture/hostile/hostile-faults.ts';
import { openHostileReader } from '../../extension/capture/hostile/read-hostile.ts';
import type { BenchRun } from '../harness/bench.ts';
import type { Planned } from '../harness/figure.ts';

/** A quick run reads every so manieth case. */
const quickStep = 20;
const atOnce = 8;

export const hostile = {
  cases: { name: 'pages.hostile.cases', unit: 'pages', aim: '>= 300' },
  faults: { name: 'pages.hostile.faults', unit: '', aim: '= 0' },
} as const satisfies Record<string, Planned>;

/** The pages written by hand to do harm, read by the shipped readers; a page with any fault counts once. */
export async function measureHostile(run: BenchRun): Promise<void> {
  const all = Object.values(themes).flat();
  const taken = run.quick ? all.filter((_one, at) => at % quickStep === 0) : all;
  const reader = await openHostileReader();
  let faults = 0;
  let read = 0;
  const waiting = [...taken];
  const work = async () => {
    for (let one = waiting.shift(); one !== undefined && !run.signal.aborted; one = waiting.shift()) {
      const found = faultsOf(one, await reader.read(one));
      read += 1;
      if (found.length === 0) continue;
      faults += 1;
      run.log(`${one.name}: ${found.join('; ')}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    await reader.close();
  }
  if (run.quick) run.cannot(hostile.cases.name, 'a full run reads them all: run it without --quick');
  else run.report(hostile.cases.name, read, read);
  run.report(hostile.faults.name, faults, read);
}
