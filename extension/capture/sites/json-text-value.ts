/**
 * The text value of `name` in JSON, wherever it stands first; null where there is none. For settings that pages carry in
 * inline scripts: one value of a long text that need not be parsed whole. `name` is a plain word.
 */
export function jsonTextValue(json: string, name: string): string | null {
  const value = new RegExp(`[{,]\\s?"${name}"\\s?:\\s?("(?:[^"\\\\]|\\\\.)*")`).exec(json)?.[1];
  if (value === undefined) return null;
  try {
    return String(JSON.parse(value));
  } catch {
    return null;
  }
}
