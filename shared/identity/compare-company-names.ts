import { assignWords, type WordPair } from './assign-words.ts';
import { type CompanyWord, type CompanyWords, companyWords } from './company-words.ts';
import type { LegalForm } from './legal-forms.ts';
import { consonantKey, editCost, romanKey, spellingKey } from './script/sounds.ts';

/**
 * How two organisations' names stand: `branch` for a branch or a company of the same group in another place, `form` for another
 * legal form of the same name, `series` for the same name with another number, null for none.
 */
export type CompanyRelation = 'same' | 'branch' | 'form' | 'series' | null;

/** What differences cost, in letters changed; names bear `bears` of it before they count as two organisations. */
const companyCosts = {
  bears: 1.9,
  bearsPerLetter: 0.35,
  conflict: 4,
  extra: 2.6,
  extraUnnamed: 1.1,
  unsureExtra: 0.8,
  aside: 1,
  branch: 2.6,
  place: 2.6,
  form: 2.6,
  formLight: 0.5,
  number: 1.6,
  numberExtra: 3,
  joining: 0.03,
  acronym: 0.9,
  firstLetter: 0.5,
  nearest: 0.34,
  order: 0.2,
};

/** How likely two names are of one organisation: 1 for the same name, 0.5 the product's threshold. */
export function compareCompanyNames(a: string, b: string): number {
  return relateCompanyNames(a, b).score;
}

export function relateCompanyNames(a: string, b: string): { score: number; relation: CompanyRelation } {
  return relateCompanyWords(companyWords(a), companyWords(b));
}

/** {@link relateCompanyNames} for names that were taken apart before. */
export function relateCompanyWords(
  a: CompanyWords,
  b: CompanyWords,
): { score: number; relation: CompanyRelation } {
  if (a.words.length === 0 || b.words.length === 0) {
    const same = a.native === b.native && a.native !== '';
    return { score: same ? 1 : 0, relation: same ? 'same' : null };
  }
  if (sortKey(a) > sortKey(b)) return relateCompanyWords(b, a);
  const letters = Math.min(a.joined.length, b.joined.length);
  const bears = Math.min(companyCosts.bears, companyCosts.bearsPerLetter * letters);
  const { cost, because } = costBetween(a, b);
  const score = Math.max(0, 1 - (0.5 * cost) / bears);
  if (because === 'number')
    return { score, relation: cost - companyCosts.numberExtra < bears ? 'series' : null };
  if (score >= 0.5) return { score, relation: 'same' };
  const rest = cost - companyCosts[because ?? 'form'];
  return { score, relation: because !== null && rest < bears / 2 ? relations[because] : null };
}

type Because = 'branch' | 'place' | 'form' | 'number';
const relations: Record<Because, CompanyRelation> = {
  branch: 'branch',
  place: 'branch',
  form: 'form',
  number: 'series',
};

function sortKey({ native, words }: CompanyWords): string {
  return `${native} ${words.map(({ raw }) => raw).join(' ')}`;
}

function costBetween(a: CompanyWords, b: CompanyWords): { cost: number; because: Because | null } {
  const syllabic = a.script === b.script && (a.script === 'han' || a.script === 'hangul');
  const aligned =
    syllabic && a.joined !== b.joined ? { cost: companyCosts.conflict, because: null } : align(a, b);
  const joined = joinedCost(a, b);
  let { cost, because }: { cost: number; because: Because | null } =
    joined < aligned.cost ? { cost: joined, because: null } : aligned;
  const form = formCost(a.forms, b.forms);
  if (form >= companyCosts.form) because ??= 'form';
  cost += form;
  if (a.branch.join(' ') !== b.branch.join(' ')) {
    cost += companyCosts.branch;
    because = 'branch';
  }
  return { cost, because };
}

/** Words run together or pulled apart, and names in a script that leaves vowels open. */
function joinedCost(a: CompanyWords, b: CompanyWords): number {
  const bare = ({ words }: CompanyWords) => textOf(words);
  const [one, other] = [bare(a), bare(b)];
  if (one.replace(/\D+/g, ' ') !== other.replace(/\D+/g, ' ')) return Number.POSITIVE_INFINITY;
  if (a.script !== b.script && [a.script, b.script].some((s) => s !== 'latin' && s !== 'cyrillic')) {
    const [left, right] = [consonantKey(one), consonantKey(other)];
    if (Math.min(left.length, right.length) >= 3 && left === right) return 0.6;
  }
  if (Math.min(one.length, other.length) < 5 || a.words.length === b.words.length)
    return Number.POSITIVE_INFINITY;
  const cost = editCost(one, other, 1);
  return cost <= 1 ? cost + 0.2 : Number.POSITIVE_INFINITY;
}

function align(a: CompanyWords, b: CompanyWords): { cost: number; because: Because | null } {
  const [left, right] = [joinedLike(a.words, b.words), joinedLike(b.words, a.words)];
  const short = acronymCost(left, right);
  const costs = left.map((word) => right.map((other) => wordCost(word, other)));
  const rest = (pairs: readonly WordPair[]) => restCost(a, b, left, right, pairs);
  const pairs = assignWords(costs, (pairs) => rest(pairs).cost);
  const rest_ = rest(pairs);
  let matched = 0;
  for (const { row, column } of pairs) matched += costs[row]?.[column] ?? 0;
  let cost = rest_.cost + matched;
  if (matched > 0.5 && rest_.cost >= companyCosts.extraUnnamed / 2) cost += companyCosts.unsureExtra;
  const heavy = pairs.filter(({ row }) => (left[row]?.weight ?? 0) > 0.1);
  if (heavy.some(({ column }, i) => i > 0 && column < (heavy[i - 1]?.column ?? 0)))
    cost += companyCosts.order;
  return short < cost ? { cost: short, because: null } : { cost, because: rest_.because };
}

