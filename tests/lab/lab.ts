import { once } from 'node:events';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { stopWithParent } from '../tools/stop-with-parent.ts';
import { openTask, taskNames } from './open-task.ts';
import type { LabSession } from './task.ts';

const signal = stopWithParent();
const { tokens, positionals } = parseArgs({ strict: false, tokens: true, allowPositionals: true });
const options = Object.fromEntries(
  tokens.flatMap((token) => (token.kind === 'option' ? [[token.name, token.value ?? '']] : [])),
);
// `--server roundcube` without `=` leaves its value among the positionals
const [name, ...loose] = positionals;
for (const [option, value] of Object.entries(options))
  if (value === '') options[option] = loose.shift() ?? '';

// What a library prints must not end up among the answers.
console.log = console.error;

let session: LabSession;
try {
  if (name === undefined)
    throw new Error(`npm run -s lab -- TASK, where TASK is one of: ${taskNames().join(', ')}`);
  session = await openTask(name, options, signal);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}

const ids: unknown[] = [];
let failed = 0;
let answered = 0;
for await (const answer of session.answer(rows())) {
  if ('error' in answer) failed += 1;
  const line = `${JSON.stringify({ id: ids[answered] ?? null, ...answer })}\n`;
  answered += 1;
  if (!stdout.write(line)) await once(stdout, 'drain');
}
await session.close();
if (failed > 0) console.error(`${failed} of ${answered} rows could not be handled`);
stdout.end(() => process.exit(failed > 0 ? 1 : 0));

/** The rows of standard input; a line that is no JSON object goes on as what it is, and becomes an error of its own. */
async function* rows(): AsyncIterable<unknown> {
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const row = parsed(line);
    ids.push(typeof row === 'object' && row !== null && 'id' in row ? row.id : null);
    yield row;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}
