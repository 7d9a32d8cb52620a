/** A thing as JSON-LD, microdata or RDFa describe it, names reduced to their last part (`https://schema.org/name` → `name`). */
export interface SchemaNode {
  types: string[];
  id: string | null;
  values: Map<string, SchemaValue[]>;
}

/** `ref`: an id that may be another node's. */
export type SchemaValue = string | SchemaNode | { ref: string };

const mostValues = 100;

export function schemaNode(types: readonly string[], id: string | null): SchemaNode {
  return { types: types.map(localName), id, values: new Map() };
}

export function addValue(node: SchemaNode, name: string, value: SchemaValue): void {
  const values = node.values.get(name) ?? [];
  if (values.length < mostValues) values.push(value);
  node.values.set(name, values);
}

export function localName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('#'), name.lastIndexOf(':')) + 1);
}

/** Properties whose value is an address: elsewhere a link's text is meant, whatever the format's letter says. */
export function isAddressProperty(name: string): boolean {
  return /^(?:url|sameAs|email|telephone|faxNumber|mainEntityOfPage|homepage|mbox|phone|image|logo|photo|id|itemid)$/.test(
    name,
  );
}
