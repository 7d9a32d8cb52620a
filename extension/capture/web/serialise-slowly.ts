import { mostSnapshotText } from '../../../shared/capture/page-snapshot-limits.ts';
import {
  attributeNamesOf,
  attributeOf,
  localNameOf,
  nodeTypeOf,
  rootOf,
  textDataOf,
} from '../unclobbered.ts';
import { attribute, walker } from './dom.ts';

/** Writes a large page as text piece by piece, so that no piece takes long and the whole has an end. */
export interface Serialising {
  /** Goes on until `enough` says so, asked every 100 nodes; true as long as some are left of the first 20,000 elements and 40,000 nodes. */
  more(enough: () => boolean): boolean;
  html(): string;
  /** Whether the page has more than was written. */
  cut(): boolean;
}

const mostElements = 20_000;
const mostNodes = 40_000;
const mostAttributes = 30;
/** Longer blocks of JSON-LD are not read, and would take the place of what can be. */
const longestData = 2_000_000;
/** No reader looks so far into one text node. */
const longestText = 10_000;
const linkedData = 'application/ld+json';

const empty =
  /^(?:area|base|basefont|bgsound|br|col|embed|frame|hr|img|input|keygen|link|meta|param|source|track|wbr)$/;
/** What they hold is no part of the tree, or is read by nobody. */
const closed = /^(?:iframe|noembed|noframes|noscript|plaintext|style|template|xmp)$/;
const plainName = /^[a-z][\w:.-]*$/i;

/**
 * The long way beside `outerHTML`, which has no end that could be set and holds up the page until it is done. Attributes and texts are cut
 * to what readers look at. Nodes below open elements at the end are left open: the parser closes them.
 */
export function serialiseSlowly(doc: Document): Serialising {
  const root = rootOf(doc);
  const walk = root === null ? null : walker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const parts: string[] = [];
  let size = 0;
  let seen = 0;
  let elements = 0;
  let ended = walk === null;
  let cut = false;

  function write(text: string): void {
    size += text.length;
    if (size > mostSnapshotText) {
      ended = true;
      cut = true;
    } else parts.push(text);
  }

  function step(at: TreeWalker): void {
    if (enter(at.currentNode) && at.firstChild() !== null) return;
    for (;;) {
      leave(at.currentNode);
      if (at.nextSibling() !== null) return;
      if (at.parentNode() === null) {
        ended = true;
        return;
      }
    }
  }

  function enter(node: Node): boolean {
    if (nodeTypeOf(node) !== 1) {
      write(escaped(textDataOf(node).slice(0, longestText)));
      return false;
    }
    const element = node as Element;
    const name = nameOf(element);
    elements += 1;
    if (closed.test(name)) return false;
    if (name === 'script') {
      writeScript(element);
      return false;
    }
    write(`<${name}${attributesOf(element)}>`);
    return !empty.test(name);
  }

  function leave(node: Node): void {
    if (nodeTypeOf(node) !== 1) return;
    const name = nameOf(node as Element);
    if (name !== 'script' && !closed.test(name) && !empty.test(name)) write(`</${name}>`);
  }

  function writeScript(element: Element): void {
    if (attributeOf(element, 'type')?.toLowerCase() !== linkedData) return;
    const text = scriptText(element);
    if (text === null) cut = true;
    else write(`<script type="${linkedData}">${text}</script>`);
  }

  return {
    more(enough) {
      while (!ended && walk !== null) {
        step(walk);
        seen += 1;
        if ((seen >= mostNodes || elements >= mostElements) && !ended) {
          ended = true;
          cut = true;
        }
        if (seen % 100 === 0 && enough()) break;
      }
      return !ended;
    },
    html: () => parts.join(''),
    cut: () => cut,
  };
}

/** Null where it is too long. */
function scriptText(element: Element): string | null {
  const walk = walker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    const data = textDataOf(node);
    if (text.length + data.length > longestData) return null;
    text += data;
  }
  // put there by a script of the page's, it would end the element early
  return text.replaceAll('</', '<\\/');
}

/** A page can make elements of any name; what the parser could not read back becomes one that says nothing. */
function nameOf(element: Element): string {
  const name = localNameOf(element);
  return plainName.test(name) ? name : 'span';
}

function attributesOf(element: Element): string {
  const names = attributeNamesOf(element).slice(0, mostAttributes);
  return names
    .filter((name) => plainName.test(name))
    .map((name) => ` ${name}="${quoted(attribute(element, name) ?? '')}"`)
    .join('');
}

function quoted(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
