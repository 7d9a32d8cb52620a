/*
 * Reading a hostile page's tree. A form's field (`<input name=parentElement>`) or a picture (`<img name=querySelector>`) stands in
 * the place of the form's or the document's own property of that name: these go by the prototypes of the content script's own
 * world, which the page cannot reach.
 */

type Prototypes = 'Node' | 'Element' | 'Document' | 'CharacterData';

/** Reads a property as that prototype has it. Looked up when it is first read: tests load this where there is no page. */
export function getter<T>(prototype: Prototypes, name: string): (of: Node) => T {
  let get: (() => T) | undefined;
  return (of) => {
    get ??= Object.getOwnPropertyDescriptor(globalThis[prototype].prototype, name)?.get;
    return get?.call(of) as T;
  };
}

export const parentOf = getter<Element | null>('Node', 'parentElement');
export const firstChildOf = getter<Element | null>('Element', 'firstElementChild');
export const lastChildOf = getter<Element | null>('Element', 'lastElementChild');
export const nextElementOf = getter<Element | null>('Element', 'nextElementSibling');
export const firstNodeOf = getter<ChildNode | null>('Node', 'firstChild');
export const nextNodeOf = getter<ChildNode | null>('Node', 'nextSibling');
export const nodeTypeOf = getter<number>('Node', 'nodeType');
export const localNameOf = getter<string>('Element', 'localName');
export const bodyOf = getter<HTMLElement | null>('Document', 'body');
export const rootOf = getter<Element | null>('Document', 'documentElement');
export const titleOf = getter<string>('Document', 'title');
export const scriptsOf = getter<HTMLCollectionOf<HTMLScriptElement>>('Document', 'scripts');
export const viewOf = getter<Window | null>('Document', 'defaultView');
export const addressOf = getter<string>('Document', 'URL');
export const contentTypeOf = getter<string>('Document', 'contentType');
export const compatModeOf = getter<string>('Document', 'compatMode');
export const readyStateOf = getter<DocumentReadyState>('Document', 'readyState');
export const outerHtmlOf = getter<string>('Element', 'outerHTML');
export const textDataOf = getter<string>('CharacterData', 'data');
const textContentOf = getter<string | null>('Node', 'textContent');
const documentNode = 9;

/** What the document says its language is, else English. */
export function languageOf(doc: Document): string {
  const root = rootOf(doc);
  return (root === null ? null : attributeOf(root, 'lang')) || 'en';
}

/** All text below a node. */
export function wholeText(node: Node | null): string {
  return node === null ? '' : (textContentOf(node) ?? '');
}

export function first<E extends Element = Element>(within: ParentNode, selector: string): E | null {
  const { querySelector } = nodeTypeOf(within) === documentNode ? Document.prototype : Element.prototype;
  return querySelector.call(within, selector) as E | null;
}

export function all(within: ParentNode, selector: string): Element[] {
  const { querySelectorAll } = nodeTypeOf(within) === documentNode ? Document.prototype : Element.prototype;
  return [...querySelectorAll.call(within, selector)];
}

export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function attributeNamesOf(element: Element): string[] {
  return Element.prototype.getAttributeNames.call(element);
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

export function contains(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}

export function listen(
  target: EventTarget,
  kind: string,
  listener: (event: Event) => void,
  options: AddEventListenerOptions,
): void {
  EventTarget.prototype.addEventListener.call(target, kind, listener, options);
}
