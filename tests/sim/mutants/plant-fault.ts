import { registerHooks } from 'node:module';
import type { Mutant } from './mutant.ts';
import { mutants } from './mutants.ts';
import { scaledDown } from './scale.ts';

const project = new URL('../../../', import.meta.url).href;

/**
 * Plants the fault of that name (none where it is empty) in whatever is loaded from now on, and scales the engine's limits down.
 * The answer says, once everything is loaded, what is wrong with that itself, or null.
 */
export function plantFault(name: string): () => string | null {
  const mutant = mutants.find((one) => one.name === name);
  if (mutant === undefined && name !== '') return () => `there is no planted fault "${name}"`;
  const due = mutant === undefined ? scaledDown : [...scaledDown, mutant];
  const files = Map.groupBy(due, ({ file }) => project + file);
  const faults: string[] = [];
  const missing = new Set(due.map(({ file }) => file));
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      const changes = files.get(url);
      if (changes === undefined) return loaded;
      return {
        ...loaded,
        source: changes.reduce((source, one) => changed(source, one, faults, missing), String(loaded.source)),
      };
    },
  });
  return () => [...faults, ...Array.from(missing, (file) => `${file} was never loaded`)][0] ?? null;
}

function changed(
  source: string,
  { name, file, edits }: Mutant,
  faults: string[],
  missing: Set<string>,
): string {
  missing.delete(file);
  let after = source;
  for (const { text, instead } of edits) {
    const parts = after.split(text);
    if (parts.length !== 2)
      faults.push(`${file} has a text of "${name}" ${parts.length - 1} times, not once: ${text}`);
    after = parts.join(instead);
  }
  return after;
}
