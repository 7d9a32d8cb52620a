import type { HostileCase } from '../hostile-case.ts';

const ld = (json: string) => `<script type="application/ld+json">${json}</script>`;
const nested = (open: string, close: string, times: number, inside = '') =>
  open.repeat(times) + inside + close.repeat(times);
const item = 'itemscope itemtype="https://schema.org/Person"';

export const cases: readonly HostileCase[] = [
  {
    name: 'JSON-LD whose ids go in a circle',
    html: ld(
      '{"@graph":[{"@id":"#a","@type":"Person","name":"Cy Circle","worksFor":{"@id":"#b"}},{"@id":"#b","@type":"Organization","name":"Circle Ltd","employee":{"@id":"#a"},"parentOrganization":{"@id":"#b"}}]}',
    ),
    finds: ['Cy Circle', 'Circle Ltd'],
  },
  {
    name: 'a node that is its own employer, address and contact point',
    html: ld(
      '{"@id":"#a","@type":["Organization","Person"],"name":"Self Same","worksFor":{"@id":"#a"},"address":{"@id":"#a"},"contactPoint":{"@id":"#a"},"location":{"@id":"#a"}}',
    ),
    finds: ['Self Same'],
  },
  {
    name: 'an id with ten thousand nodes',
    html: ld(
      `[${Array.from({ length: 10_000 }, (_, i) => `{"@id":"#a","@type":"Person","name":"N${i}"}`).join()}]`,
    ),
    health: 'partly',
  },
  { name: 'lists in lists, three thousand deep', html: ld(nested('[', ']', 3000)) },
  { name: 'lists in lists, two hundred thousand deep', html: ld(nested('[', ']', 200_000)) },
  { name: 'objects in objects, two thousand deep', html: ld(nested('{"a":', '}', 2000, '1')) },
  {
    name: 'graphs in graphs, a hundred deep',
    html: ld(nested('{"@graph":[', ']}', 100, '{"@type":"Person","name":"Deep Down"}')),
    health: 'partly',
  },
  {
    name: 'sets and lists in each other',
    html: ld('{"@type":"Person","name":{"@list":{"@set":{"@list":["Lister"]}}}}'),
  },
  {
    name: 'an object with fifty thousand keys',
    html: ld(
      `{"@type":"Person","name":"Key Keys",${Array.from({ length: 50_000 }, (_, i) => `"k${i}":${i}`).join()}}`,
    ),
    finds: ['Key Keys'],
  },
  {
    name: 'five thousand small scripts of JSON-LD',
    html: ld('{"@type":"Person","name":"Many Many"}').repeat(5000),
    health: 'partly',
    control: 'lost',
  },
  {
    name: 'JSON-LD of three million characters',
    html: ld(`{"@type":"Person","name":"Big Big","description":"${'x'.repeat(3_000_000)}"}`),
    health: 'partly',
  },
  { name: 'JSON-LD that never ends', html: ld('{"@type":"Person","name":"No End","knows":[') },
  { name: 'JSON-LD that is a comma', html: ld(',,,,,') },
  { name: 'JSON-LD with a comma too many, a hundred thousand times', html: ld(`[${'1,'.repeat(100_000)}]`) },
  { name: 'JSON-LD in a comment that is not closed', html: ld('<!-- {"@type":"Person","name":"Com Ment"}') },
  {
    name: 'a script of JSON-LD that ends in another',
    html: '<script type="application/ld+json"><!--<script>{"@type":"Person","name":"X"}</script>',
    control: 'lost',
  },
  {
    name: 'a script of JSON-LD with another type in capitals',
    html: '<script type="APPLICATION/LD+JSON">{"@type":"Person","name":"Cap Itals"}</script>',
    finds: ['Cap Itals'],
  },
  {
    name: 'JSON-LD in an SVG script',
    html: '<svg><script type="application/ld+json">{"@type":"Person","name":"Svg Script"}</script></svg>',
  },
  {
    name: 'an item that refers to itself',
    html: `<p ${item} id="me" itemref="me"><b itemprop="name">Otto Self</b></p>`,
    finds: ['Otto Self'],
  },
  {
    name: 'two items that refer to each other',
    html: `<p ${item} id="a" itemref="b"><b itemprop="name">Ada One</b></p><p ${item} id="b" itemref="a" itemprop="knows"><b itemprop="name">Bo Two</b></p>`,
    finds: ['Ada One', 'Bo Two'],
  },
  {
    name: 'an item that refers to what it stands in',
    html: `<div id="around"><b itemprop="jobTitle">Boss</b><p ${item} itemref="around"><b itemprop="name">Ina Inner</b></p></div>`,
    finds: ['Ina Inner'],
  },
  {
    name: 'an item that is its own property',
    html: `<p ${item} itemprop="worksFor knows" id="x" itemref="x"><b itemprop="name">Pam Prop</b></p>`,
    finds: ['Pam Prop'],
  },
  {
    name: 'an item that refers to the whole document',
    html: `<p ${item} itemref="root"><b itemprop="name">Roo Root</b></p><script>document.documentElement.id = "root"</script>`,
    finds: ['Roo Root'],
  },
  {
    name: 'an item with a hundred thousand references',
    html: `<p ${item} itemref="${'x '.repeat(100_000)}"><b itemprop="name">Ref Ref</b></p>`,
    finds: ['Ref Ref'],
  },
  {
    name: 'five hundred items that all refer to one block',
    html: `<div id="b">${'<i itemprop="knows">x</i>'.repeat(500)}</div>${`<p ${item} itemref="b"><b itemprop="name">Fan Out</b></p>`.repeat(500)}`,
    finds: ['Fan Out'],
  },
  {
    name: 'items in items, a thousand deep',
    html: nested(`<div ${item} itemprop="knows"><b itemprop="name">Nest</b>`, '</div>', 1000),
  },
  {
    name: 'one id for a thousand elements',
    html: `${'<i id="same" itemprop="name">Sam Same</i>'.repeat(1000)}<p ${item} itemref="same"></p>`,
    finds: ['Sam Same'],
  },
  {
    name: 'a property with ten thousand names',
    html: `<p ${item}><b itemprop="${Array.from({ length: 10_000 }, (_, i) => `p${i}`).join(' ')} name">Too Many</b><i itemprop="name">Few Enough</i></p>`,
    finds: ['Few Enough'],
  },
  {
    name: 'a type with ten thousand names',
    html: `<p itemscope itemtype="${'https://schema.org/Thing '.repeat(10_000)}"><b itemprop="name">T</b></p>`,
  },
  {
    name: 'a card with a hundred thousand classes',
    html: `<p class="${'x '.repeat(100_000)} h-card">Klara Klasse</p>`,
  },
  {
    name: 'cards in cards, five hundred deep',
    html: nested('<div class="h-card p-org"><b class="p-name">Nest Card</b>', '</div>', 500),
  },
  {
    name: 'first-generation cards in cards, five hundred deep',
    html: nested('<div class="vcard agent"><b class="fn">Nest Vcard</b>', '</div>', 500),
  },
  {
    name: 'values in values, a thousand deep',
    html: `<p class="h-card"><b class="p-name">Val Ue</b> <i class="p-tel">${nested('<i class="value">1', '</i>', 1000)}</i></p>`,
    finds: ['Val Ue'],
  },
  {
    name: 'a card with ten thousand organisations',
    html: `<p class="h-card"><b class="p-name">Org Any</b>${'<i class="p-org">O</i>'.repeat(10_000)}</p>`,
    finds: ['Org Any'],
  },
  {
    name: 'three thousand cards',
    html: Array.from({ length: 3000 }, (_, i) => `<p class="h-card">Card No${i}</p>`).join(''),
    health: 'partly',
    control: 'lost',
  },
  {
    name: 'subjects of RDFa that are about each other',
    html: '<p vocab="https://schema.org/" about="#a" typeof="Person"><b property="name">Rai Ring</b><a property="knows" resource="#b"></a></p><p about="#b" typeof="Person"><a property="knows" resource="#a"></a></p>',
    finds: ['Rai Ring'],
  },
  {
    name: 'RDFa three thousand deep',
    html: nested(
      '<div vocab="https://schema.org/" typeof="Person" property="knows">',
      '</div>',
      3000,
      '<b property="name">Deep Rdfa</b>',
    ),
    control: 'read',
  },
  {
    name: 'RDFa with prefixes of everything',
    html: '<p prefix="a: javascript: b: data: c: ://" typeof="a:Person b:Person" property="c:name"><b property="a:name b:email c:url">Pre Fix</b></p>',
  },
  {
    name: 'divisions five thousand deep, as the parser leaves them',
    html: nested('<div>', '</div>', 5000, '<p>Ann Moor, Director</p>'),
  },
  {
    name: 'divisions thirty thousand deep, made by script',
    html: '<div id="deep"></div><script>let at = document.getElementById("deep"); for (let i = 0; i < 30000; i += 1) at = at.appendChild(document.createElement("i")); at.textContent = "Ann Moor"; document.getElementById("deep").hidden = true</script>',
    health: 'partly',
    control: 'lost',
  },
  { name: 'bold in bold, three thousand times', html: `<p>${'<b>'.repeat(3000)}Bold Bolder</p>` },
  {
    name: 'misnested formatting that the parser multiplies',
    html: `${'<p><b><i><u><s><a href=x>'.repeat(200)}Form Atting`,
  },
  {
    name: 'tables in tables, two hundred deep',
    html: nested('<table><tr><td>', '</table>', 200, 'Ann Moor'),
  },
  {
    name: 'a table of three hundred thousand cells',
    html: `<table><tr>${'<td>x'.repeat(300_000)}</table>`,
    health: 'partly',
    control: 'lost',
  },
  { name: 'lists in lists, a thousand deep', html: `${'<ul><li>'.repeat(1000)}Ann Moor`, control: 'lost' },
  {
    name: 'an attribute of three million characters',
    html: `<p class="h-card" data-x="${'y'.repeat(3_000_000)}">Attie Tude</p>`,
    finds: ['Attie Tude'],
  },
  {
    name: 'an element with ten thousand attributes',
    html: `<p class="h-card" ${Array.from({ length: 10_000 }, (_, i) => `a${i}=""`).join(' ')}>Attie Tude</p>`,
    finds: ['Attie Tude'],
  },
  {
    name: 'attributes named twice, the second a script',
    html: '<p class="h-card" class="x"><a class="p-name u-url" href="https://a.example/" href="javascript:alert(1)">Dup Licate</a></p>',
    finds: ['Dup Licate'],
    without: ['javascript'],
  },
  {
    name: 'tags whose names are a hundred thousand letters long',
    html: `<${'x'.repeat(100_000)} class="h-card">Tag Long</p>`,
  },
  {
    name: 'ten thousand tags that nobody knows',
    html: Array.from({ length: 10_000 }, (_, i) => `<x${i}>y</x${i}>`).join(''),
  },
  {
    name: 'a card in a drawing',
    html: '<svg><g class="h-card"><text class="p-name">Sven Svg</text><a class="u-url" href="javascript:alert(1)" xlink:href="javascript:alert(2)">x</a></g></svg>',
    without: ['javascript'],
  },
  {
    name: 'HTML in a drawing',
    html: '<svg><foreignObject><p class="h-card">Fora Object</p></foreignObject></svg>',
    finds: ['Fora Object'],
  },
  {
    name: 'HTML in a formula',
    html: '<math><annotation-xml encoding="text/html"><p class="h-card">Mat Hema</p></annotation-xml></math>',
    finds: ['Mat Hema'],
  },
  {
    name: 'a formula that pretends to be HTML',
    html: '<math><mtext><table><mglyph><style><img src=x onerror="trip(1)"></style></table></mtext></math>',
  },
  {
    name: 'a drawing in which everything has a handler',
    html: '<svg onload="trip(1)"><animate onbegin="trip(2)" attributeName="x" dur="1s"/><set attributeName="onmouseover" to="trip(3)"/></svg>',
  },
  {
    name: 'an element of no namespace',
    html: '<div id="n"></div><script>const one = document.createElementNS(null, "p"); one.setAttribute("class", "h-card"); one.textContent = "Nona Namespace"; document.getElementById("n").append(one)</script>',
  },
  {
    name: 'an element of XHTML with a prefix',
    html: '<div id="n"></div><script>const one = document.createElementNS("http://www.w3.org/1999/xhtml", "h:p"); one.setAttribute("class", "h-card"); one.textContent = "Preda Fix"; document.getElementById("n").append(one)</script>',
    finds: ['Preda Fix'],
  },
  {
    name: 'attributes of another namespace',
    html: '<p id="n">Ann</p><script>document.getElementById("n").setAttributeNS("urn:x", "x:class", "h-card")</script>',
    without: ['Ann'],
  },
  {
    name: 'an open shadow tree',
    html: '<div id="s"></div><script>document.getElementById("s").attachShadow({mode:"open"}).innerHTML = "<p class=h-card>Shady Open</p>"</script>',
  },
  {
    name: 'a closed shadow tree',
    html: '<div id="s"></div><script>document.getElementById("s").attachShadow({mode:"closed"}).innerHTML = "<p class=h-card>Shady Closed</p>"</script>',
    without: ['Shady Closed'],
  },
  {
    name: 'a declared shadow tree with slots',
    html: '<div><template shadowrootmode="open"><slot name="a"></slot><p class="h-card">Slot Ted</p></template><b slot="a" class="h-card">Light Er</b></div>',
    finds: ['Light Er'],
  },
  {
    name: 'a frame of the same origin with a card',
    html: '<iframe srcdoc="&lt;p class=h-card&gt;Frame Dweller&lt;/p&gt;"></iframe>',
    without: ['Frame Dweller'],
  },
  {
    name: 'frames in frames, by srcdoc',
    html: `<iframe srcdoc="${'&lt;iframe srcdoc='.repeat(20)}"></iframe>`,
  },
  {
    name: 'an object and an embed with scripts',
    html: '<object data="javascript:parent.trip(1)"></object><embed src="javascript:parent.trip(2)">',
  },
  {
    name: 'a picture map with cards',
    html: '<map name="m"><area class="h-card" href="javascript:alert(1)" alt="Mappa Area"></map>',
    finds: ['Mappa Area'],
    without: ['javascript'],
  },
  {
    name: 'a card that is a link, a form, a button and a label',
    html: '<label class="h-card"><button><a href="x"><b class="p-name">Every Thing</b></a></button></label>',
    finds: ['Every Thing'],
  },
  {
    name: 'a select with cards as options',
    html: '<select><option class="h-card">Opt Ion</option></select>',
  },
  {
    name: 'hidden people',
    html: '<p hidden class="h-card">Hid Den</p><div style="display:none"><p class="h-card">Not Shown</p></div>',
  },
  {
    name: 'twenty thousand mailto links',
    html: Array.from({ length: 20_000 }, (_, i) => `<a href="mailto:m${i}@mail.example">m</a>`).join(''),
    health: 'partly',
    control: 'lost',
  },
];
