import * as v from 'valibot';
import { PROJECT } from '../tools/project.ts';
import { runCommand } from '../tools/run-command.ts';
import { type FoundExpression, findRegularExpressions } from './find-regular-expressions.ts';
import { judgeRegularExpressions } from './judge-regular-expressions.ts';
import type { Sources } from './source-files.ts';
import { failed, passed, type StepResult } from './step.ts';

const shipped = /^(?:extension|shared|worker)\//;
/** Sources that do nothing when they are loaded. */
const loadable = /^(?:extension\/(?:reading|capture)|shared)\/.*\.ts$/;

/** Laid over the real sources, each in a file of its own: the check must find every one. */
export const PLANTED_EXPRESSIONS: Readonly<Record<string, string>> = {
  'extension/planted/exponential.ts': 'export const bad = /^(?:a+)+$/;',
  'shared/planted/quadratic.ts': String.raw`export const bad = (text: string) => text.replace(/\s+$/, '');`,
  'shared/planted/constructed.ts':
    "const word = '(?:b|b)*'; export const bad = new RegExp('^' + word + '$', 'i');",
  'worker/planted/untold.ts': 'export const bad = (part: string) => new RegExp(part);',
};

/** Every regular expression that ships takes time in proportion to its text, whatever the text: recheck says so. */
export async function checkRegularExpressions(sources: Sources): Promise<StepResult> {
  const laid = new Map([...sources, ...Object.entries(PLANTED_EXPRESSIONS)]);
  const files = [...laid.keys()].filter((file) => shipped.test(file) && /\.[cm]?[jt]sx?$/.test(file));
  const constructed = await constructedAtLoad([...sources.keys()].filter((file) => loadable.test(file)));
  const found = files
    .flatMap((file) => findRegularExpressions(laid, file))
    .flatMap((one) => (one.pattern === null ? (constructed.get(`${one.file}:${one.line}`) ?? [one]) : [one]));
  const told = found.flatMap(({ pattern, flags }) => (pattern === null ? [] : [{ pattern, flags }]));
  const verdicts = (await judgeRegularExpressions(told)).values();
  const slow = found.flatMap((expression) => {
    const said = reason(expression, expression.pattern === null ? null : verdicts.next().value);
    return said === null
      ? []
      : [{ file: expression.file, text: `${expression.file}:${expression.line} ${said}` }];
  });
  const plants = Object.keys(PLANTED_EXPRESSIONS);
  const missed = plants.filter((file) => !slow.some((one) => one.file === file));
  if (missed.length > 0)
    return failed(
      'the check itself is broken',
      missed.map((file) => `not found although planted: ${file}`),
    );
  const real = slow.filter(({ file }) => !plants.includes(file)).map(({ text }) => text);
  const said = `${found.length - plants.length} expressions, all ${plants.length} planted ones found`;
  return real.length === 0
    ? passed(`${said}, all linear`)
    : failed(`${real.length} not linear; ${said}`, real);
}

/** Expressions that are put together from tables while their modules load, by where that happens. */
async function constructedAtLoad(files: readonly string[]): Promise<Map<string, FoundExpression[]>> {
  const script = `${PROJECT}/tests/check/record-constructed.ts`;
  const { output } = await runCommand(process.execPath, [script, PROJECT, ...files], { limitMs: 60_000 });
  const recorded = v.parse(
    v.array(constructedSchema),
    JSON.parse(output.slice(output.lastIndexOf('\n[') + 1)),
  );
  const places = new Map<string, FoundExpression[]>();
  for (const one of recorded) {
    const place = `${one.file}:${one.line}`;
    places.set(place, [...(places.get(place) ?? []), one]);
  }
  return places;
}

const constructedSchema = v.object({
  file: v.string(),
  line: v.number(),
  pattern: v.string(),
  flags: v.string(),
});

function reason(
  { pattern, flags }: FoundExpression,
  verdict: Awaited<ReturnType<typeof judgeRegularExpressions>>[number] | null | undefined,
): string | null {
  if (pattern === null || !verdict) return 'is put together at run time: what it is cannot be checked';
  const shown = `/${pattern.length > 80 ? `${pattern.slice(0, 80)}…` : pattern}/${flags}`;
  switch (verdict.kind) {
    case 'linear':
      return null;
    case 'slow':
      return `${shown} is not linear: ${verdict.how}`;
    case 'unknown':
      return `${shown} could not be judged: ${verdict.why}`;
  }
}
