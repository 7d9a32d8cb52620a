import { assignWords, type WordPair } from './assign-words.ts';
import { givenNameTie, isKnownGivenName } from './given-names.ts';
import { type PersonWord, type PersonWords, personWords } from './person-words.ts';
import { consonantKey, editCost, romanKey, spellingKey } from './script/sounds.ts';

/** What differences cost, in letters changed; a pair of names bears `bears` of it before it counts as two people. */
const nameCosts = {
  bears: 2.2,
  bearsPerLetter: 0.28,
  conflict: 4,
  extra: 0.4,
  extraLight: 0.06,
  mostExtra: 1.7,
  loneWord: 1,
  spelling: 0.1,
  roman: 0.5,
  pet: 0.6,
  translated: 1.6,
  initial: 0.7,
  anagram: 1.2,
  reversed: 0.9,
  knownApart: 1.5,
  firstLetter: 0.3,
  order: 0.1,
  nearest: 0.45,
};

/**
 * How likely two written names name one person: 1 for the same words in any order, 0.5 the product's threshold, 0 for nothing
 * in common. Titles and particles weigh little; initials, pet forms, other romanisations, other scripts and slips of the pen
 * cost a little; a word that has no counterpart on a side which lacks none costs a little, words that contradict each other a lot.
 */
export function comparePersonNames(a: string, b: string): number {
  return comparePersonWords(personWords(a), personWords(b));
}

/** {@link comparePersonNames} for names that were taken apart before. */
export function comparePersonWords(a: PersonWords, b: PersonWords): number {
  if (a.words.length === 0 || b.words.length === 0) return a.native === b.native && a.native !== '' ? 1 : 0;
  if (sortKey(a) > sortKey(b)) return comparePersonWords(b, a);
  const letters = Math.min(a.joined.length, b.joined.length);
  const bears = Math.min(nameCosts.bears, nameCosts.bearsPerLetter * letters);
  const cost = Math.min(differenceOf(a, b), joinedCost(a, b));
  return Math.max(0, 1 - (0.5 * cost) / bears);
}

function sortKey({ native, words }: PersonWords): string {
  return `${native} ${words.map(({ text }) => text).join(' ')}`;
}

function differenceOf(a: PersonWords, b: PersonWords): number {
  const syllabic = ['han', 'hangul'];
  if (a.script !== null && a.script === b.script && syllabic.includes(a.script))
    return a.native === b.native ? 0 : nameCosts.conflict;
  const foreign =
    a.script !== b.script && [a.script, b.script].some((s) => s !== 'latin' && s !== 'cyrillic');
  return foreign ? Math.min(foreignCost(a, b), alignedCost(a.words, b.words)) : alignedCost(a.words, b.words);
}

/** Words run together or pulled apart: the same letters without the spaces. */
function joinedCost(a: PersonWords, b: PersonWords): number {
  if (a.words.length === b.words.length || a.joined.length < 5) return Number.POSITIVE_INFINITY;
  const cost = editCost(a.joined, b.joined, 1);
  return cost <= 1 ? cost + 0.2 : Number.POSITIVE_INFINITY;
}

/** Names in two scripts, one of which leaves vowels or consonants open. */
function foreignCost(a: PersonWords, b: PersonWords): number {
  if (a.joined === b.joined) return 0;
  const [one, other] = [consonants(a), consonants(b)];
  const most = Math.min(one.length, other.length);
  if (most < 3) return Number.POSITIVE_INFINITY;
  return 0.5 + (3.2 * editCost(one, other)) / Math.max(2, most * 0.5);
}

function consonants({ words }: PersonWords): string {
  return words
    .filter(isHeavy)
    .map(({ text }) => consonantKey(text))
    .join('');
}

/** The cheapest way to lay the words of one name on those of the other. */
function alignedCost(a: readonly PersonWord[], b: readonly PersonWord[]): number {
  const [left, right] = [joinedLike(a, b), joinedLike(b, a)];
  const costs = left.map((word) => right.map((other) => wordCost(word, other)));
  const pairs = assignWords(costs, (pairs) => restCost(left, right, pairs));
  let cost = restCost(left, right, pairs);
  for (const { row, column } of pairs) cost += costs[row]?.[column] ?? 0;
  if (pairs.some(({ column }, i) => i > 0 && column < (pairs[i - 1]?.column ?? 0))) cost += nameCosts.order;
  return cost + crossedFiliation(left, right);
}

