/**
 * An object's own entry: names and values come from pages and peers, and `constructor` must not find what every object
 * inherits.
 */
export function ownEntry<T>(entries: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return entries !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined;
}
