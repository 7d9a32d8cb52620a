/**
 * One piece of an address header: a word of a display name or a bare address, a comment's text, what stands between angle
 * brackets, or a mark. `glued`: no white space before it.
 */
export interface HeaderToken {
  kind: 'word' | 'quoted' | 'comment' | 'angle' | ',' | ';' | ':';
  text: string;
  glued: boolean;
}

const longestHeader = 400_000;

/**
 * Splits an address header by the lexical rules of RFC 5322 (3.2, 4.4), read leniently: a quote, bracket or comment that
 * never ends is plain text. A line break that is no folding ends the header. Linear: each kind's missing end is looked for once.
 */
export function headerTokens(header: string): HeaderToken[] {
  const text = headerOnly(header);
  const tokens: HeaderToken[] = [];
  const missing = new Set<string>();
  let at = 0;
  let glued = false;
  const push = (kind: HeaderToken['kind'], value: string, next: number) => {
    tokens.push({ kind, text: value, glued });
    glued = true;
    at = next;
  };
  while (at < text.length) {
    const char = text[at] as string;
    if (/\s/.test(char)) {
      glued = false;
      at += 1;
      continue;
    }
    const enclosed = missing.has(char) ? null : readEnclosed(text, at);
    if (enclosed !== null) push(enclosed.kind, enclosed.text, enclosed.next);
    else if (char === ',' || char === ';' || char === ':') push(char, char, at + 1);
    else {
      missing.add(char);
      const end = wordEnd(text, at + 1);
      push('word', text.slice(at, end), end);
    }
  }
  return tokens;
}

function headerOnly(header: string): string {
  const text = header
    .slice(0, longestHeader)
    .replaceAll('\r', '')
    .replace(/\\\n[ \t]+/g, '\\');
  const from = text.search(/\S/);
  const end = /\n(?![ \t])/.exec(text.slice(Math.max(from, 0)));
  return end === null ? text : text.slice(0, Math.max(from, 0) + end.index);
}

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !/[\s"(<,;:]/.test(text[end] as string)) {
    // A domain literal ([IPv6:…]) holds colons that part nothing.
    if (text[end] === '[') {
      const close = text.slice(end, end + 64).indexOf(']');
      if (close > 0) end += close;
    }
    end += 1;
  }
  return end;
}

type Enclosed = { kind: HeaderToken['kind']; text: string; next: number } | null;

function readEnclosed(text: string, at: number): Enclosed {
  if (text[at] === '"') return readQuoted(text, at);
  if (text[at] === '(') return readComment(text, at);
  return text[at] === '<' ? readAngle(text, at) : null;
}

function readQuoted(text: string, at: number): Enclosed {
  let value = '';
  for (let i = at + 1; i < text.length; i += 1) {
    if (text[i] === '"') return { kind: 'quoted', text: value, next: i + 1 };
    if (text[i] === '\\') i += 1;
    value += text[i] ?? '';
  }
  return null;
}

function readComment(text: string, at: number): Enclosed {
  let depth = 0;
  let value = '';
  for (let i = at; i < text.length; i += 1) {
    if (text[i] === '\\') {
      i += 1;
      value += text[i] ?? '';
      continue;
    }
    if (text[i] === '(') depth += 1;
    if (text[i] === ')') depth -= 1;
    if (depth === 0) return { kind: 'comment', text: value.slice(1), next: i + 1 };
    value += text[i];
  }
  return null;
}

const longestAngle = 2000;

/** Up to `>`; where another `<` comes first, the bracket was never closed and a comma or semicolon ends it. */
function readAngle(text: string, start: number): Enclosed {
  let at = start;
  while (text[at + 1] === '<') at += 1;
  const other = text.indexOf('<', at + 1);
  const most = Math.min(other < 0 ? text.length : other, at + longestAngle);
  const piece = text.slice(0, most);
  let comma = -1;
  let endless = '';
  for (let i = at + 1; i < most; i += 1) {
    const char = text[i] as string;
    if (char === '>') return { kind: 'angle', text: text.slice(at + 1, i), next: i + 1 };
    if (comma < 0 && (char === ',' || char === ';')) comma = i;
    if ((char === '"' || char === '(') && !endless.includes(char)) {
      const inner = char === '"' ? readQuoted(piece, i) : readComment(piece, i);
      if (inner === null) endless += char;
      else i = inner.next - 1;
    }
  }
  const next = comma < 0 ? most : comma;
  return { kind: 'angle', text: text.slice(at + 1, next), next };
}
