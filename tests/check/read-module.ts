import { parseSync, visitorKeys } from 'oxc-parser';

/** `runtime` edges are there when the program runs; `type` edges are erased. */
export type ImportEdge = { specifier: string; kind: 'runtime' | 'type'; line: number };

/** What the checks need to know of one file. */
export type ModuleFacts = {
  imports: readonly ImportEdge[];
  /** Names used but declared nowhere in the file: globals. */
  globals: ReadonlyMap<string, number>;
  /** `it.skip`, `describe.only`, `test.todo` … as written, with their lines. */
  testModifiers: readonly { text: string; line: number }[];
  anyTypes: readonly number[];
  comments: readonly { text: string; line: number }[];
  syntaxError?: string;
};

type Node = { type: string; start: number; end: number; [key: string]: unknown };

// Positions in which an identifier names something of its own and refers to no variable.
const NAMES_ONLY: Record<string, string> = {
  MemberExpression: 'property',
  Property: 'key',
  PropertyDefinition: 'key',
  MethodDefinition: 'key',
  TSPropertySignature: 'key',
  TSMethodSignature: 'key',
  TSQualifiedName: 'right',
  JSXAttribute: 'name',
  LabeledStatement: 'label',
  ImportSpecifier: 'imported',
  ExportSpecifier: 'exported',
  TSImportType: 'qualifier',
};

const DECLARING: Record<string, string[]> = {
  VariableDeclarator: ['id'],
  FunctionDeclaration: ['id', 'params'],
  FunctionExpression: ['id', 'params'],
  ArrowFunctionExpression: ['params'],
  TSDeclareFunction: ['id', 'params'],
  TSFunctionType: ['params'],
  TSMethodSignature: ['params'],
  ClassDeclaration: ['id'],
  ClassExpression: ['id'],
  CatchClause: ['param'],
  ImportSpecifier: ['local'],
  ImportDefaultSpecifier: ['local'],
  ImportNamespaceSpecifier: ['local'],
  TSTypeAliasDeclaration: ['id'],
  TSInterfaceDeclaration: ['id'],
  TSModuleDeclaration: ['id'],
  TSTypeParameter: ['name'],
};

const RUNNERS = new Set(['it', 'test', 'describe', 'suite']);
const MODIFIERS = new Set(['skip', 'only', 'todo', 'fails']);

const known = new Map<string, { source: string; facts: ModuleFacts }>();

/** Parses one file (TypeScript, JSX) and gathers the facts. Remembers the last text of each path. */
export function readModule(path: string, source: string): ModuleFacts {
  const before = known.get(path);
  if (before?.source === source) return before.facts;
  const facts = gather(path, source);
  known.set(path, { source, facts });
  return facts;
}

function gather(path: string, source: string): ModuleFacts {
  const parsed = parseSync(path, source);
  const lineAt = lineFinder(source);
  const imports: ImportEdge[] = [];
  const testModifiers: { text: string; line: number }[] = [];
  const anyTypes: number[] = [];
  const declared = new Set<string>();
  const used = new Map<string, number>();

  const addImport = (from: unknown, kind: ImportEdge['kind']) => {
    if (!isNode(from) || typeof from.value !== 'string') return;
    imports.push({ specifier: from.value, kind, line: lineAt(from.start) });
  };

  const declare = (pattern: unknown): void => {
    if (Array.isArray(pattern)) for (const one of pattern) declare(one);
    if (!isNode(pattern)) return;
    if (pattern.type === 'Identifier') declared.add(String(pattern.name));
    else if (pattern.type === 'AssignmentPattern') declare(pattern.left);
    else if (pattern.type === 'Property') declare(pattern.value);
    else
      for (const key of ['elements', 'properties', 'argument', 'parameter', 'value']) declare(pattern[key]);
  };

  const look = (node: Node): void => {
    for (const key of DECLARING[node.type] ?? []) declare(node[key]);
    switch (node.type) {
      case 'ImportDeclaration':
        addImport(node.source, node.importKind === 'type' ? 'type' : 'runtime');
        break;
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        addImport(node.source, node.exportKind === 'type' ? 'type' : 'runtime');
        break;
      case 'ImportExpression':
        addImport(node.source, 'runtime');
        break;
      case 'TSImportType':
        addImport(node.source ?? node.argument, 'type');
        break;
      case 'TSAnyKeyword':
        anyTypes.push(lineAt(node.start));
        break;
      case 'CallExpression':
        if (isNamed(node.callee, 'require') && Array.isArray(node.arguments)) {
          addImport(node.arguments[0], 'runtime');
        }
        break;
      case 'MemberExpression':
        if (isNamed(node.object, RUNNERS) && isNamed(node.property, MODIFIERS)) {
          testModifiers.push({ text: source.slice(node.start, node.end), line: lineAt(node.start) });
        }
        break;
      case 'Identifier':
      case 'JSXIdentifier': {
        const name = String(node.name);
        if (!used.has(name)) used.set(name, lineAt(node.start));
        break;
      }
    }
  };

  const visit = (node: Node): void => {
    look(node);
    const nameKey = NAMES_ONLY[node.type];
    for (const key of visitorKeys[node.type] ?? []) {
      if (key === nameKey && node.computed !== true) continue;
      const child = node[key];
      if (Array.isArray(child)) for (const one of child) isNode(one) && visit(one);
      else if (isNode(child)) visit(child);
    }
  };
  visit(parsed.program as unknown as Node);

  const [error] = parsed.errors;
  return {
    imports,
    globals: new Map([...used].filter(([name]) => !declared.has(name))),
    testModifiers,
    anyTypes,
    comments: parsed.comments.map(({ value, start }) => ({ text: value, line: lineAt(start) })),
    ...(error === undefined ? {} : { syntaxError: error.message }),
  };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function isNamed(value: unknown, names: string | ReadonlySet<string>): boolean {
  if (!isNode(value) || value.type !== 'Identifier') return false;
  const name = String(value.name);
  return typeof names === 'string' ? name === names : names.has(name);
}

function lineFinder(source: string): (offset: number) => number {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
