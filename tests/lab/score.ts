import { parseArgs } from 'node:util';
import { meetsAim } from '../bench/harness/figure.ts';
import { stopWithParent } from '../tools/stop-with-parent.ts';
import { askTasks } from './ask-tasks.ts';
import { findCorpora, readSet } from './corpora-folder.ts';
import type { ScoreLine } from './score/set-score.ts';
import { scoreSets } from './score-sets.ts';

const usage =
  'npm run lab:score -- FOLDER [SET ...]: FOLDER holds the sets as JSON lines (name-pairs.jsonl, …)';
const signal = stopWithParent();
const { positionals } = parseArgs({ allowPositionals: true });
const folder = findCorpora(positionals[0]);
const sets = await scoreSets();
const wanted = positionals.slice(1);
const unknown = wanted.filter((name) => !sets.has(name));
if (folder === null || unknown.length > 0) {
  console.error(unknown.length > 0 ? `no set ${unknown.join(', ')}: ${[...sets.keys()].join(', ')}` : usage);
  process.exit(2);
}

// What a library prints must not end up in the table.
const print = console.log;
console.log = console.error;
print(row(['figure', 'value', 'precision', 'recall', 'n', 'reach', 'met', 'best known']));
let broken = 0;
for (const [name, set] of sets) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const rows = readSet(folder, set.file);
  if (rows === null) {
    print(`${name}: ${set.file} is not in the folder`);
    continue;
  }
  const asking = askTasks(signal);
  try {
    for (const line of await set.run(rows, asking.ask)) print(row(cells(line)));
  } catch (error) {
    broken += 1;
    print(`${name}: could not be scored: ${error instanceof Error ? error.message : error}`);
  } finally {
    await asking.close();
  }
}
process.exit(broken > 0 ? 1 : 0);

function cells({ name, value, aim, precision, recall, n, known }: ScoreLine): string[] {
  const share = (of: number | undefined) => (of === undefined ? '' : of.toFixed(3));
  const shown = Number.isInteger(value) && value !== 1 ? String(value) : value.toFixed(3);
  const met = aim === null ? '' : meetsAim(value, aim) ? 'yes' : 'NO';
  return [name, shown, share(precision), share(recall), String(n), aim ?? '', met, known ?? ''];
}

function row([name = '', ...rest]: readonly string[]): string {
  const widths = [9, 9, 9, 6, 9, 4];
  const line = rest.map((cell, at) => (at < 5 ? cell.padStart(widths[at] ?? 0) : cell)).join('  ');
  return `${name.padEnd(52)}  ${line}`.trimEnd();
}
