/**
 * A text value of Roundcube's settings, which every page carries in an inline script as `rcmail.set_env({…})`. Read as text:
 * the page's own variables belong to the page. Null where it is not there (yet).
 */
export function environmentText(doc: Document, name: string): string | null {
  for (const script of doc.scripts) {
    const text = script.src === '' ? (script.textContent ?? '') : '';
    const start = text.indexOf('rcmail.set_env(');
    if (start < 0) continue;
    const value = new RegExp(`[{,]"${name}":("(?:[^"\\\\]|\\\\.)*")`).exec(text.slice(start))?.[1];
    if (value === undefined) return null;
    try {
      return String(JSON.parse(value));
    } catch {
      return null;
    }
  }
  return null;
}
