import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { PROJECT } from '../tools/project.ts';

export type Expression = { pattern: string; flags: string };

/** `linear` by recheck's automaton or, where that cannot tell (look-around), by its search for an attack. */
export type Verdict = { kind: 'linear' } | { kind: 'slow'; how: string } | { kind: 'unknown'; why: string };

const cache = join(PROJECT, 'node_modules/.cache/holdfast/regular-expressions.json');
const version = 'recheck 4.5.0';
const workers = 2;
const held = v.object({ version: v.literal(version), linear: v.array(v.string()) });

/** One verdict for each expression. What was found linear before is remembered in node_modules/.cache. */
export async function judgeRegularExpressions(expressions: readonly Expression[]): Promise<Verdict[]> {
  const known = new Set(readCache());
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
  if (verdicts.size > 0) writeCache([...known]);
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

function readCache(): string[] {
  try {
    return v.parse(held, JSON.parse(readFileSync(cache, 'utf8'))).linear;
  } catch {
    return [];
  }
}

/** Two checks may run at once: each writes a whole file. */
function writeCache(linear: string[]): void {
  mkdirSync(dirname(cache), { recursive: true });
  const fresh = `${cache}.${process.pid}`;
  writeFileSync(fresh, JSON.stringify({ version, linear }));
  renameSync(fresh, cache);
}
