/** How alike words of Latin letters sound and look: costs of edits, and keys under which spellings of one sound meet. */

const vowels = new Set('aeiouy');
const kin = ['bp', 'dt', 'gkqc', 'vwf', 'szc', 'iyj', 'ou', 'ae', 'ie', 'lr', 'mn', 'xs', 'gj', 'hk'];
const alike = new Set(kin.flatMap((group) => [...group].flatMap((a) => [...group].map((b) => a + b))));

/**
 * What it costs to turn one word into the other: 1 for a letter added, dropped, changed or swapped with its neighbour, less
 * where the two sound alike. Optimal string alignment; O(length × length), so `most` stops long words that differ anyway.
 */
export function editCost(one: string, other: string, most = Number.POSITIVE_INFINITY): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) * 0.4 > most) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let row = [0];
  for (let j = 1; j <= other.length; j += 1) row.push((row[j - 1] as number) + dropCost(other, j - 1));
  for (let i = 1; i <= one.length; i += 1) {
    const next = [(row[0] as number) + dropCost(one, i - 1)];
    let least = next[0] as number;
    for (let j = 1; j <= other.length; j += 1) {
      const [a, b] = [one[i - 1] as string, other[j - 1] as string];
      let cost = Math.min(
        (row[j - 1] as number) + changeCost(a, b),
        (row[j] as number) + dropCost(one, i - 1),
        (next[j - 1] as number) + dropCost(other, j - 1),
      );
      if (i > 1 && j > 1 && a !== b && a === other[j - 2] && one[i - 2] === b)
        cost = Math.min(cost, (before[j - 2] as number) + 0.9);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    before = row;
    row = next;
  }
  return row[other.length] as number;
}

function changeCost(a: string, b: string): number {
  if (a === b) return 0;
  if (alike.has(a + b)) return 0.6;
  return vowels.has(a) && vowels.has(b) ? 0.7 : 1;
}

function dropCost(word: string, at: number): number {
  const char = word[at] as string;
  if (char === word[at - 1]) return 0.4;
  if (char === 'h' && at > 0) return 0.6;
  return vowels.has(char) ? 0.8 : 1;
}

/** Folds what spellings in Latin letters leave open: Mueller and Müller, Aase and Åse, doubled letters, ß and ss. */
export function spellingKey(word: string): string {
  return word.replace(/([aou])e/g, '$1').replace(/(\w)\1+/g, '$1');
}

const romanRules: readonly (readonly [RegExp, string])[] = [
  [/^x(?=[iu])/g, 'sh'],
  [/dj|dzh|zh|tsch|tch|sch|sh|ch|cz|sz/g, 'j'],
  [/kh|gh|ck|q/g, 'k'],
  [/ph/g, 'f'],
  [/(?<=[a-z])h/g, ''],
  [/w/g, 'v'],
  [/tz|ts|c(?=[eiy])/g, 'z'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/ou|oo|uu|u/g, 'o'],
  [/iyy?|yi|ij|ee|ii|ie|j(?![aeou])/g, 'i'],
  [/ei|ai|ey|ay/g, 'e'],
  [/[ae]/g, 'a'],
  [/y/g, 'i'],
  [/f$/, 'v'],
  [/(\w)\1+/g, '$1'],
];

/** Where romanisations of Arabic, Slavic and other names differ (Mohamed, Muhammad; Sergey, Sergei), these agree. */
export function romanKey(word: string): string {
  let key = word;
  for (const [pattern, by] of romanRules) key = key.replace(pattern, by);
  return key;
}

const consonantRules: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|ch|zh|j|ts|tz/g, 's'],
  [/th|dh|d/g, 't'],
  [/kh|gh|ck|q|g|c(?![eiy])/g, 'k'],
  [/ph|p/g, 'b'],
  [/[vf]/g, 'b'],
  [/x/g, 'ks'],
  [/[zc]/g, 's'],
  [/r/g, 'l'],
  [/[aeiouyw]/g, ''],
  [/(\w)\1+/g, '$1'],
];

/** What is left of a word in a script without vowels, or in syllables that cannot tell r from l or b from v. */
export function consonantKey(word: string): string {
  let key = word;
  for (const [pattern, by] of consonantRules) key = key.replace(pattern, by);
  return key;
}
