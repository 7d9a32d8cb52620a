import { type Edge, importCycles, importEdges, reachable } from './import-graph.ts';
import { readModule } from './read-module.ts';
import type { Sources } from './source-files.ts';
import { covers, type Zone, zoneOf } from './zones.ts';

export type Violation = { file: string; line: number; said: string };

/** What the content script must not carry into every page. */
const HEAVY_PACKAGES = [
  'dexie',
  'valibot',
  'tldts',
  'libphonenumber-js',
  'hono',
  'preact',
  '@preact/signals',
];
const HEAVY_FOLDERS = [
  'extension/db',
  'extension/record',
  'extension/sync',
  'extension/ui',
  'extension/background',
];

const SCRIPT_MAKERS = ['wxt/utils/define-content-script', 'wxt/utils/define-unlisted-script'];

/** Entrypoints that run inside web pages: content scripts by name, and every script that is put into pages later. */
export function contentEntrypoints(sources: Sources): string[] {
  return [...sources].flatMap(([file, text]) => {
    if (!/^extension\/entrypoints\/([^/]+\.tsx?|[^/]+\/index\.tsx?)$/.test(file)) return [];
    const named = /[./]content(\/index)?\.tsx?$/.test(file);
    const makes = readModule(file, text).imports.some(({ specifier }) => SCRIPT_MAKERS.includes(specifier));
    return named || makes ? [file] : [];
  });
}

/** Holds the sources against every law on imports and globals. Tests may import what they like. */
export function importViolations(sources: Sources): Violation[] {
  const edges = importEdges(sources);
  return [
    ...[...sources].flatMap(([file, text]) => fileViolations(file, text)),
    ...edges.flatMap((edge) => edgeViolation(edge)),
    ...contentEntrypoints(sources).flatMap((entry) => contentViolations(edges, entry)),
    ...cycleViolations(edges),
  ];
}

/** Circles that only types close: harmless when run, so they are counted and not refused. */
export function typeCycles(sources: Sources): string[][] {
  const edges = importEdges(sources);
  const atRuntime = new Set(importCycles(edges.filter(({ kind }) => kind === 'runtime')).map(String));
  return importCycles(edges).filter((cycle) => !atRuntime.has(String(cycle)));
}

function fileViolations(file: string, text: string): Violation[] {
  const { globals, syntaxError } = readModule(file, text);
  if (syntaxError !== undefined) return [{ file, line: 1, said: `cannot be parsed: ${syntaxError}` }];
  if (covers('tests', file)) return [];
  const zone = zoneOf(file);
  if (zone === undefined) {
    return [{ file, line: 1, said: 'lies in a folder without a law: give it one in tests/check/zones.ts' }];
  }
  const found: Violation[] = [];
  for (const name of zone.withoutGlobals ?? []) {
    const line = globals.get(name);
    if (line !== undefined) found.push({ file, line, said: `uses the global "${name}". ${zone.law}` });
  }
  const lines = text.trimEnd().split('\n').length;
  if (zone.maxLines !== undefined && lines > zone.maxLines) {
    found.push({ file, line: zone.maxLines + 1, said: `has ${lines} lines. ${zone.law}` });
  }
  return found;
}

function edgeViolation(edge: Edge): Violation[] {
  const zone = zoneOf(edge.from);
  if (covers('tests', edge.from) || zone === undefined || allows(zone, edge)) return [];
  return [{ file: edge.from, line: edge.line, said: `imports ${edge.specifier}. ${zone.law}` }];
}

function allows(zone: Zone, { from, target, kind }: Edge): boolean {
  if (target.kind === 'package') return zone.packages.includes(target.name);
  const itself = covers(zone.path, target.path) && zoneOf(target.path) === zone;
  const types = kind === 'type' ? (zone.mayTypes ?? []) : [];
  // shared is one room with inner doors open: only the packages differ
  const room = covers('shared', from) && covers('shared', target.path);
  return itself || room || [...zone.may, ...types].some((path) => covers(path, target.path));
}

function contentViolations(edges: readonly Edge[], entry: string): Violation[] {
  return reachable(edges, entry)
    .filter(({ edge: { target } }) =>
      target.kind === 'package'
        ? HEAVY_PACKAGES.includes(target.name)
        : HEAVY_FOLDERS.some((folder) => covers(folder, target.path)),
    )
    .map(({ edge, way }) => ({
      file: edge.from,
      line: edge.line,
      said: `the content script would carry ${edge.specifier} into every page: ${way.join(' → ')}`,
    }));
}

function cycleViolations(edges: readonly Edge[]): Violation[] {
  return importCycles(edges.filter(({ kind }) => kind === 'runtime')).map((cycle) => ({
    file: cycle[0] ?? '',
    line: 1,
    said: `these import each other in a circle: ${cycle.join(', ')}`,
  }));
}
