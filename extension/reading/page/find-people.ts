import type { PageText } from '../../../shared/capture/page-text.ts';
import { folded } from '../../../shared/text/folded-text.ts';
import type { FoundName } from './found-name.ts';
import { labelledNames } from './labelled-names.ts';
import type { NameSpan } from './name-spans.ts';
import { pageFacts } from './page-facts.ts';
import { personFeatures } from './person-features.ts';
import { personWeights } from './person-weights.ts';

const taken = 1;
const most = 200;

/** The people whom a page names, in reading order, each where the page says most about them. */
export function findPeople(text: PageText, organisations: readonly string[]): FoundName[] {
  const { facts, spans } = pageFacts(text, organisations);
  const all = spans.map(({ line, span }) =>
    found(span, line, facts.lines[line]?.text ?? '', personFeatures(span, line, facts)),
  );
  const scored = amongPeople(all, text)
    .filter((one) => one.score >= taken)
    .concat(labelledNames(text.lines));
  return distinct(apart(scored)).sort((a, b) => a.line - b.line || a.start - b.start);
}

const company = 0.6;

/** What stands alone where else people stand, in lines of the same kind and depth, is more likely one as well. */
function amongPeople(all: readonly FoundName[], { lines }: PageText): FoundName[] {
  const groups = new Map<string, { all: Set<number>; people: Set<number> }>();
  const keyOf = ({ line, heads }: FoundName) => (heads ? `${lines[line]?.kind} ${lines[line]?.depth}` : '');
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? { all: new Set(), people: new Set() };
    group.all.add(one.line);
    if (one.score >= taken) group.people.add(one.line);
    groups.set(keyOf(one), group);
  }
  return all.map((one) => {
    const group = groups.get(keyOf(one));
    const among =
      one.heads && group !== undefined && group.people.size >= 3 && group.people.size * 2 >= group.all.size;
    return among ? { ...one, score: one.score + company } : one;
  });
}

function score(features: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [feature, value] of features) sum += (personWeights[feature] ?? 0) * value;
  return sum;
}

function found(span: NameSpan, line: number, text: string, features: ReadonlyMap<string, number>): FoundName {
  const single = span.honorific && span.words.length === 1;
  const from = single ? text.slice(0, span.start).trimEnd().lastIndexOf(' ') + 1 : span.start;
  return {
    name: text.slice(Math.max(0, from), span.end),
    line,
    start: span.start,
    end: span.end,
    keys: span.words.map(({ key }) => key).filter((key) => key.length > 1),
    score: score(features),
    labelled: features.has('labelled') || features.has('labelled-above'),
    heads: /^[^\p{L}]*(?:\p{L}{1,6}\.?\s)?$/u.test(text.slice(0, span.start)) && text.length <= 120,
  };
}

/** Of spans that overlap the best stays, of equals the longest. */
function apart(all: readonly FoundName[]): FoundName[] {
  const byLine = new Map<number, FoundName[]>();
  for (const one of all.toSorted((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start))) {
    const there = byLine.get(one.line) ?? [];
    if (there.some((other) => other.start < one.end && one.start < other.end)) continue;
    byLine.set(one.line, [...there, one]);
  }
  return [...byLine.values()].flat();
}

/** One for each person: a mention with fewer of the same words is the same person; a line that the name heads says most. */
function distinct(all: readonly FoundName[]): FoundName[] {
  const people: FoundName[] = [];
  const byWord = new Map<string, FoundName[]>();
  const rank = (one: FoundName) => one.score + (one.heads ? 1 : 0);
  for (const one of all.toSorted(
    (a, b) => b.keys.length - a.keys.length || rank(b) - rank(a) || a.line - b.line,
  )) {
    const known = (byWord.get(one.keys[0] ?? folded(one.name)) ?? []).concat(
      byWord.get(one.keys.at(-1) ?? '') ?? [],
    );
    const same = known.find((other) => one.keys.every((key) => other.keys.includes(key)));
    if (same !== undefined) {
      if (rank(one) > rank(same) && one.keys.length > 1) {
        const name = same.name.length > one.name.length ? same.name : one.name;
        Object.assign(same, { ...one, name, keys: same.keys });
      }
      continue;
    }
    if (people.length >= most) continue;
    const copy = { ...one };
    people.push(copy);
    for (const key of new Set(one.keys)) {
      const named = byWord.get(key) ?? [];
      if (named.length < 50) byWord.set(key, [...named, copy]);
    }
  }
  return people;
}
