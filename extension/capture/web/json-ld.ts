import { addValue, localName, type SchemaNode, type SchemaValue, schemaNode } from './schema-node.ts';

const mostText = 2_000_000;
const mostNodes = 5000;
const deepest = 40;

/**
 * Nodes of a page's JSON-LD blocks, nested ones too. Contexts are not loaded: names are reduced to their last part, which is
 * what pages mean by them. Reads 2,000,000 characters, 5,000 nodes, 40 levels; `all` is false where there was more.
 */
export function readJsonLd(texts: Iterable<string>): { nodes: SchemaNode[]; all: boolean } {
  const nodes: SchemaNode[] = [];
  let size = 0;
  let all = true;

  const toNode = (value: Record<string, unknown>, depth: number): SchemaValue | null => {
    if (typeof value['@value'] === 'string' || typeof value['@value'] === 'number')
      return String(value['@value']);
    const keys = Object.keys(value);
    const id = typeof value['@id'] === 'string' ? value['@id'] : null;
    if (id !== null && keys.length === 1) return { ref: id };
    if (nodes.length >= mostNodes || depth > deepest) {
      all = false;
      return null;
    }
    const node = schemaNode(strings(value['@type']), id);
    nodes.push(node);
    for (const key of keys.slice(0, 200)) {
      if (key === '@graph' || key === '@list' || key === '@set') visit(value[key], depth + 1, () => {});
      else if (!key.startsWith('@'))
        visit(value[key], depth + 1, (child) => addValue(node, localName(key), child));
    }
    return node;
  };
  const visit = (value: unknown, depth: number, take: (value: SchemaValue) => void): void => {
    if (typeof value === 'string' || typeof value === 'number') take(String(value).slice(0, 2000));
    else if (Array.isArray(value)) {
      if (depth > deepest || value.length > mostNodes) all = false;
      if (depth <= deepest) for (const one of value.slice(0, mostNodes)) visit(one, depth + 1, take);
    } else if (isObject(value)) {
      const list = value['@list'] ?? value['@set'];
      const child = list === undefined ? toNode(value, depth) : null;
      if (child !== null) take(child);
      else if (list !== undefined) visit(list, depth + 1, take);
    }
  };

  for (const text of texts) {
    size += text.length;
    if (size > mostText) return { nodes, all: false };
    visit(parseLeniently(text), 0, () => {});
  }
  return { nodes, all };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value.slice(0, 20) : [value]).filter((one) => typeof one === 'string');
}

/** JSON as sites write it: in comment or CDATA marks, with raw line breaks in strings, with a comma too many. */
function parseLeniently(text: string): unknown {
  const bare = text.replace(
    /^\s*(?:<!--|\/\*\s?<!\[CDATA\[\s?\*\/|\/\/\s?<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s?\]\]>\s?\*\/|\/\/\s?\]\]>|\]\]>)\s*$/g,
    '',
  );
  try {
    return JSON.parse(bare);
  } catch {
    try {
      return JSON.parse(bare.replace(/\p{Cc}+/gu, ' ').replace(/,\s?(?=\s?[}\]])/g, ''));
    } catch {
      return null;
    }
  }
}