/** What the words without a counterpart cost: on one side little, on both a contradiction. */
function restCost(a: readonly PersonWord[], b: readonly PersonWord[], pairs: readonly WordPair[]): number {
  const restA = a.filter((_, i) => !pairs.some(({ row }) => row === i));
  const restB = b.filter((_, i) => !pairs.some(({ column }) => column === i));
  const [heavyA, heavyB] = [restA.filter(isHeavy), restB.filter(isHeavy)];
  const conflicts = Math.min(heavyA.length, heavyB.length);
  const longer = heavyA.length > heavyB.length ? heavyA : heavyB;
  const light = restA.length + restB.length - heavyA.length - heavyB.length;
  // What contradicts is taken to be the words that say most
  const extras = longer
    .map(({ text, repeats }) => (repeats ? 0 : text.length === 1 ? 0.5 : 1))
    .sort((x, y) => y - x)
    .slice(conflicts)
    .reduce<number>((sum, one) => sum + one, 0);
  let cost = conflicts * nameCosts.conflict + light * nameCosts.extraLight;
  cost += Math.min(nameCosts.mostExtra, extras * nameCosts.extra);
  if (extras > 0 && Math.min(a.filter(isLong).length, b.filter(isLong).length) <= 1)
    cost += nameCosts.loneWord;
  return cost;
}

function isHeavy({ weight }: PersonWord): boolean {
  return weight >= 1;
}

function isLong(word: PersonWord): boolean {
  return isHeavy(word) && word.text.length > 1;
}

/** What it costs that two words stand for each other; infinite where they do not. */
function wordCost(one: PersonWord, other: PersonWord): number {
  const cost = spelledCost(one.text, other.text);
  if (isHeavy(one) === isHeavy(other)) return cost < nameCosts.conflict ? cost : Number.POSITIVE_INFINITY;
  return cost <= nameCosts.pet && one.text.length > 1 && other.text.length > 1
    ? cost
    : Number.POSITIVE_INFINITY;
}

const spelled = new Map<string, number>();

/** What the difference of two words of names costs, from 0 for the same to `nameCosts.conflict` for two names. */
export function spelledCost(one: string, other: string): number {
  if (one === other) return 0;
  const key = one < other ? `${one} ${other}` : `${other} ${one}`;
  const known = spelled.get(key);
  if (known !== undefined) return known;
  if (spelled.size > 50_000) spelled.clear();
  const cost = one < other ? costOfSpelling(one, other) : costOfSpelling(other, one);
  spelled.set(key, cost);
  return cost;
}

function costOfSpelling(one: string, other: string): number {
  const costs = nameCosts;
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? costs.initial : costs.conflict;
  const [left, right] = [spellingKey(one), spellingKey(other)];
  if (left === right) return costs.spelling;
  const tie = givenNameTie(one, other) ?? givenNameTie(left, right);
  let least: number = costs.conflict;
  if (tie !== null) least = tie === 'pet' ? costs.pet : costs.translated;
  if (romanKey(one) === romanKey(other)) least = Math.min(least, costs.roman);
  const shorter = Math.min(one.length, other.length);
  if ([...one].reverse().join('') === other) least = Math.min(least, costs.reversed);
  const apart = tie === null && isKnownGivenName(one) && isKnownGivenName(other) ? costs.knownApart : 1;
  const edits = apart * editCost(one, other, 3) + (one[0] === other[0] ? 0 : costs.firstLetter);
  if (edits <= costs.nearest * shorter + 0.4) least = Math.min(least, edits);
  if (shorter >= 4 && one.length === other.length && [...one].sort().join('') === [...other].sort().join(''))
    least = Math.min(least, costs.anagram);
  return least;
}

/** Joins neighbours on one side that are one word on the other (Patr ushev, Patrushev). */
function joinedLike(words: readonly PersonWord[], like: readonly PersonWord[]): PersonWord[] {
  const wanted = new Set(like.filter(({ text }) => text.length >= 5).map(({ text }) => spellingKey(text)));
  const out: PersonWord[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const [word, next] = [words[i] as PersonWord, words[i + 1]];
    if (next !== undefined && wanted.has(spellingKey(word.text + next.text))) {
      out.push({ text: word.text + next.text, weight: 1, filiation: false, repeats: false });
      i += 1;
    } else out.push(word);
  }
  return out;
}

/** "X son of Y" is another than "Y son of X". */
function crossedFiliation(a: readonly PersonWord[], b: readonly PersonWord[]): number {
  const [one, other] = [filiationOf(a), filiationOf(b)];
  if (one === null || other === null) return 0;
  const crossed =
    spelledCost(one.child, other.parent) <= nameCosts.roman &&
    spelledCost(one.parent, other.child) <= nameCosts.roman &&
    spelledCost(one.child, other.child) > nameCosts.roman;
  return crossed ? nameCosts.conflict : 0;
}

function filiationOf(words: readonly PersonWord[]): { child: string; parent: string } | null {
  const at = words.findIndex(({ filiation }) => filiation);
  const [child, parent] = [words[at - 1], words[at + 1]];
  return at < 1 || child === undefined || parent === undefined
    ? null
    : { child: child.text, parent: parent.text };
}
