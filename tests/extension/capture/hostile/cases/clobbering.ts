import type { HostileCase } from '../hostile-case.ts';

/** Properties of the document that a reader might ask for, each hidden behind an element of that name. */
const onDocument = [
  ...[
    'querySelector',
    'querySelectorAll',
    'getElementsByTagName',
    'getElementById',
    'getElementsByClassName',
  ],
  ...[
    'createTreeWalker',
    'createElement',
    'createRange',
    'evaluate',
    'addEventListener',
    'removeEventListener',
  ],
  ...[
    'body',
    'head',
    'title',
    'documentElement',
    'scripts',
    'forms',
    'links',
    'images',
    'defaultView',
    'readyState',
  ],
  ...[
    'cookie',
    'implementation',
    'childNodes',
    'firstChild',
    'nodeType',
    'textContent',
    'URL',
    'baseURI',
    'contains',
  ],
  ...[
    'ownerDocument',
    'location',
    'constructor',
    '__proto__',
    'hasOwnProperty',
    'toString',
    'visibilityState',
  ],
];
/** The kinds of element whose name a document takes for a property of its own. */
const named = [
  (name: string) => `<img name="${name}">`,
  (name: string) => `<form name="${name}"><input name="call"><input name="length"></form>`,
  (name: string) => `<object id="${name}"></object>`,
  (name: string) => `<embed name="${name}"><embed name="${name}">`,
  (name: string) => `<iframe name="${name}"></iframe>`,
];

/** Properties of a form that one of its fields hides. */
const onForm = [
  ...['matches', 'getAttribute', 'hasAttribute', 'closest', 'contains', 'querySelector', 'querySelectorAll'],
  ...[
    'parentElement',
    'parentNode',
    'firstElementChild',
    'lastElementChild',
    'nextElementSibling',
    'children',
  ],
  ...['childNodes', 'firstChild', 'nextSibling', 'nodeType', 'nodeName', 'nodeValue', 'localName', 'tagName'],
  ...[
    'textContent',
    'innerText',
    'className',
    'classList',
    'attributes',
    'id',
    'ownerDocument',
    'namespaceURI',
  ],
  ...['isConnected', 'hidden', 'style', 'dataset', 'checkVisibility', 'getElementsByTagName', 'shadowRoot'],
];

const field = (name: string) => `<input name="${name}" class="value" value="clobbered">`;

export const cases: readonly HostileCase[] = [
  ...onDocument.map((name, at) => ({
    name: `document.${name} is hidden by an element of that name`,
    html: (named[at % named.length] ?? named[0])?.(name) ?? '',
  })),
  ...onForm.map((name) => ({
    name: `a card that is a form hides its own ${name}`,
    html: `<form class="h-card">${field(name)}<span class="p-name">Felix Form</span></form>`,
    finds: ['Felix Form'],
  })),
  ...['getAttribute', 'parentElement', 'firstChild', 'localName', 'ownerDocument'].map((name) => ({
    name: `a microdata item that is a form hides its own ${name}`,
    html: `<form itemscope itemtype="https://schema.org/Person">${field(name)}<b itemprop="name">Mia Micro</b></form>`,
    finds: ['Mia Micro'],
  })),
  ...['getAttribute', 'parentElement', 'matches', 'textContent', 'nodeType'].map((name) => ({
    name: `an RDFa subject that is a form hides its own ${name}`,
    html: `<form vocab="https://schema.org/" typeof="Person">${field(name)}<b property="name">Rhea Ardief</b></form>`,
    finds: ['Rhea Ardief'],
  })),
  {
    name: 'an element called browser with a runtime of its own',
    html: '<form id="browser"><input name="runtime" id="x"></form><a id="chrome"></a>',
  },
  {
    name: 'elements called like the globals that scripts keep their own state in',
    html: '<a id="globalThis"></a><a id="self"></a><a id="window"></a><a id="URL"></a><a id="Node"></a><a id="Element"></a>',
  },
  {
    name: 'a collection of two elements with one name, so that a lookup gives a list',
    html: '<a id="holdfast" name="reading"></a><a id="holdfast" name="reading"></a>',
  },
  {
    name: 'a form in a form, by a table that moves its parts',
    html: '<table><form class="h-card"><tr><form><input name="parentElement"><td class="p-name">Nora Nested</td></form></tr></form></table>',
  },
  {
    name: 'fields of one form that stand elsewhere on the page',
    html: '<form class="h-card" id="far"><span class="p-name">Faye Faraway</span></form><input form="far" name="matches"><input form="far" name="children">',
    finds: ['Faye Faraway'],
  },
];
