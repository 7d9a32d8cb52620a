import type { Violation } from './import-law.ts';
import { readModule } from './read-module.ts';
import type { Sources } from './source-files.ts';

/** No file is longer. */
export const MAX_LINES = 400;

/** What no file may contain: the type any, silenced checks, tests that do not run, too many lines. */
export function textViolations(sources: Sources): Violation[] {
  return [...sources].flatMap(([file, text]) => {
    const { anyTypes, comments, testModifiers } = readModule(file, text);
    const lines = countLines(text);
    return [
      ...anyTypes.map((line) => ({ file, line, said: 'uses the type any' })),
      ...comments.flatMap(({ text: comment, line }) => {
        const said = silencing(comment);
        return said === undefined ? [] : [{ file, line, said }];
      }),
      ...testModifiers.map(({ text: written, line }) => ({
        file,
        line,
        said: `has ${written}: tests run or are gone; what a machine lacks is said with ctx.skip('why')`,
      })),
      ...(lines > MAX_LINES
        ? [{ file, line: MAX_LINES + 1, said: `has ${lines} lines, at most ${MAX_LINES}` }]
        : []),
    ];
  });
}

/** Lengths of the files that `counts` lets in: the middle one, and the one that 90 % are no longer than. */
export function lineFigures(
  sources: Sources,
  counts: (file: string) => boolean,
): { median: number; p90: number } {
  const lengths = [...sources].filter(([file]) => counts(file)).map(([, text]) => countLines(text));
  lengths.sort((a, b) => a - b);
  const at = (share: number) => lengths[Math.max(0, Math.ceil(lengths.length * share) - 1)] ?? 0;
  return { median: at(0.5), p90: at(0.9) };
}

function countLines(text: string): number {
  return text.trimEnd().split('\n').length;
}

function silencing(comment: string): string | undefined {
  if (/@ts-(ignore|expect-error|nocheck)/.test(comment)) return 'silences the type checker';
  // Biome is content with one letter for a reason
  if (/biome-ignore/.test(comment) && !/biome-ignore\S*\s+\S+:\s*\S+\s+\S/.test(comment)) {
    return 'silences a lint rule without a reason';
  }
  return undefined;
}
