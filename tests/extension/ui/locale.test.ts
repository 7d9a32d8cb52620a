import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT } from '../../tools/project.ts';
import { spokenIn } from './stage/spoken-keys.ts';

type Messages = { [key: string]: string | Messages };
const messages = JSON.parse(readFileSync(join(PROJECT, 'extension/locales/en.json'), 'utf8')) as Messages;

/** Key → the sentence, or its plural forms. */
function leaves(tree: Messages, before = ''): [string, string[]][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string[]][] => {
    if (typeof value === 'string') return [[before + name, [value]]];
    if ('other' in value) return [[before + name, Object.values(value) as string[]]];
    return leaves(value, `${before}${name}.`);
  });
}
const all = new Map(leaves(messages));

const sources = [
  'extension/ui',
  'extension/entrypoints',
  'extension/background/badge-words.ts',
  'extension/wxt.config.ts',
].flatMap((place) =>
  place.endsWith('.ts')
    ? [place]
    : readdirSync(join(PROJECT, place), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => join(place, file)),
);
const spoken = sources.map((file) => spokenIn(file, readFileSync(join(PROJECT, file), 'utf8')));
const used = new Set(spoken.flatMap(({ texts }) => texts));

describe('the English strings', () => {
  test('each is used, and each that is used exists', () => {
    const known = [...all.keys()];
    expect(known.filter((key) => !used.has(key))).toEqual([]);
    const calls = spoken.flatMap((one) => one.calls);
    expect(calls.length).toBeGreaterThan(200);
    expect(calls.filter(({ key }) => !all.has(key))).toEqual([]);
  });

  test('no screen holds a sentence of its own', () => {
    expect(spoken.flatMap((one) => one.sentences)).toEqual([]);
  });

  test('a sentence is given exactly the values that it has places for', () => {
    const wrong = spoken
      .flatMap(({ calls }) => calls)
      .filter(({ key, values }) => {
        const places = (all.get(key) ?? []).flatMap((form) =>
          [...form.matchAll(/\$(\d)/g)].map(([, n]) => n),
        );
        return Math.max(0, ...places.map(Number)) > values;
      });
    expect(wrong).toEqual([]);
  });

  test('a counted sentence has one form for one and one for all others', () => {
    for (const [key, forms] of all) {
      if (forms.length > 1) expect([key, forms.length]).toEqual([key, 2]);
    }
  });
});
