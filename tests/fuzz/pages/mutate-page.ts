import { snippets } from './snippets.ts';

/** A page as it was found, and where. */
export type Seed = { url: string; html: string };

/** A page begins with at most this much of a seed: what is long is slow and no different. */
const mostHtml = 24_000;
const attributes =
  'class id href itemprop itemscope itemtype itemref itemid property typeof resource about rel content title alt src value datetime name type lang dir'.split(
    ' ',
  );
const characters = [
  '\0',
  '\uD800',
  '\uDFFF',
  '\u202E',
  '\u200B',
  '\u00AD',
  '\uFEFF',
  '\n',
  '<',
  '>',
  '"',
  "'",
  '&',
  '=',
  '/',
  '@',
  ' ',
  ' ',
  'İ',
  'ß',
  '́',
];

/** A page made of real ones: one to eight changes, all by the numbers that `random` gives. */
export function mutatePage(seeds: readonly Seed[], random: () => number): Seed {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const { url, html } = pick(seeds);
  const start =
    html.length > mostHtml && random() < 0.5 ? Math.floor(random() * (html.length - mostHtml)) : 0;
  let page = html.slice(start, start + mostHtml);
  const at = () => Math.floor(random() * page.length);
  const splice = (from: number, to: number, text: string) => {
    page = page.slice(0, from) + text + page.slice(to);
  };
  const range = (most: number): [number, number] => {
    const from = at();
    return [from, Math.min(page.length, from + Math.floor(random() * most))];
  };
  const beforeTag = () => page.indexOf('<', at()) + 1 || at();

  const changes: (() => void)[] = [
    () => splice(...range(400), ''),
    () => {
      const [from, to] = range(600);
      splice(at(), at(), page.slice(from, to));
    },
    () => {
      const [from, to] = range(200);
      splice(to, to, page.slice(from, to).repeat(1 + Math.floor(random() * 40)));
    },
    () => {
      const other = pick(seeds).html;
      const from = Math.floor(random() * other.length);
      const place = at();
      splice(place, place, other.slice(from, from + Math.floor(random() * 3000)));
    },
    () => {
      const place = beforeTag() - 1;
      splice(place, place, pick(snippets));
    },
    () => {
      const place = at();
      splice(place, place, pick(snippets));
    },
    () => {
      const place = at();
      splice(place, place + (random() < 0.5 ? 1 : 0), pick(characters).repeat(random() < 0.1 ? 3000 : 1));
    },
    () => {
      const [one, other] = [pick(attributes), pick(attributes)];
      page = page.replaceAll(` ${one}=`, ` ${other}=`);
    },
    () => {
      const place = /<[a-z]+/giu;
      place.lastIndex = at();
      const found = place.exec(page);
      const end = found === null ? at() : found.index + found[0].length;
      splice(
        end,
        end,
        ` ${pick(attributes)}="${pick(attributes)} ${pick(snippets).replaceAll('"', '').slice(0, 200)}"`,
      );
    },
    () => {
      const tag = pick([
        'div',
        'span',
        'b',
        'table',
        'a',
        'form',
        'svg',
        'li',
        'p',
        'template',
        'select',
        'math',
      ]);
      const place = beforeTag() - 1;
      splice(place, place, `<${tag}>`.repeat(1 + Math.floor(random() * 600)));
    },
    () => {
      page = page.slice(0, at());
    },
    () => {
      const [from, to] = range(300);
      splice(from, to, [...page.slice(from, to)].toReversed().join(''));
    },
  ];
  const count = 1 + Math.floor(random() * 8);
  for (let i = 0; i < count; i += 1) pick(changes)();
  return { url: random() < 0.1 ? pick(seeds).url : url, html: page };
}
