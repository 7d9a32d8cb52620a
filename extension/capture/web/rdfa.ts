import { parentOf } from '../unclobbered.ts';
import { attribute } from './dom.ts';
import { elementValue } from './microdata.ts';
import { addValue, isAddressProperty, localName, type SchemaNode, schemaNode } from './schema-node.ts';

const mostSteps = 300;

/**
 * Nodes of RDFa 1.1 (Lite, with `about` and `rel`) from the elements that carry `typeof`, `property`, `about`, `resource` or
 * `rel`, in document order. Vocabularies and prefixes are reduced to the name's last part.
 */
export function readRdfa(marked: readonly Element[], base: URL): SchemaNode[] {
  const subjects = new Map<Element, SchemaNode>();
  const byId = new Map<string, SchemaNode>();
  for (const element of marked) {
    const types = attribute(element, 'typeof');
    const id = attribute(element, 'about') ?? attribute(element, 'resource') ?? null;
    const isProperty = attribute(element, 'property') !== null || attribute(element, 'rel') !== null;
    if (types === null && (id === null || (isProperty && attribute(element, 'about') === null))) continue;
    const known = id === null ? undefined : byId.get(id);
    const node = known ?? schemaNode([], id);
    node.types.push(...(types ?? '').split(/\s+/).filter(Boolean).map(localName));
    if (id !== null) byId.set(id, node);
    subjects.set(element, node);
  }
  for (const element of marked) {
    const names = [attribute(element, 'property'), attribute(element, 'rel')]
      .join(' ')
      .split(/\s+/)
      .filter(Boolean);
    if (names.length === 0) continue;
    const own = subjects.get(element);
    const isSelf =
      own !== undefined && attribute(element, 'about') !== null && attribute(element, 'typeof') === null;
    const subject = isSelf ? own : subjectAbove(element, subjects);
    if (subject === undefined) continue;
    const resource = attribute(element, 'resource');
    for (const name of names.slice(0, 10).map(localName)) {
      if (own !== undefined && !isSelf) addValue(subject, name, own);
      else if (resource !== null && attribute(element, 'content') === null)
        addValue(subject, name, { ref: resource });
      else {
        const value = elementValue(element, isAddressProperty(name), base);
        if (value !== '') addValue(subject, name, value);
      }
    }
  }
  return [...new Set(subjects.values())];
}

function subjectAbove(element: Element, subjects: ReadonlyMap<Element, SchemaNode>): SchemaNode | undefined {
  let at = parentOf(element);
  for (let step = 0; at !== null && step < mostSteps; step += 1) {
    const subject = subjects.get(at);
    if (subject !== undefined) return subject;
    at = parentOf(at);
  }
  return undefined;
}
