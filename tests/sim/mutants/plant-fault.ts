import { registerHooks } from 'node:module';
import type { Mutant } from './mutant.ts';

const project = new URL('../../../', import.meta.url).href;

/**
 * Plants the fault of that name (none where it is empty) in whatever is loaded from now on. The answer says, once everything is
 * loaded, what is wrong with the fault itself, or null.
 */
export async function plantFault(name: string): Promise<() => string | null> {
  if (name === '') return () => null;
  const { mutants } = await import('./mutants.ts');
  const mutant: Mutant | undefined = mutants.find((one) => one.name === name);
  if (mutant === undefined) return () => `there is no planted fault "${name}"`;
  const { file, edits } = mutant;
  let fault: string | null = `${file} was never loaded`;
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      if (url !== project + file) return loaded;
      fault = null;
      let source = String(loaded.source);
      for (const { text, instead } of edits) {
        const parts = source.split(text);
        if (parts.length !== 2)
          fault = `${file} has a text of "${name}" ${parts.length - 1} times, not once: ${text}`;
        source = parts.join(instead);
      }
      return { ...loaded, source };
    },
  });
  return () => fault;
}
