import type { HostileCase } from '../hostile-case.ts';

const ld = (json: string) => `<script type="application/ld+json">${json}</script>`;
const person = (more: string) => ld(`{"@type":"Person","name":"Jay Sonne",${more}}`);

/** JSON-LD that reaches for prototypes. */
const jsonLd: readonly [string, string, string[]?][] = [
  ['a key __proto__', person('"__proto__":{"polluted":true}'), ['Jay Sonne']],
  [
    'a key __proto__ on the outermost object',
    ld('{"__proto__":{"polluted":true,"@type":"Person"},"name":"X"}'),
  ],
  ['a key __proto__ twice', person('"__proto__":1,"__proto__":{"toString":1}'), ['Jay Sonne']],
  [
    'a key __proto__ written with escapes',
    person(String.raw`"\u005f\u005fproto\u005f\u005f":{"polluted":1}`),
    ['Jay Sonne'],
  ],
  ['constructor.prototype', person('"constructor":{"prototype":{"polluted":true}}'), ['Jay Sonne']],
  ['prototype as a key', person('"prototype":{"name":"P"}'), ['Jay Sonne']],
  [
    'the id __proto__, referred to',
    ld(
      '{"@graph":[{"@id":"__proto__","polluted":1,"@type":"Organization","name":"Proto Ltd"},{"@type":"Person","name":"Jay Sonne","worksFor":{"@id":"__proto__"}}]}',
    ),
    ['Jay Sonne', 'Proto Ltd'],
  ],
  [
    'the id constructor, referred to',
    ld('{"@graph":[{"@type":"Person","name":"Jay Sonne","worksFor":{"@id":"constructor"}}]}'),
    ['Jay Sonne'],
  ],
  ['the type __proto__', ld('{"@type":["__proto__","Person"],"name":"Jay Sonne"}'), ['Jay Sonne']],
  ['the type constructor alone', ld('{"@type":"constructor","name":"Nobody"}')],
  ['the type hasOwnProperty', ld('{"@type":"hasOwnProperty","name":"Nobody"}')],
  ['a name that is __proto__', ld('{"@type":"Person","name":"__proto__"}'), ['__proto__']],
  ['a name that is constructor', ld('{"@type":"Person","name":"constructor"}'), ['constructor']],
  ['toString and valueOf as values', person('"toString":"x","valueOf":{"a":1}'), ['Jay Sonne']],
  ['a then that is no function', person('"then":{"@type":"Person","name":"Then Thenable"}'), ['Jay Sonne']],
  ['toJSON as a key', person('"toJSON":"x"'), ['Jay Sonne']],
  ['length as a key', person('"length":4294967295'), ['Jay Sonne']],
  ['Symbol.iterator as a key', person('"Symbol(Symbol.iterator)":1,"@@iterator":1'), ['Jay Sonne']],
  [
    'a context called __proto__',
    ld('{"@context":{"__proto__":{"@id":"name"}},"@type":"Person","name":"Jay Sonne"}'),
    ['Jay Sonne'],
  ],
  [
    '__defineGetter__ and its like',
    person('"__defineGetter__":1,"__lookupSetter__":2,"__defineSetter__":3'),
    ['Jay Sonne'],
  ],
  [
    'a list that holds __proto__ objects',
    person('"knows":[{"__proto__":{"@type":"Person"}},{"__proto__":[]}]'),
    ['Jay Sonne'],
  ],
  [
    '__proto__ as a nested graph',
    ld('{"@graph":{"__proto__":{"@graph":[{"@type":"Person","name":"Deep"}]}}}'),
  ],
  [
    'isPrototypeOf as an address part',
    person('"address":{"isPrototypeOf":"x","streetAddress":"1 Way"}'),
    ['Jay Sonne'],
  ],
  ['a key that is empty', person('"":{"":""}'), ['Jay Sonne']],
];

/** Attributes whose values are names of what every object has. */
const attributes: readonly [string, string, string[]?][] = [
  [
    'microdata properties called __proto__ and constructor',
    '<p itemscope itemtype="https://schema.org/Person"><b itemprop="__proto__ constructor name">Ida Item</b></p>',
    ['Ida Item'],
  ],
  [
    'a microdata item called __proto__',
    '<p itemscope itemid="__proto__" itemtype="https://schema.org/Person"><b itemprop="name">Ida Item</b></p>',
    ['Ida Item'],
  ],
  [
    'a microdata type called __proto__',
    '<p itemscope itemtype="__proto__"><b itemprop="name">Nobody</b></p>',
  ],
  [
    'itemref to constructor and __proto__',
    '<p itemscope itemtype="https://schema.org/Person" itemref="constructor __proto__ toString"><b itemprop="name">Ida Item</b></p>',
    ['Ida Item'],
  ],
  [
    'itemref to an element called __proto__',
    '<p id="__proto__"><b itemprop="jobTitle">Smith</b></p><p itemscope itemtype="https://schema.org/Person" itemref="__proto__"><b itemprop="name">Ida Item</b></p>',
    ['Ida Item'],
  ],
  [
    'RDFa properties called __proto__',
    '<p vocab="https://schema.org/" typeof="Person"><b property="__proto__ name">Rita Dee</b></p>',
    ['Rita Dee'],
  ],
  [
    'RDFa about __proto__',
    '<p vocab="https://schema.org/" about="__proto__" typeof="Person"><b property="name">Rita Dee</b><a property="worksFor" resource="constructor"></a></p>',
    ['Rita Dee'],
  ],
  [
    'classes called constructor and __proto__',
    '<p class="vcard constructor __proto__ toString"><b class="fn hasOwnProperty valueOf">Carl Class</b></p>',
    ['Carl Class'],
  ],
  [
    'a first-generation class that Object has',
    '<p class="vcard"><b class="fn">Carl Class</b><i class="valueOf">x</i><i class="isPrototypeOf">y</i></p>',
    ['Carl Class'],
  ],
  [
    'an element called constructor',
    '<constructor class="h-card"><valueof class="p-name">Tag Tagson</valueof></constructor>',
    ['Tag Tagson'],
  ],
  [
    'a tag called __proto__ by way of script',
    '<div id="t"></div><script>t.append(Object.assign(document.createElement("x-__proto__"),{className:"h-card",textContent:"Tag Tagson"}))</script>',
    ['Tag Tagson'],
  ],
  [
    'meta properties called like prototypes',
    '<meta property="__proto__" content="x"><meta property="constructor" content="y"><meta name="toString" content="z">',
  ],
  ['a language called __proto__', '<p lang="__proto__" class="h-card">Lana Lang</p>', ['Lana Lang']],
  [
    'zones called like prototypes',
    '<div class="__proto__" id="constructor"><p>Somebody Else</p><p>Director</p></div>',
  ],
];

export const cases: readonly HostileCase[] = [
  ...jsonLd.map(([name, html, finds = []]) => ({ name: `JSON-LD with ${name}`, html, finds })),
  ...attributes.map(([name, html, finds = []]) => ({ name, html, finds })),
];
