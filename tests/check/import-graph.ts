import { posix } from 'node:path';
import { type ImportEdge, readModule } from './read-module.ts';
import type { Sources } from './source-files.ts';

/** Where an import leads: a file of the project (there or not), or a package. */
export type Target = { kind: 'file'; path: string } | { kind: 'package'; name: string; subpath: string };

export type Edge = ImportEdge & { from: string; target: Target };

/** Every import in the sources, resolved. */
export function importEdges(sources: Sources): Edge[] {
  return [...sources].flatMap(([from, text]) =>
    readModule(from, text).imports.map((edge) => ({
      ...edge,
      from,
      target: resolveImport(from, edge.specifier),
    })),
  );
}

/** Imports carry their extension and there is no alias, so resolving is arithmetic on paths. */
export function resolveImport(from: string, specifier: string): Target {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return { kind: 'file', path: posix.join(posix.dirname(from), bare) };
  if (bare.startsWith('node:') || bare.startsWith('cloudflare:')) {
    return { kind: 'package', name: bare.slice(0, bare.indexOf(':') + 1), subpath: bare };
  }
  const parts = bare.split('/');
  const name = parts.slice(0, bare.startsWith('@') ? 2 : 1).join('/');
  return { kind: 'package', name, subpath: bare };
}

/** What can be reached from `start` over runtime imports, each with the way there (the first found, shortest). */
export function reachable(edges: readonly Edge[], start: string): { edge: Edge; way: string[] }[] {
  const byFile = Map.groupBy(
    edges.filter(({ kind }) => kind === 'runtime'),
    ({ from }) => from,
  );
  const seen = new Set([start]);
  const found: { edge: Edge; way: string[] }[] = [];
  const queue: { file: string; way: string[] }[] = [{ file: start, way: [start] }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const edge of byFile.get(next.file) ?? []) {
      const way = [...next.way, edge.target.kind === 'file' ? edge.target.path : edge.specifier];
      found.push({ edge, way });
      if (edge.target.kind !== 'file' || seen.has(edge.target.path)) continue;
      seen.add(edge.target.path);
      queue.push({ file: edge.target.path, way });
    }
  }
  return found;
}

/** Groups of files that import each other in a circle (Tarjan's strongly connected components). */
export function importCycles(edges: readonly Edge[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, target } of edges) {
    if (target.kind === 'file') next.set(from, [...(next.get(from) ?? []), target.path]);
  }
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles: string[][] = [];
  const connect = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file) ?? 0);
    stack.push(file);
    onStack.add(file);
    for (const other of next.get(file) ?? []) {
      if (!index.has(other)) {
        connect(other);
        low.set(file, Math.min(low.get(file) ?? 0, low.get(other) ?? 0));
      } else if (onStack.has(other)) {
        low.set(file, Math.min(low.get(file) ?? 0, index.get(other) ?? 0));
      }
    }
    if (low.get(file) !== index.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    for (const member of group) onStack.delete(member);
    if (group.length > 1 || next.get(file)?.includes(file)) cycles.push(group.sort());
  };
  for (const file of next.keys()) if (!index.has(file)) connect(file);
  return cycles;
}