function restCost(
  a: CompanyWords,
  b: CompanyWords,
  left: readonly CompanyWord[],
  right: readonly CompanyWord[],
  pairs: readonly WordPair[],
): { cost: number; because: Because | null } {
  const restA = left.filter((_, i) => !pairs.some(({ row }) => row === i));
  const restB = right.filter((_, i) => !pairs.some(({ column }) => column === i));
  const [heavyA, heavyB] = [restA.filter(isHeavy), restB.filter(isHeavy)];
  let cost = (restA.length + restB.length - heavyA.length - heavyB.length) * companyCosts.joining;
  if (heavyA.length > 0 && heavyB.length > 0) {
    const because = commonCause([...heavyA, ...heavyB]);
    if (because !== null) return { cost: cost + companyCosts[because], because };
    const most = Math.min(1, Math.max(weigh(heavyA), weigh(heavyB)));
    return { cost: cost + companyCosts.conflict * most, because };
  }
  const extras = heavyA.length > 0 ? heavyA : heavyB;
  const whole = (heavyA.length > 0 ? b : a).forms.length > 0;
  if (extras.length === 0) return { cost, because: null };
  let because: Because | null = null;
  for (const word of extras) {
    if (word.number) {
      cost += companyCosts.numberExtra;
      because = 'number';
    } else if (word.place && whole) {
      cost += word.aside ? companyCosts.aside : companyCosts.place;
      because ??= 'place';
    } else if (whole) cost += companyCosts.extra * (word.weight > 0.5 ? 1 : word.weight);
    else cost += companyCosts.extraUnnamed * word.weight;
  }
  return { cost, because };
}

function commonCause(words: readonly CompanyWord[]): 'place' | 'number' | null {
  if (words.every(({ place }) => place)) return 'place';
  return words.every(({ number }) => number) ? 'number' : null;
}

function weigh(words: readonly CompanyWord[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}

function isHeavy({ weight }: CompanyWord): boolean {
  return weight > 0.1;
}

/** Another form is another company where the law keeps the two apart; elsewhere people take one for the other. */
function formCost(a: readonly LegalForm[], b: readonly LegalForm[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  if (a.some(({ short }) => b.some((other) => other.short === short))) return 0;
  const [one, other] = [a.map(kindOf), b.map(kindOf)];
  if (one.some((kind) => other.includes(kind))) return companyCosts.formLight / 2;
  const apart = (kind: string) => kind === 'civic' || kind === 'state';
  if (one.some(apart) || other.some(apart)) return companyCosts.form;
  const english = ({ short }: LegalForm) => ['inc', 'corp', 'ltd', 'llc', 'plc', 'lp', 'llp'].includes(short);
  return a.some(english) || b.some(english) ? companyCosts.formLight : companyCosts.form;
}

function kindOf({ kind }: LegalForm): string {
  return kind;
}

function wordCost(one: CompanyWord, other: CompanyWord): number {
  if (one.text === other.text) return 0;
  if (one.number || other.number || isHeavy(one) !== isHeavy(other)) return Number.POSITIVE_INFINITY;
  const weight = Math.max(one.weight, other.weight);
  if (weight <= 0.1) return companyCosts.joining;
  const [left, right] = [spellingKey(one.text), spellingKey(other.text)];
  if (left === right) return 0.1;
  const shorter = Math.min(one.text.length, other.text.length);
  if (shorter < 3) return Number.POSITIVE_INFINITY;
  const first = one.text[0] === other.text[0] ? 0 : companyCosts.firstLetter;
  let cost = editCost(one.text, other.text, 3) + first;
  if (romanKey(one.text) === romanKey(other.text)) cost = Math.min(cost, 0.6);
  return cost <= companyCosts.nearest * shorter + 0.3 ? cost : Number.POSITIVE_INFINITY;
}

/** "BMW" and "Bayerische Motoren Werke": one word that is the other name's first letters. */
function acronymCost(a: readonly CompanyWord[], b: readonly CompanyWord[]): number {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const [word, ...rest] = one;
    if (word === undefined || word.text.length < 2 || word.text.length > 7 || word.number) continue;
    if (rest.some((extra) => isHeavy(extra) && !extra.place)) continue;
    const letters = (words: readonly CompanyWord[]) => words.map(({ text }) => text[0]).join('');
    if (other.length < 2) continue;
    if (letters(other) === word.text || letters(other.filter(isHeavy)) === word.text)
      return companyCosts.acronym + (word.text.length < 3 ? 1 : 0);
  }
  return Number.POSITIVE_INFINITY;
}

/** Joins two or three neighbours on one side that are one word on the other. */
function joinedLike(words: readonly CompanyWord[], like: readonly CompanyWord[]): CompanyWord[] {
  const wanted = new Set(like.filter(({ raw }) => raw.length >= 3).map(({ raw }) => raw));
  const out: CompanyWord[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const count = [3, 2].find((n) => wanted.has(textOf(words.slice(i, i + n))) && i + n <= words.length) ?? 1;
    const first = words[i] as CompanyWord;
    out.push(count === 1 ? first : { ...first, text: textOf(words.slice(i, i + count)), weight: 1 });
    i += count - 1;
  }
  return out;
}

function textOf(words: readonly CompanyWord[]): string {
  return words.map(({ raw }) => raw).join('');
}
