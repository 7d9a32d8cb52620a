/** Header names in lower case → unfolded values, in order. */
export type HeaderLookup = (name: string) => readonly string[];

const longest = 400_000;
const mostFields = 2000;
const field = /^([!-9;-~]{1,200}):/;

/**
 * A raw header block (RFC 5322 §2.2, lines ended by CRLF or LF) → its fields, unfolded, names in lower case, in order. Ends at
 * the first empty line. Looks at 400,000 characters and 2,000 fields. Null where no line is a field; never throws.
 */
export function parseHeaders(raw: string): HeaderLookup | null {
  const fields = new Map<string, string[]>();
  let name = '';
  let lines: string[] = [];
  let count = 0;
  const close = () => {
    if (name === '') return;
    const value = lines.join('').trim();
    const earlier = fields.get(name);
    if (earlier === undefined) fields.set(name, [value]);
    else earlier.push(value);
  };
  for (const line of raw.slice(0, longest).split(/\r\n|\n|\r/)) {
    if (line === '') {
      // some servers put an empty line first
      if (count > 0) break;
      continue;
    }
    if (line.startsWith(' ') || line.startsWith('\t')) {
      lines.push(line);
      continue;
    }
    const match = field.exec(line);
    if (match === null) continue;
    close();
    if (count >= mostFields) {
      name = '';
      break;
    }
    count += 1;
    name = (match[1] as string).toLowerCase();
    lines = [line.slice(match[0].length)];
  }
  close();
  return fields.size === 0 ? null : (wanted) => fields.get(wanted) ?? [];
}
