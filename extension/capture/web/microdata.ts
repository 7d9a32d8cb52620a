import { parentOf } from '../unclobbered.ts';
import { attribute, tag, textOf, walker, webAddress } from './dom.ts';
import { addValue, isAddressProperty, localName, type SchemaNode, schemaNode } from './schema-node.ts';

const mostElements = 20_000;

/** Microdata items (HTML standard, 5) of the given `itemscope` elements, with `itemref` and `itemid`. Each element is looked at once. */
export function readMicrodata(doc: Document, items: readonly Element[], base: URL): SchemaNode[] {
  const nodes = new Map<Element, SchemaNode>();
  for (const item of items) {
    const id = attribute(item, 'itemid');
    nodes.set(item, schemaNode((attribute(item, 'itemtype') ?? '').split(/\s+/).filter(Boolean), id));
  }
  let left = mostElements;
  for (const [item, node] of nodes) {
    const referred = (attribute(item, 'itemref') ?? '').split(/\s+/).filter(Boolean).slice(0, 50);
    const roots = [item, ...referred.map((id) => Document.prototype.getElementById.call(doc, id))];
    const seen = new Set<Element>();
    for (const root of roots) {
      if (root === null || seen.has(root)) continue;
      seen.add(root);
      const walk = walker(root, NodeFilter.SHOW_ELEMENT, (inner) => {
        const above = inner === item ? null : parentOf(inner);
        return above !== null && above !== item && nodes.has(above)
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_ACCEPT;
      });
      for (let inner: Node | null = walk.currentNode; inner !== null && left > 0; inner = walk.nextNode()) {
        left -= 1;
        const element = inner as Element;
        if (element === item) continue;
        const names = attribute(element, 'itemprop');
        if (names === null) continue;
        const nested = nodes.get(element);
        for (const name of names.split(/\s+/).filter(Boolean).slice(0, 10).map(localName)) {
          const value = nested ?? elementValue(element, isAddressProperty(name), base);
          if (value !== '') addValue(node, name, value);
        }
      }
    }
  }
  return [...nodes.values()];
}

const linked = /^(?:a|area|link)$/;
const sourced = /^(?:img|audio|video|source|embed|iframe|track)$/;

/** The value of a property's element. Links give their target only for properties that hold addresses. */
export function elementValue(element: Element, wantsAddress: boolean, base: URL): string {
  const content = attribute(element, 'content');
  if (content !== null) return content.trim();
  const name = tag(element);
  const href = linked.test(name) ? attribute(element, 'href') : null;
  if (href !== null && (wantsAddress || name === 'link')) {
    return /^(?:mailto|tel|fax):/i.test(href.trim()) ? href.trim() : (webAddress(href, base) ?? '');
  }
  if (sourced.test(name))
    return wantsAddress
      ? (webAddress(attribute(element, 'src') ?? '', base) ?? '')
      : (attribute(element, 'alt') ?? '');
  if (name === 'data' || name === 'meter') return attribute(element, 'value') ?? textOf(element);
  if (name === 'time') return attribute(element, 'datetime') ?? textOf(element);
  return textOf(element);
}
