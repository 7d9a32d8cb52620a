/*
 * A page's form may have a field called `attributes` or `firstChild`, which then stands in the place of the form's own. These
 * go by the prototypes of the content script's world, which the page cannot reach.
 */

function getter<T>(prototype: object, name: string): (of: Node) => T {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (of) => get?.call(of) as T;
}

const nodeType = getter<number>(Node.prototype, 'nodeType');
const nodeValue = getter<string | null>(Node.prototype, 'nodeValue');
const firstChild = getter<Node | null>(Node.prototype, 'firstChild');
const nextSibling = getter<Node | null>(Node.prototype, 'nextSibling');
const localName = getter<string>(Element.prototype, 'localName');
const attributes = getter<NamedNodeMap>(Element.prototype, 'attributes');
const shadowRoot = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');

/** The text of a text node; null of any other. */
export function textOf(node: Node): string | null {
  return nodeType(node) === Node.TEXT_NODE ? (nodeValue(node) ?? '') : null;
}

/** The local name of an element, in lower case as HTML has it; null of any other node, and of what is no name. */
export function nameOf(node: Node): string | null {
  if (nodeType(node) !== Node.ELEMENT_NODE) return null;
  const name = localName(node);
  return /^[a-z][\w.-]{0,80}$/i.test(name) ? name : null;
}

/** Whether an element's name is one of HTML's own, and no name that the page made up. */
export function isStandard(node: Node): boolean {
  return (
    node instanceof HTMLElement && !(node instanceof HTMLUnknownElement) && !localName(node).includes('-')
  );
}

export function attributesOf(node: Node): [name: string, value: string][] {
  if (nodeType(node) !== Node.ELEMENT_NODE) return [];
  return Array.from(attributes(node), (one) => [one.name, one.value]);
}

export function shadowOf(node: Node): ShadowRoot | null {
  return nodeType(node) === Node.ELEMENT_NODE ? shadowRoot(node) : null;
}

export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = firstChild(node); child !== null; child = nextSibling(child)) children.push(child);
  return children;
}
