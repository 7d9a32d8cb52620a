/**
 * Text whose UTF-8 bytes were taken for Latin-1 (`MÃ¼ller`) → what they say (`Müller`); any other text as it is. SOGo does that to
 * names with 8-bit bytes within an encoded word. Latin-1 text is UTF-8 by chance only where it makes no sense as Latin-1.
 */
export function readAsUtf8(text: string): string {
  const codes = Array.from(text, (char) => char.codePointAt(0) ?? 0);
  if (!codes.some((code) => code > 127) || codes.some((code) => code > 255)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(codes));
  } catch {
    return text;
  }
}
