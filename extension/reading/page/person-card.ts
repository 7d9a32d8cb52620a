import type { PageLine } from '../../../shared/capture/page-text.ts';
import { hasOrganisationWord } from '../../../shared/text/signature-words.ts';
import { trimMarks } from '../../../shared/text/trim-marks.ts';
import type { FoundName } from './found-name.ts';
import { isTitled, isTitleLine } from './person-features.ts';
import { officeOf } from './responsible-labels.ts';

const reach = 10;
const reachAlone = 6;

/**
 * Which lines are about which person: those nearer to one name than to the next by the page's blocks; what lies between two
 * names of one block belongs to the name above it. Gives the place in `people` for each line that is somebody's.
 */
export function linesOfPeople(lines: readonly PageLine[], people: readonly FoundName[]): Map<number, number> {
  const owners = new Map<number, number>();
  const heads = people.map((one, index) => ({ ...one, index })).filter(({ heads }) => heads);
  for (const { line, index } of people.map((one, index) => ({ ...one, index })))
    if (!owners.has(line)) owners.set(line, index);
  for (const [at, { line, index }] of heads.entries()) {
    const next = heads.slice(at + 1).find((other) => other.line > line);
    const before = heads.slice(0, at).findLast((other) => other.line < line);
    const below = sharedBetween(lines, line, next?.line);
    const above = sharedBetween(lines, before?.line, line);
    const own = lines[line]?.depth ?? 0;
    const floor = Math.max(below, above, next === undefined && before === undefined ? own - 3 : 0);
    let low = own;
    const end = Math.min(
      lines.length,
      line + 1 + (next === undefined ? reachAlone : reach),
      next?.line ?? lines.length,
    );
    for (let other = line + 1; other < end; other += 1) {
      low = Math.min(low, lines[other]?.shared ?? 0);
      // Deeper than what it shares with others: surely its own. As deep: a flat list, where a headline ends it.
      if (low < floor || (low === floor && isHeadline(lines[other]))) break;
      if (low === floor && next !== undefined && nearerToNext(lines, other, next.line, floor)) break;
      if (!owners.has(other)) owners.set(other, index);
    }
    low = own;
    for (let other = line - 1; other > Math.max(line - 4, before?.line ?? -1); other -= 1) {
      low = Math.min(low, lines[other + 1]?.shared ?? 0);
      if (low <= floor) break;
      if (!owners.has(other)) owners.set(other, index);
    }
  }
  return owners;
}

function sharedBetween(lines: readonly PageLine[], from: number | undefined, to: number | undefined): number {
  if (from === undefined || to === undefined) return 0;
  let low = Number.POSITIVE_INFINITY;
  for (let at = from + 1; at <= to && at - from < 200; at += 1) low = Math.min(low, lines[at]?.shared ?? 0);
  return Number.isFinite(low) ? low : (lines[to]?.depth ?? 0);
}

function nearerToNext(lines: readonly PageLine[], at: number, next: number, floor: number): boolean {
  return next - at <= 4 && sharedBetween(lines, at, next) > floor;
}

function isHeadline(line: PageLine | undefined): boolean {
  return line === undefined || /^h[1-4]$/.test(line.kind) || (line.zones?.includes('footer') ?? false);
}

const behind = /^\s{0,3}(?:[,|•·:–—(\t-]|\s-\s)\s{0,3}([^|•·\t()]{2,80}?)\s{0,2}(?:[|•·\t()]|$)/u;
const ahead = /(?:^|[|•·\t]\s{0,2})([^|•·\t]{2,60}?)\s{0,2}(?:[:–—-]|\s)\s{0,2}$/u;

/** What somebody is, by the words beside the name or a line of the same card; undefined where nothing says it. */
export function titleOf(
  person: FoundName,
  lines: readonly PageLine[],
  card: readonly number[],
): string | undefined {
  const { text } = lines[person.line] as PageLine;
  if (person.labelled) {
    const office = officeOf(text.slice(0, person.start)) ?? officeOf(lines[person.line - 1]?.text ?? '');
    if (office !== undefined) return office;
  }
  const after = behind.exec(text.slice(person.end))?.[1];
  if (after !== undefined && isTitle(after)) return after.trim();
  const before = trimMarks(ahead.exec(text.slice(0, person.start))?.[1] ?? '', '', ':–—-');
  if (isTitle(before)) return before;
  if (!person.heads) return undefined;
  const below = card.filter((line) => line > person.line && line <= person.line + 3);
  const above = lines[person.line - 1];
  const line = below.find((at) => isTitleLine(lines[at]?.text ?? '') && isTitle(lines[at]?.text ?? ''));
  if (line !== undefined) return trimMarks(lines[line]?.text ?? '', '', ',;:');
  return above !== undefined && card.includes(person.line - 1) && isTitle(above.text)
    ? above.text
    : undefined;
}

function isTitle(text: string): boolean {
  return (
    text.length <= 80 &&
    isTitled(text) &&
    !/@|\d{3}|https?:|[!?]$/.test(text) &&
    text.split(/\s+/).length <= 10 &&
    !/^(?:contact|meet|our|the|about|from|with|by|and|posted by|written by|dear)(?!\p{L})/iu.test(
      text.trim(),
    ) &&
    !(hasOrganisationWord(text) && /(?:consultants|engineers|architects|partners)$/i.test(text))
  );
}
