const running = Symbol.for('holdfast.reading');

/** This `globalThis` belongs to the extension's isolated world: the page cannot see it. */
type World = typeof globalThis & { [running]?: Record<string, AbortController> };

/**
 * Ends what an earlier injection of the script of this name began in this frame ("look once more"), so that what is on view is read
 * again. Aborts when the next one does the same.
 */
export function replaceEarlier(name: string): AbortController {
  const world: World = globalThis;
  world[running] ??= {};
  world[running][name]?.abort();
  const ending = new AbortController();
  world[running][name] = ending;
  return ending;
}
