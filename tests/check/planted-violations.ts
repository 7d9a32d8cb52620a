/** A breach of one law, laid over the real sources to see that it is found. */
export type Plant = {
  breaks: string;
  /** The file whose violation must be reported, first; the others complete the scene. */
  files: Readonly<Record<string, string>>;
  /** What the report must contain. */
  said: RegExp;
};

const one = (breaks: string, file: string, source: string, said: RegExp): Plant => ({
  breaks,
  files: { [file]: source },
  said,
});

const imported = (path: string) => new RegExp(`imports ${path.replaceAll('.', '\\.')}`);

const wiring = (lines: number) => Array.from({ length: lines }, (_, at) => `console.log(${at});`).join('\n');

/** Every law on imports and globals, broken; several times where there are several ways to write it. */
export const PLANTED_IMPORTS: readonly Plant[] = [
  one(
    'shared → worker',
    'shared/planted.ts',
    `import '../worker/src/app.ts';`,
    imported('../worker/src/app.ts'),
  ),
  one(
    'shared → extension',
    'shared/planted.ts',
    `import type { A } from '../extension/db/views.ts';`,
    /imports/,
  ),
  one('shared → Dexie', 'shared/domain/planted.ts', `import Dexie from 'dexie';`, imported('dexie')),
  one('shared → Hono', 'shared/domain/planted.ts', `export { Hono } from 'hono';`, imported('hono')),
  one('shared → Node', 'shared/planted.ts', `import { join } from 'node:path';`, imported('node:path')),
  one(
    'shared → Cloudflare',
    'shared/planted.ts',
    `import { env } from 'cloudflare:workers';`,
    /imports cloudflare/,
  ),
  one('shared → tldts', 'shared/domain/planted.ts', `import { parse } from 'tldts';`, imported('tldts')),
  one('shared/identity → Dexie', 'shared/identity/planted.ts', `import 'dexie';`, imported('dexie')),
  one('shared: DOM', 'shared/planted.ts', `export const title = document.title;`, /"document"/),
  one('shared: DOM type', 'shared/planted.ts', `export type A = { on: HTMLElement };`, /"HTMLElement"/),
  one('shared: browser', 'shared/planted.ts', `export const id = browser.runtime.id;`, /"browser"/),
  one('shared: IndexedDB', 'shared/identity/planted.ts', `export const db = indexedDB;`, /"indexedDB"/),
  one('shared: network', 'shared/planted.ts', `export const get = () => fetch('/');`, /"fetch"/),
  one(
    'capture → rpc',
    'extension/capture/planted.ts',
    `import '../rpc/call-map.ts';`,
    imported('../rpc/call-map.ts'),
  ),
  one('capture → db', 'extension/capture/web/planted.ts', `await import('../../db/database.ts');`, /imports/),
  one(
    'capture → valibot',
    'extension/capture/planted.ts',
    `import * as v from 'valibot';`,
    imported('valibot'),
  ),
  one('capture: browser', 'extension/capture/planted.ts', `chrome.runtime.sendMessage(1);`, /"chrome"/),
  one('capture: storage', 'extension/capture/planted.ts', `localStorage.a = '1';`, /"localStorage"/),
  one(
    'rpc → db',
    'extension/rpc/planted.ts',
    `import { a } from '../db/database.ts';`,
    imported('../db/database.ts'),
  ),
  one(
    'rpc → db/views, at runtime',
    'extension/rpc/planted.ts',
    `import { a } from '../db/views.ts';`,
    /imports/,
  ),
  one('db → record', 'extension/db/planted.ts', `import '../record/a.ts';`, imported('../record/a.ts')),
  one(
    'db → sync, as a type',
    'extension/db/planted.ts',
    `export type A = import('../sync/a.ts').A;`,
    /imports/,
  ),
  one('record → sync', 'extension/record/planted.ts', `import '../sync/a.ts';`, imported('../sync/a.ts')),
  one('sync → background', 'extension/sync/planted.ts', `import '../background/a.ts';`, /imports/),
  one('background → ui', 'extension/background/planted.ts', `import '../ui/a.ts';`, imported('../ui/a.ts')),
  one('background → capture', 'extension/background/planted.ts', `import '../capture/a.ts';`, /imports/),
  one('ui → record', 'extension/ui/planted.tsx', `import '../record/a.ts';`, imported('../record/a.ts')),
  one(
    'ui → db tables',
    'extension/ui/planted.tsx',
    `import '../db/migrations.ts';`,
    imported('../db/migrations.ts'),
  ),
  one('ui → sync', 'extension/ui/screens/planted.tsx', `export * from '../../sync/a.ts';`, /imports/),
  one('extension → worker', 'extension/sync/planted.ts', `import '../../worker/src/app.ts';`, /imports/),
  one('worker → extension', 'worker/src/planted.ts', `import '../../extension/db/database.ts';`, /imports/),
  one('worker → Node', 'worker/src/planted.ts', `import { readFile } from 'node:fs';`, imported('node:fs')),
  one('shared → tests', 'shared/planted.ts', `import '../tests/tools/project.ts';`, /imports/),
  one('extension → tests', 'extension/db/planted.ts', `import '../../tests/tools/project.ts';`, /imports/),
  one('worker → tests', 'worker/local/planted.ts', `import '../../tests/tools/project.ts';`, /imports/),
  one(
    'entrypoint → worker',
    'extension/entrypoints/planted.ts',
    `import '../../worker/src/app.ts';`,
    /imports/,
  ),
  one('entrypoint of 41 lines', 'extension/entrypoints/planted.ts', wiring(41), /has 41 lines/),
  one('a folder without a law', 'extension/planted/planted.ts', `export {};`, /without a law/),
  one('a syntax error', 'shared/planted.ts', `export const = 1;`, /cannot be parsed/),
  {
    breaks: 'content script → Dexie, by way of rpc',
    files: {
      'extension/rpc/planted.ts': `import Dexie from 'dexie';`,
      'extension/entrypoints/planted.content.ts': `import '../rpc/planted.ts';`,
    },
    said: /content script would carry dexie/,
  },
  {
    breaks: 'content script → valibot, by way of shared',
    files: {
      'shared/planted.ts': `import * as v from 'valibot';`,
      'extension/entrypoints/planted.content.ts': `import { a } from '../../shared/planted.ts';`,
    },
    said: /content script would carry valibot/,
  },
  {
    breaks: 'content script → tldts, loaded late',
    files: {
      'shared/identity/planted.ts': `await import('tldts');`,
      'extension/entrypoints/planted.content/index.ts': `import '../../../shared/identity/planted.ts';`,
    },
    said: /content script would carry tldts/,
  },
  {
    breaks: 'a script put into pages later → the device database',
    files: {
      'extension/entrypoints/planted.ts': `import 'wxt/utils/define-unlisted-script';\nimport '../db/database.ts';`,
    },
    said: /content script would carry \.\.\/db\/database\.ts/,
  },
  {
    breaks: 'a circle of imports',
    files: {
      'shared/planted-a.ts': `import './planted-b.ts';`,
      'shared/planted-b.ts': `export * from './planted-c.ts';`,
      'shared/planted-c.ts': `const a = await import('./planted-a.ts');`,
    },
    said: /in a circle: shared\/planted-a\.ts, shared\/planted-b\.ts, shared\/planted-c\.ts/,
  },
];

