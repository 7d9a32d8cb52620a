import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as v from 'valibot';

export type Expression = { pattern: string; flags: string };

/** `linear` by recheck's automaton or, where that cannot tell (look-around), by its search for an attack. */
export type Verdict = { kind: 'linear' } | { kind: 'slow'; how: string } | { kind: 'unknown'; why: string };

/**
 * What was found linear once, kept with the sources: it stays true, finding it takes minutes, and recheck's search for attacks is
 * limited by time, so that a slow machine could come to another verdict.
 */
const record = join(import.meta.dirname, 'linear-expressions.json');
const version = 'recheck 4.5.0';
const workers = 2;
const held = v.object({ version: v.literal(version), linear: v.array(v.string()) });

/** One verdict for each expression. What is found linear is added to the record. */
export async function judgeRegularExpressions(expressions: readonly Expression[]): Promise<Verdict[]> {
  const known = new Set(readRecord());
  const open = new Map(expressions.filter((one) => !known.has(keyOf(one))).map((one) => [keyOf(one), one]));
  const verdicts = new Map<string, Verdict>();
  const waiting = [...open];
  await Promise.all(
    Array.from({ length: Math.min(workers, waiting.length) }, async () => {
      const judge = openJudge();
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const [key, expression] = next;
        verdicts.set(key, await judge.ask(expression));
      }
      await judge.close();
    }),
  );
  for (const [key, { kind }] of verdicts) if (kind === 'linear') known.add(key);
  if (known.size > readRecord().length) writeRecord([...known].sort());
  return expressions.map((one) => verdicts.get(keyOf(one)) ?? { kind: 'linear' });
}

function keyOf({ pattern, flags }: Expression): string {
  return `/${pattern}/${flags}`;
}

/** recheck blocks its thread while it works, so it has one of its own. */
function openJudge(): { ask(expression: Expression): Promise<Verdict>; close(): Promise<unknown> } {
  const worker = new Worker(new URL('./regular-expression-worker.ts', import.meta.url));
  return {
    ask: (expression) =>
      new Promise((resolve, reject) => {
        worker.once('error', reject);
        worker.once('message', (verdict: Verdict) => {
          worker.off('error', reject);
          resolve(verdict);
        });
        worker.postMessage(expression);
      }),
    close: () => worker.terminate(),
  };
}

function readRecord(): string[] {
  try {
    return v.parse(held, JSON.parse(readFileSync(record, 'utf8'))).linear;
  } catch {
    return [];
  }
}

/** Two checks may run at once: each writes a whole file. */
function writeRecord(linear: string[]): void {
  const fresh = `${record}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify({ version, linear }, null, 2)}\n`);
  renameSync(fresh, record);
}
