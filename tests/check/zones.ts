/** A folder (or file) of the project and what its files may import. The most specific entry holds. */
export type Zone = {
  /** A folder without a slash at the end, or a file. */
  path: string;
  /** Folders and files of the project whose modules it may import; itself is always allowed. */
  may: readonly string[];
  /** Files of which it may import types only. */
  mayTypes?: readonly string[];
  /** Packages, by name; `node:` stands for all of Node's, `cloudflare:` for workerd's. */
  packages: readonly string[];
  /** Globals that its files must not touch. */
  withoutGlobals?: readonly string[];
  maxLines?: number;
  /** The rule in one sentence, printed where it is broken. */
  law: string;
};

const EXTENSION_API = ['browser', 'chrome'];
const STORAGE = ['indexedDB', 'IDBKeyRange', 'IDBDatabase', 'localStorage', 'sessionStorage', 'caches'];
const DOM = [
  ...['document', 'window', 'self', 'navigator', 'location', 'history', 'customElements'],
  ...[
    'Document',
    'Element',
    'HTMLElement',
    'HTMLAnchorElement',
    'HTMLIFrameElement',
    'Node',
    'NodeList',
    'Window',
  ],
  ...[
    'DOMParser',
    'XPathResult',
    'MutationObserver',
    'Event',
    'EventTarget',
    'MessagePort',
    'MessageChannel',
  ],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'setTimeout', 'setInterval', 'requestAnimationFrame'],
];
const SERVER = [
  'process',
  'Buffer',
  'global',
  'DurableObjectState',
  'DurableObjectStorage',
  'ExecutionContext',
];

const PURE = [...EXTENSION_API, ...STORAGE, ...DOM, ...SERVER];

/** db, then record, then sync, then background: each may import the ones before it, never one after. */
export const ZONES: readonly Zone[] = [
  {
    path: 'shared',
    may: [],
    packages: ['valibot'],
    withoutGlobals: PURE,
    law: 'shared/ is pure: no package but valibot, nothing outside shared/, no DOM, browser, database or server',
  },
  {
    path: 'shared/identity',
    may: ['shared'],
    packages: ['valibot', 'tldts', 'libphonenumber-js'],
    withoutGlobals: PURE,
    law: 'shared/identity is pure: no package but valibot, tldts and libphonenumber-js, nothing outside shared/',
  },
  {
    path: 'extension/capture',
    may: ['shared'],
    packages: [],
    withoutGlobals: [...EXTENSION_API, ...STORAGE],
    law: 'extension/capture turns pages into facts: it imports shared/ only, and touches no browser.* and no storage',
  },
  {
    path: 'extension/reading',
    may: ['shared'],
    packages: ['tldts', 'libphonenumber-js'],
    withoutGlobals: PURE,
    law: 'extension/reading turns lines into facts, in the background: pure, shared/ only',
  },
  {
    path: 'extension/rpc',
    may: ['shared'],
    mayTypes: ['extension/db/views.ts'],
    packages: ['comlink', 'valibot', 'wxt'],
    law: 'extension/rpc knows messages, not what answers them: shared/ only, and the types of db/views.ts',
  },
  {
    path: 'extension/db',
    may: ['shared'],
    mayTypes: ['extension/rpc/notice.ts'],
    packages: ['dexie', 'valibot'],
    law: 'extension/db is the lowest layer of the device: shared/ only (and the type of a notice)',
  },
  {
    path: 'extension/record',
    may: ['shared', 'extension/db', 'extension/rpc'],
    packages: ['dexie', 'valibot'],
    law: 'extension/record stands on db and rpc, never on sync, background, ui or capture',
  },
  {
    path: 'extension/sync',
    may: ['shared', 'extension/db', 'extension/record', 'extension/rpc'],
    packages: ['dexie', 'valibot'],
    law: 'extension/sync stands on record, db and rpc, never on background, ui or capture',
  },
  {
    path: 'extension/background',
    may: [
      'shared',
      'extension/db',
      'extension/reading',
      'extension/record',
      'extension/sync',
      'extension/rpc',
    ],
    packages: ['comlink', 'dexie', 'valibot', 'wxt'],
    law: 'extension/background stands on sync, record, reading, db and rpc, never on ui or capture',
  },
  {
    path: 'extension/content',
    may: ['shared', 'extension/capture', 'extension/rpc'],
    packages: ['comlink', 'wxt'],
    law: 'extension/content joins capture and rpc, and nothing else of the device',
  },
  {
    path: 'extension/ui',
    may: [
      'shared',
      'extension/rpc',
      'extension/db/queries',
      'extension/db/views.ts',
      'extension/db/database.ts',
      'extension/locales',
    ],
    packages: ['preact', '@preact/signals', 'dexie', 'uplot', 'valibot', 'wxt', '#i18n', '@wxt-dev/i18n'],
    law: 'extension/ui shows what db/queries answers and asks over rpc: nothing else of the device',
  },
  {
    path: 'extension/entrypoints',
    may: ['extension', 'shared'],
    packages: ['wxt', 'preact', '#i18n'],
    maxLines: 40,
    law: 'an entrypoint only wires: 40 lines at most, out of extension/ and shared/',
  },
  {
    path: 'extension/wxt.config.ts',
    may: ['package.json'],
    packages: ['wxt', 'node:'],
    law: 'wxt.config.ts configures the build only',
  },
  {
    path: 'worker',
    may: ['shared'],
    packages: ['hono', 'valibot', '@noble/hashes', 'cloudflare:', '@cloudflare/workers-types'],
    law: 'worker/ imports shared/ and nothing of the extension; the two meet only in shared/',
  },
  {
    path: 'worker/local',
    may: ['worker', 'shared'],
    packages: ['node:', 'wrangler', 'miniflare', 'valibot', 'esbuild'],
    law: 'worker/local runs the worker on this machine: worker/, shared/ and Node',
  },
];

/** The zone a file lies in: the longest path that covers it. */
export function zoneOf(file: string): Zone | undefined {
  return ZONES.filter(({ path }) => covers(path, file)).sort((a, b) => b.path.length - a.path.length)[0];
}

/** Whether `file` is `path` or lies below it. */
export function covers(path: string, file: string): boolean {
  return file === path || file.startsWith(`${path}/`);
}