/** Every law on what may be written, broken. The words are put together so that this file itself stays lawful. */
export const PLANTED_TEXT: readonly Plant[] = [
  one('the type any', 'shared/planted.ts', `export let a: any;`, /type any/),
  one('any inside a type', 'worker/src/planted.ts', `export type A = Record<string, any[]>;`, /type any/),
  one('@ts-ignore', 'shared/planted.ts', `// @ts-${'ignore'}\nexport {};`, /silences/),
  one(
    '@ts-expect-error',
    'extension/ui/planted.tsx',
    `/* @ts-${'expect-error'} why not */\nexport {};`,
    /silences/,
  ),
  one('@ts-nocheck', 'tests/planted.ts', `// @ts-${'nocheck'}\nexport {};`, /silences/),
  one(
    'a lint rule silenced',
    'shared/planted.ts',
    `// biome-${'ignore'} lint/a/b\nexport {};`,
    /without a reason/,
  ),
  one('a skipped test', 'tests/planted.test.ts', `it.skip('a', () => {});`, /it\.skip/),
  one('a focused suite', 'tests/planted.test.ts', `describe.only('a', () => {});`, /describe\.only/),
  one('a test to be written', 'tests/planted.test.ts', `test.todo('a');`, /test\.todo/),
  one('a test that may fail', 'tests/planted.test.ts', `test.fails('a', () => {});`, /test\.fails/),
  one('a skipped table of tests', 'tests/planted.test.ts', `it.skip.each([1])('a', () => {});`, /it\.skip/),
  one('401 lines', 'shared/planted.ts', wiring(401), /401 lines/),
];
