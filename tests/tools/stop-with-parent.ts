import { readFileSync } from 'node:fs';

/**
 * Aborts when this process is asked to end, or when what started it is gone: npm passes no signal on where it is itself
 * killed, and starts us through a shell that may outlive it.
 *
 * @returns the signal; it aborts once
 */
export function stopWithParent(): AbortSignal {
  const ending = new AbortController();
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of names) process.on(name, () => ending.abort());
  const before = ancestors();
  const watch = setInterval(() => {
    if (ancestors() !== before) ending.abort();
  }, 500);
  watch.unref();
  return ending.signal;
}

/** Our parent, and where that is a shell, its parent too. */
function ancestors(): string {
  const parent = process.ppid;
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const grandparent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    return /^(sh|dash|bash)$/.test(name) ? `${parent} ${grandparent}` : String(parent);
  } catch {
    return String(parent);
  }
}
