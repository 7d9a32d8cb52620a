/**
 * The text value of `name` in JSON, wherever it stands first; null where there is none. For settings that pages carry in
 * inline scripts: one value of a long text that need not be parsed whole. `name` is a plain word.
 */
export function jsonTextValue(json: string, name: string): string | null {
  const key = JSON.stringify(name);
  for (let at = json.indexOf(key); at >= 0; at = json.indexOf(key, at + 1)) {
    const colon = afterSpace(json, at + key.length);
    const start = afterSpace(json, colon + 1);
    // a word that is a key, and no value and no part of one
    const isKey = /[{,]/.test(json[json[at - 1] === ' ' ? at - 2 : at - 1] ?? '');
    if (!isKey || json[colon] !== ':' || json[start] !== '"') continue;
    const end = endOfText(json, start);
    if (end < 0) return null;
    try {
      return String(JSON.parse(json.slice(start, end)));
    } catch {
      return null;
    }
  }
  return null;
}

function afterSpace(json: string, at: number): number {
  return json[at] === ' ' ? at + 1 : at;
}

/** After the quotation mark that ends the text begun at `start`; -1 where none does. */
function endOfText(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === '\\') at += 1;
    else if (json[at] === '"') return at + 1;
  }
  return -1;
}
