import { describe, expect, it } from 'vitest';
import { fuzzPages } from './fuzz-pages.ts';
import type { Fault } from './page-script.ts';
import { readSeeds } from './read-seeds.ts';

async function faultsOf(chunks: readonly number[], planted = ''): Promise<Fault[]> {
  const faults: Fault[] = [];
  await fuzzPages({
    seeds: readSeeds(undefined),
    seed: 7,
    chunks,
    tabs: 2,
    planted,
    ...(planted === '' ? {} : { patience: { chunk: 4000, page: 2000 } }),
    done: (_chunk, found) => faults.push(...found),
    signal: new AbortController().signal,
  });
  return faults;
}

describe('mutated pages', () => {
  it('do the readers no harm: 2,000 of them', async () => {
    expect(await faultsOf(Array.from({ length: 20 }, (_, i) => i))).toEqual([]);
  });

  it.each([
    [
      'a throw',
      'Document.prototype.createTreeWalker = () => { throw new Error("planted"); }',
      /threw|caught a throw/,
    ],
    [
      'a polluted prototype',
      'const get = Element.prototype.getAttribute; Element.prototype.getAttribute = function (name) { Object.prototype.planted = 1; return get.call(this, name); }',
      /polluted: Object/,
    ],
    [
      'a write',
      'const get = Element.prototype.getAttribute; Element.prototype.getAttribute = function (name) { this.setAttribute("seen", ""); return get.call(this, name); }',
      /was written to/,
    ],
    [
      'a request',
      'const get = Element.prototype.getAttribute; Element.prototype.getAttribute = function (name) { fetch("http://planted.example/"); return get.call(this, name); }',
      /requested http:\/\/planted/,
    ],
    ['what the contract refuses', 'JSON.stringify = () => "{}"', /refused/],
    [
      'a tab that dies',
      'let pages = 0; const parse = DOMParser.prototype.parseFromString; DOMParser.prototype.parseFromString = function (...given) { pages += 1; if (pages === 30) for (;;); return parse.apply(this, given); }',
      /hung or died/,
    ],
  ])('are found where they cause %s', async (_name, planted, said) => {
    const faults = await faultsOf([0], planted);
    expect(faults.map(({ why }) => why).join('\n')).toMatch(said);
  });
});
