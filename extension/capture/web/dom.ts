import { attributeOf, contains, localNameOf, matches, nodeTypeOf } from '../unclobbered.ts';

const mostTextNodes = 400;

/** Elements that match, in document order, at most `most` of them, of the first `within` elements where the page is larger. */
export function select(
  doc: Document,
  selector: string,
  most: number,
  within: number,
): { found: Element[]; all: boolean } {
  const every = Document.prototype.getElementsByTagName.call(doc, '*');
  if (every[within] === undefined) {
    const found = Document.prototype.querySelectorAll.call(doc, selector);
    return {
      found: Array.from({ length: Math.min(found.length, most) }, (_, i) => found[i] as Element),
      all: found.length <= most,
    };
  }
  const found: Element[] = [];
  for (let i = 0; i < within && found.length < most; i += 1) {
    const element = every[i];
    if (element !== undefined && matches(element, selector)) found.push(element);
  }
  return { found, all: false };
}

/** An attribute's value, cut at 2,000 characters. */
export function attribute(element: Element, name: string): string | null {
  return attributeOf(element, name)?.slice(0, 2000) ?? null;
}

export function tag(element: Element): string {
  return element instanceof HTMLElement || element instanceof SVGElement ? localNameOf(element) : '';
}

export function walker(root: Node, what: number, filter: ((node: Node) => number) | null = null): TreeWalker {
  return Document.prototype.createTreeWalker.call(document, root, what, filter);
}

const breaking =
  /^(?:br|p|div|li|tr|td|th|h[1-6]|dt|dd|section|article|address|ul|ol|table|hr|header|footer|figcaption)$/;
const silent = /^(?:script|style|noscript|template|textarea|select|option|head)$/;

/** Visible text below a node as lines: blocks and `<br>` break. At most `most` characters and 400 text nodes are looked at. */
export function linesOf(root: Node, most: number): string[] {
  const lines = [''];
  let size = 0;
  let texts = 0;
  const walk = walker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    nodeTypeOf(node) === 1 && silent.test(localNameOf(node))
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  // A block's end is not visited: the line breaks when the walk has left the block in which it stands.
  const open: Node[] = [];
  for (
    let node = walk.nextNode();
    node !== null && size < most && texts < mostTextNodes;
    node = walk.nextNode()
  ) {
    while (open.length > 0 && !contains(open.at(-1) as Node, node)) {
      open.pop();
      lines.push('');
    }
    if (nodeTypeOf(node) === 1) {
      if (!breaking.test(localNameOf(node))) continue;
      lines.push('');
      if (open.length < 64) open.push(node);
      texts += 1;
    } else {
      const text = (node.nodeValue ?? '').slice(0, most - size);
      size += text.length;
      texts += 1;
      lines[lines.length - 1] += text;
    }
  }
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}

export function textOf(root: Node, most = 500): string {
  return linesOf(root, most).join(' ');
}

/** An absolute http(s) address, or null: no script, data or file address leaves the page. */
export function webAddress(value: string, base: URL): string | null {
  const url = URL.parse(value.trim(), base.href);
  return url !== null && /^https?:$/.test(url.protocol) && url.href.length <= 1000 ? url.href : null;
}
