import { dirname, join } from 'node:path/posix';
import { parseSync, visitorKeys } from 'oxc-parser';
import type { Sources } from './source-files.ts';

/** One regular expression of a source; `pattern` is null where it is put together from what is only known when it runs. */
export type FoundExpression = { file: string; line: number; pattern: string | null; flags: string };

type Node = { type: string; start: number; end: number; [key: string]: unknown };

const parsed = new Map<string, { source: string; program: Node }>();

/** Every regular expression literal and `RegExp(…)` of a file. Constant texts are followed, through imports too. */
export function findRegularExpressions(sources: Sources, file: string): FoundExpression[] {
  const source = sources.get(file) ?? '';
  const found: FoundExpression[] = [];
  const visit = (node: Node) => {
    const line = () => source.slice(0, node.start).split('\n').length;
    if (node.type === 'Literal' && isRegex(node.regex))
      found.push({ file, line: line(), pattern: node.regex.pattern, flags: node.regex.flags });
    if (/^(?:New|Call)Expression$/.test(node.type) && nameOf(node.callee) === 'RegExp') {
      const [pattern, flags] = argumentsOf(node);
      found.push({
        file,
        line: line(),
        pattern: constantText(sources, file, pattern, 0),
        flags: (flags === undefined ? '' : constantText(sources, file, flags, 0)) ?? '',
      });
    }
    for (const child of children(node)) visit(child);
  };
  visit(programOf(file, source));
  return found;
}

function constantText(sources: Sources, file: string, node: Node | undefined, depth: number): string | null {
  if (node === undefined || depth > 20) return null;
  const of = (one: Node | undefined) => constantText(sources, file, one, depth + 1);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? node.value : null;
    case 'TemplateLiteral':
      return joined(node, 'cooked', of);
    case 'TaggedTemplateExpression':
      return isStringRaw(node.tag) ? joined(node.quasi as Node, 'raw', of) : null;
    case 'BinaryExpression': {
      const sides = [of(node.left as Node), of(node.right as Node)];
      return node.operator === '+' && !sides.includes(null) ? sides.join('') : null;
    }
    case 'MemberExpression': {
      const regex = (node.object as Node).regex;
      return nameOf(node.property) === 'source' && isRegex(regex) ? regex.pattern : null;
    }
    case 'CallExpression':
      return joinedArray(node, of);
    case 'Identifier':
      return namedText(sources, file, String(node.name), depth);
    default:
      return null;
  }
}

function joined(template: Node, form: 'cooked' | 'raw', of: (one: Node) => string | null): string | null {
  const texts = (template.quasis as { value: { cooked: string; raw: string } }[]).map(
    ({ value }) => value[form],
  );
  const values = (template.expressions as Node[]).map(of);
  if (values.includes(null)) return null;
  return texts.map((text, i) => text + (values[i] ?? '')).join('');
}

/** `['a', 'b'].join('|')` */
function joinedArray(call: Node, of: (one: Node | undefined) => string | null): string | null {
  const callee = call.callee as Node;
  if (callee.type !== 'MemberExpression' || nameOf(callee.property) !== 'join') return null;
  const array = callee.object as Node;
  if (array.type !== 'ArrayExpression') return null;
  const parts = (array.elements as Node[]).map(of);
  const [between] = argumentsOf(call);
  const separator = between === undefined ? ',' : of(between);
  return parts.includes(null) || separator === null ? null : parts.join(separator);
}

/** The text of a constant of the module, or of one that it imports. */
function namedText(sources: Sources, file: string, name: string, depth: number): string | null {
  const program = programOf(file, sources.get(file) ?? '');
  for (const statement of program.body as Node[]) {
    const declaration = (statement.declaration ?? statement) as Node;
    if (declaration.type === 'VariableDeclaration' && declaration.kind === 'const') {
      const held = (declaration.declarations as Node[]).find(({ id }) => nameOf(id) === name);
      if (held !== undefined) return constantText(sources, file, held.init as Node, depth + 1);
    }
    if (statement.type === 'ImportDeclaration') {
      const specifier = (statement.specifiers as Node[]).find(({ local }) => nameOf(local) === name);
      const from = String((statement.source as Node).value);
      if (specifier?.type === 'ImportSpecifier' && from.startsWith('.'))
        return namedText(sources, join(dirname(file), from), nameOf(specifier.imported) ?? '', depth + 1);
    }
  }
  return null;
}

function programOf(file: string, source: string): Node {
  const known = parsed.get(file);
  if (known?.source === source) return known.program;
  const program = parseSync(file, source).program as unknown as Node;
  parsed.set(file, { source, program });
  return program;
}

function children(node: Node): Node[] {
  return (visitorKeys[node.type] ?? []).flatMap((key) => [node[key]].flat().filter(isNode));
}

function argumentsOf(node: Node): Node[] {
  return node.arguments as Node[];
}

function nameOf(node: unknown): string | null {
  return isNode(node) && node.type === 'Identifier' ? String(node.name) : null;
}

function isStringRaw(node: unknown): boolean {
  return isNode(node) && nameOf(node.object) === 'String' && nameOf(node.property) === 'raw';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function isRegex(value: unknown): value is { pattern: string; flags: string } {
  return (
    typeof value === 'object' && value !== null && 'pattern' in value && typeof value.pattern === 'string'
  );
}
