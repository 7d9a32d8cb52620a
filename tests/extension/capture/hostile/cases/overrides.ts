import type { HostileCase } from '../hostile-case.ts';

/** What the page replaces in its own world, as code; each replacement tells when it is called. */
const replaced: readonly [string, string][] = [
  [
    'Element.prototype.getAttribute',
    'Element.prototype.getAttribute = () => (trip("getAttribute"), "stolen")',
  ],
  ['Element.prototype.matches', 'Element.prototype.matches = () => { trip("matches"); throw 1; }'],
  ['Element.prototype.closest', 'Element.prototype.closest = () => { trip("closest"); throw 1; }'],
  [
    'Element.prototype.checkVisibility',
    'Element.prototype.checkVisibility = () => { trip("visible"); throw 1; }',
  ],
  ['Document.prototype.querySelector', 'Document.prototype.querySelector = () => { trip("qs"); throw 1; }'],
  [
    'Document.prototype.querySelectorAll',
    'Document.prototype.querySelectorAll = () => { trip("qsa"); return []; }',
  ],
  [
    'Document.prototype.getElementsByTagName',
    'Document.prototype.getElementsByTagName = () => { trip("tags"); return []; }',
  ],
  [
    'Document.prototype.getElementById',
    'Document.prototype.getElementById = () => { trip("id"); return null; }',
  ],
  [
    'Document.prototype.createTreeWalker',
    'Document.prototype.createTreeWalker = () => { trip("walk"); throw 1; }',
  ],
  ['Node.prototype.contains', 'Node.prototype.contains = () => { trip("contains"); throw 1; }'],
  [
    'the getter of textContent',
    'Object.defineProperty(Node.prototype, "textContent", { get() { trip("text"); return "stolen"; } })',
  ],
  [
    'the getter of parentElement',
    'Object.defineProperty(Node.prototype, "parentElement", { get() { trip("parent"); return this; } })',
  ],
  [
    'the getter of nodeType',
    'Object.defineProperty(Node.prototype, "nodeType", { get() { trip("type"); return 1; } })',
  ],
  [
    'the getter of localName',
    'Object.defineProperty(Element.prototype, "localName", { get() { trip("name"); return "script"; } })',
  ],
  [
    'the getter of data',
    'Object.defineProperty(CharacterData.prototype, "data", { get() { trip("data"); return "stolen"; } })',
  ],
  [
    'the getter of readyState',
    'Object.defineProperty(Document.prototype, "readyState", { get() { trip("state"); return "loading"; } })',
  ],
  [
    'the getter of title',
    'Object.defineProperty(Document.prototype, "title", { get() { trip("title"); return "stolen"; } })',
  ],
  [
    'the getter of body',
    'Object.defineProperty(Document.prototype, "body", { get() { trip("body"); return null; } })',
  ],
  ['TreeWalker.prototype.nextNode', 'TreeWalker.prototype.nextNode = () => { trip("next"); return null; }'],
  [
    'EventTarget.prototype.addEventListener',
    'EventTarget.prototype.addEventListener = () => { trip("listen"); throw 1; }',
  ],
  [
    'String.prototype methods',
    'for (const name of ["trim", "replace", "split", "slice", "toLowerCase", "match", "matchAll", "normalize"]) String.prototype[name] = () => { trip(name); throw 1; }',
  ],
  [
    'Array.prototype methods',
    'for (const name of ["push", "map", "filter", "flatMap", "find", "includes", "at"]) Array.prototype[name] = function () { if (this !== window.trips) { trip(name); } throw 1; }; window.trip = (what) => { window.trips[window.trips.length] = what; }',
  ],
  ['Array iteration', 'Array.prototype[Symbol.iterator] = function () { trip("iterate"); throw 1; }'],
  [
    'RegExp.prototype.exec and test',
    'RegExp.prototype.exec = RegExp.prototype.test = () => { trip("regexp"); throw 1; }',
  ],
  [
    'RegExp.prototype[Symbol.replace]',
    'RegExp.prototype[Symbol.replace] = () => { trip("replace"); return "stolen"; }',
  ],
  ['JSON.parse', 'JSON.parse = () => { trip("json"); return { "@type": "Person", name: "Stolen" }; }'],
  [
    'JSON.stringify',
    'const jsonText = JSON.stringify; JSON.stringify = (what) => { if (what !== window.trips) trip("json"); return jsonText(what); }',
  ],
  [
    'the URL constructor and URL.parse',
    'window.URL = function () { trip("url"); throw 1; }; window.URL.parse = window.URL.canParse = window.URL',
  ],
  [
    'Map and Set',
    'Map.prototype.get = Map.prototype.set = Set.prototype.add = () => { trip("map"); throw 1; }',
  ],
  ['WeakMap', 'WeakMap.prototype.get = WeakMap.prototype.set = () => { trip("weak"); throw 1; }'],
  ['Promise.prototype.then', 'Promise.prototype.then = function () { trip("then"); throw 1; }'],
  [
    'Function.prototype.call and apply',
    'const called = Function.prototype.call; Function.prototype.apply = function () { trip("apply"); throw 1; }',
  ],
  ['decodeURIComponent', 'window.decodeURIComponent = () => { trip("decode"); throw 1; }'],
  [
    'Object.entries and fromEntries',
    'Object.entries = Object.fromEntries = () => { trip("entries"); throw 1; }',
  ],
  [
    'a setter on Object.prototype',
    'for (const name of ["name", "emails", "people", "kind", "url"]) Object.defineProperty(Object.prototype, name, { set() { trip("set"); }, get() { return undefined; }, configurable: true })',
  ],
  ['Object.prototype.toString', 'Object.prototype.toString = () => { trip("string"); return "stolen"; }'],
  ['performance.now', 'performance.now = () => { trip("now"); return NaN; }'],
  ['Date.now', 'Date.now = () => { trip("date"); return -1e18; }'],
  ['setTimeout', 'window.setTimeout = () => { trip("timeout"); }'],
  ['MutationObserver', 'window.MutationObserver = function () { trip("observe"); throw 1; }'],
  ['fetch', 'window.fetch = () => { trip("fetch"); return Promise.reject(1); }'],
  ['XMLHttpRequest', 'window.XMLHttpRequest = function () { trip("xhr"); throw 1; }'],
  ['getComputedStyle', 'window.getComputedStyle = () => { trip("style"); throw 1; }'],
  [
    'HTMLElement[Symbol.hasInstance]',
    'for (const one of [HTMLElement, SVGElement, Element, Text, Node]) Object.defineProperty(one, Symbol.hasInstance, { value: () => { trip("instance"); return false; } })',
  ],
  ['Intl.DateTimeFormat', 'Intl.DateTimeFormat = () => { trip("intl"); throw 1; }'],
  ['AbortController', 'window.AbortController = function () { trip("abort"); throw 1; }'],
  ['Error.prepareStackTrace', 'Error.prepareStackTrace = () => { trip("stack"); return "stolen"; }'],
  [
    'globalThis.chrome',
    'window.chrome = { runtime: { id: "stolen", connect() { trip("connect"); return {}; } } }; window.browser = window.chrome',
  ],
  [
    'the names that our own world uses',
    'window.hostileSays = () => trip("says"); window[Symbol.for("holdfast.reading")] = { "read-web": { abort() { trip("abort"); } } }',
  ],
];

const card =
  '<p class="h-card"><a class="p-name u-email" href="mailto:olga@world.example">Olga Overridden</a></p>';

export const cases: readonly HostileCase[] = replaced.map(([name, script]) => ({
  name: `the page replaces ${name}`,
  script,
  html: card,
  finds: ['Olga Overridden'],
  without: ['stolen', 'Stolen'],
}));
