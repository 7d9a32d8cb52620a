import { assignWords } from './assign-words.ts';
import { comparePersonWords, spelledCost } from './compare-person-names.ts';
import { against, type Evidence, evidence, strongest } from './pair-evidence.ts';
import type { PersonWord } from './person-words.ts';
import type { PreparedName } from './prepared-person.ts';
import { editCost } from './script/sounds.ts';
import type { ValueCounts } from './value-counts.ts';

/** Bits for words of a name that agree but for their spelling, and against names that contradict each other. */
const nameBits = {
  most: 10,
  same: 0.9,
  close: 0.1,
  loose: 0.03,
  looseShare: 0.012,
  closeShare: 0.006,
  differ: 5,
  lone: 1.5,
  swapped: 2.5,
};

/** What the names say: the best match of any name of one with any of the other. */
export function compareNames(
  a: readonly PreparedName[],
  b: readonly PreparedName[],
  counts: ValueCounts,
): Evidence {
  return strongest(a.flatMap((one) => b.map((other) => compareOne(one, other, counts))));
}

/** True where both have names and each pair of them contradicts: a word of one has no counterpart where the other has a word more. */
export function contradict(a: readonly PreparedName[], b: readonly PreparedName[]): boolean {
  return (
    a.length > 0 &&
    b.length > 0 &&
    a.every((one) => b.every((other) => comparePersonWords(one.words, other.words) < 0.35))
  );
}

function compareOne(a: PreparedName, b: PreparedName, counts: ValueCounts): Evidence {
  const [left, right] = [heavy(a), heavy(b)];
  if (left.length === 0 || right.length === 0) return null;
  const bits = left.map((one) => right.map((other) => wordBits(one, other, counts)));
  const pairs = assignWords(
    bits.map((row) => row.map((cell) => (cell <= 0 ? Number.POSITIVE_INFINITY : -cell))),
    () => 0,
  );
  let total = pairs.reduce((sum, { row, column }) => sum + (bits[row]?.[column] ?? 0), 0);
  if (pairs.some(({ row, column }) => crosses(roleAt(a, row), roleAt(b, column)))) total -= nameBits.swapped;
  const unmatched = Math.min(left.length, right.length) - pairs.length;
  // A lone given name and a lone surname say nothing about each other, except where fields were swapped
  const parts = a.part !== null && b.part !== null && a.part !== b.part;
  if (unmatched > 0) total -= parts && pairs.length === 0 ? nameBits.lone : nameBits.differ * unmatched;
  if (total <= 0) return against(-total);
  const exact =
    unmatched === 0 &&
    left.length === right.length &&
    pairs.every(({ row, column }) => left[row]?.text === right[column]?.text);
  return evidence(Math.min(total, 18), exact ? 'same-name' : 'similar-name', a.given, b.given);
}

/** Which part of the name a word is, where the two parts are known apart. */
function roleAt(name: PreparedName, at: number): 'given' | 'surname' | null {
  if (!name.apart) return null;
  return name.part ?? (at === 0 ? 'given' : 'surname');
}

function crosses(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function heavy({ words }: PreparedName): PersonWord[] {
  return words.words.filter(({ weight }) => weight >= 1);
}

function wordBits({ text: one }: PersonWord, { text: other }: PersonWord, counts: ValueCounts): number {
  if (one === other) return Math.min(nameBits.most, Math.log2(nameBits.same / counts.share(one)));
  const share = Math.max(counts.share(one), counts.share(other));
  const cost = spelledCost(one, other);
  if (cost <= 1.2) return Math.log2(nameBits.close / Math.max(nameBits.closeShare, share * 0.5));
  if (cost <= 2.2 || isScrambled(one, other)) return Math.log2(nameBits.loose / nameBits.looseShare);
  return 0;
}

/** Letters thrown about, a few of them lost: a slip of the machine more than of the pen. */
function isScrambled(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length);
  if (longer < 4) return false;
  const allowed = longer >= 7 ? 2 : 1;
  return bagDistance(one, other) <= allowed && editCost(one, other, 5) <= 5;
}

/** Letters that one has more than the other, the larger count of the two directions. */
export function bagDistance(one: string, other: string): number {
  const left = [...other];
  let extra = 0;
  for (const char of one) {
    const at = left.indexOf(char);
    if (at < 0) extra += 1;
    else left.splice(at, 1);
  }
  return Math.max(extra, left.length);
}
