import { describe, expect, it } from 'vitest';
import { findRegularExpressions } from './find-regular-expressions.ts';
import { judgeRegularExpressions } from './judge-regular-expressions.ts';
import { PLANTED_EXPRESSIONS } from './step-regular-expressions.ts';

const patterns = (source: string, others: Record<string, string> = {}) =>
  findRegularExpressions(new Map(Object.entries({ 'shared/a.ts': source, ...others })), 'shared/a.ts').map(
    ({ pattern, flags, line }) => `${line} ${pattern ?? 'untold'} ${flags}`,
  );

describe('finding regular expressions', () => {
  it('takes literals with their flags and lines, and nothing in comments or texts', () => {
    expect(patterns(`// /no/\nconst a = '/no/';\nconst b = /yes[/]/giu;`)).toEqual(['3 yes[/] giu']);
  });

  it('follows constant texts: concatenated, raw, joined, exported elsewhere', () => {
    const source = `
      import { word as named } from './b.ts';
      const raw = String.raw\`\\d\`;
      new RegExp(raw + 'x' + ['a', named].join('|') + /y+/.source, 'u');`;
    expect(patterns(source, { 'shared/b.ts': "export const word = 'b';" })).toEqual([
      String.raw`4 \dxa|by+ u`,
      '4 y+ ',
    ]);
  });

  it('says where it cannot know', () => {
    expect(patterns('const of = (part: string) => RegExp(part);')).toEqual(['1 untold ']);
    expect(patterns('let part = "a"; new RegExp(part);')).toEqual(['1 untold ']);
  });
});

describe('judging regular expressions', () => {
  it('finds each planted one that is not linear, and lets a linear one pass', async () => {
    const planted = Object.entries(PLANTED_EXPRESSIONS).flatMap(([file, source]) =>
      findRegularExpressions(new Map([[file, source]]), file),
    );
    const told = planted.flatMap(({ pattern, flags }) => (pattern === null ? [] : [{ pattern, flags }]));
    expect(told).toHaveLength(3);
    const verdicts = await judgeRegularExpressions([...told, { pattern: '^[a-z]+@', flags: 'i' }]);
    expect(verdicts.map(({ kind }) => kind)).toEqual(['slow', 'slow', 'slow', 'linear']);
  });
});
