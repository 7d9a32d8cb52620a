import { parseSync, Visitor } from 'oxc-parser';

export type Spoken = {
  /** Every text literal. */
  texts: string[];
  /** Calls of say and sayCount with a literal key, and how many values each gives it. */
  calls: { file: string; key: string; values: number }[];
  /** Words between tags, which belong into the locale's file. */
  sentences: string[];
};

/** What a source file says to people, by its syntax. */
export function spokenIn(file: string, source: string): Spoken {
  const spoken: Spoken = { texts: [], calls: [], sentences: [] };
  const { program } = parseSync(file, source);
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value !== 'string') return;
      spoken.texts.push(
        value,
        ...[...value.matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key.replace('_', '.')),
      );
    },
    JSXText: ({ value }) => {
      if (/\p{L}{2}/u.test(value)) spoken.sentences.push(`${file}: ${value.trim()}`);
    },
    CallExpression: ({ callee, arguments: given }) => {
      if (callee.type !== 'Identifier' || !/^say(?:Count)?$/.test(callee.name)) return;
      const [first] = given;
      if (first === undefined) return;
      for (const key of literalsOf(first)) spoken.calls.push({ file, key, values: given.length - 1 });
    },
  }).visit(program);
  return spoken;
}

type Node = { type: string; value?: unknown; consequent?: unknown; alternate?: unknown };

/** The texts that an expression can be, as far as it is a literal or a choice between literals. */
function literalsOf(node: Node): string[] {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type !== 'ConditionalExpression') return [];
  return [...literalsOf(node.consequent as Node), ...literalsOf(node.alternate as Node)];
}
