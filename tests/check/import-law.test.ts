import { describe, expect, it } from 'vitest';
import { PROJECT } from '../tools/project.ts';
import { missedPlants } from './find-planted.ts';
import { contentEntrypoints, importViolations, typeCycles } from './import-law.ts';
import { PLANTED_IMPORTS, PLANTED_TEXT } from './planted-violations.ts';
import { readSources } from './source-files.ts';
import { textViolations } from './text-law.ts';

const told = (files: Record<string, string>) =>
  importViolations(new Map(Object.entries(files))).map(({ file, line, said }) => `${file}:${line} ${said}`);

describe('the import law', () => {
  it.each(PLANTED_IMPORTS)('finds $breaks', (plant) => {
    expect(missedPlants(new Map(), [plant], importViolations)).toEqual([]);
  });

  it('names every plant that a check does not find', () => {
    const blind = () => [];
    expect(missedPlants(readSources(PROJECT), PLANTED_IMPORTS, blind)).toHaveLength(PLANTED_IMPORTS.length);
  });

  it('says the line and the rule', () => {
    const found = told({
      'worker/src/a.ts': `// one\nimport '../../extension/db/b.ts';`,
      'extension/db/b.ts': '',
    });
    expect(found).toEqual([
      expect.stringMatching(/^worker\/src\/a\.ts:2 imports .* worker\/ imports shared\//),
    ]);
  });

  it('takes a name for a global only where it is one', () => {
    const lawful = `
      import { document } from './b.ts';
      type Page = { window: string; document: string };
      export const title = (page: Page, { location }: { location: string }) => page.document + location + document;
      export const navigator = { self: 1 };
      navigator.self += 1;`;
    expect(told({ 'shared/a.ts': lawful, 'shared/b.ts': 'export const document = 1;' })).toEqual([]);
    expect(told({ 'shared/a.ts': 'export const now = () => globalThis; window.name;' })).toHaveLength(1);
  });

  it('lets layers look down, and types come from where they are allowed to', () => {
    const files = {
      'extension/sync/a.ts': `import '../record/b.ts'; import '../../shared/c.ts';`,
      'extension/record/b.ts': `import '../db/views.ts';`,
      'extension/db/views.ts': '',
      'extension/rpc/d.ts': `import type { View } from '../db/views.ts';`,
      'shared/c.ts': `import * as v from 'valibot';`,
      'tests/any.test.ts': `import '../worker/src/app.ts'; document.title;`,
    };
    expect(told(files)).toEqual([]);
  });

  it('counts circles of types apart', () => {
    const files = { 'shared/a.ts': `import type { B } from './b.ts';`, 'shared/b.ts': `import './a.ts';` };
    expect(told(files)).toEqual([]);
    expect(typeCycles(new Map(Object.entries(files)))).toEqual([['shared/a.ts', 'shared/b.ts']]);
  });

  it('knows what runs in pages', () => {
    const files = {
      'extension/entrypoints/content.ts': '',
      'extension/entrypoints/mail.content/index.tsx': '',
      'extension/entrypoints/read.ts': `import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';`,
      'extension/entrypoints/background.ts': `import { defineBackground } from 'wxt/utils/define-background';`,
      'extension/entrypoints/dashboard/main.tsx': '',
    };
    expect(contentEntrypoints(new Map(Object.entries(files)))).toEqual(Object.keys(files).slice(0, 3));
  });
});

describe('what may be written', () => {
  it.each(PLANTED_TEXT)('finds $breaks', (plant) => {
    expect(missedPlants(new Map(), [plant], textViolations)).toEqual([]);
  });

  it('lets lawful text pass', () => {
    const lawful = `// biome-${'ignore'} lint/a/b: the page is hostile\nexport const any = 1; // any more\nit.each([1])('a', () => {});`;
    expect(textViolations(new Map([['tests/a.test.ts', lawful]]))).toEqual([]);
  });
});
