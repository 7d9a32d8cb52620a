import { askTasks } from '../../lab/ask-tasks.ts';
import { findCorpora, readSet } from '../../lab/corpora-folder.ts';
import type { SetScore } from '../../lab/score/set-score.ts';
import type { BenchRun } from '../harness/bench.ts';

/** How much of a set that needs a browser a quick run takes. */
const quickRows = 12;
/** A quick run is cut off: what is had at once comes first. */
const turns = [undefined, 'browser', 'minute', 'servers'] as const;

/** The figures of all labelled sets in the folder; where there is no folder, each says so. */
export async function measureSets(run: BenchRun, sets: ReadonlyMap<string, SetScore>): Promise<void> {
  const folder = findCorpora(run.folder);
  const asking = askTasks(run.signal);
  try {
    const inTurn = [...sets].sort(([, a], [, b]) => turns.indexOf(a.slow) - turns.indexOf(b.slow));
    for (const [name, set] of inTurn) {
      const cannot = (why: string) => {
        for (const { name: figure, aim } of set.plan) if (aim !== null) run.cannot(figure, why);
      };
      const rows = folder === null ? null : readSet(folder, set.file);
      if (folder === null) cannot('give the folder of the labelled sets: npm run bench -- capture FOLDER');
      else if (rows === null) cannot(`${set.file} is not in the folder`);
      else if (run.quick && set.slow === 'servers') cannot('takes minutes: run it without --quick');
      else
        await measureSet(run, name, set, rows, asking.ask).catch((error: unknown) => {
          // what ran out of time is told for all figures alike
          if (!run.signal.aborted) cannot(String(error));
        });
    }
  } finally {
    await asking.close();
  }
}

async function measureSet(
  run: BenchRun,
  name: string,
  set: SetScore,
  rows: readonly unknown[],
  ask: Parameters<SetScore['run']>[1],
): Promise<void> {
  const taken = run.quick && set.slow === 'browser' ? rows.filter(everyNth(rows.length)) : rows;
  run.log(`${name}: ${taken.length} of ${rows.length} rows`);
  for (const line of await set.run(taken, ask)) {
    if (line.aim !== null) run.report(line.name, line.value, line.n);
  }
}

function everyNth(length: number): (row: unknown, at: number) => boolean {
  const step = Math.max(1, Math.floor(length / quickRows));
  return (_row, at) => at % step === 0;
}
