const longestValue = 100_000;
const encodedWord = /=\?([^?\s*]{1,40})(?:\*[^?\s]{0,40})?\?([bq])\?([^?]*)\?=/gi;

/**
 * The text of a header value: encoded words decoded (RFC 2047, language tags of RFC 2231), adjacent ones joined, folding
 * undone. Adjacent words of one charset are joined before decoding, since many mailers split them inside a character. What
 * cannot be decoded (unknown charset, broken base64) stays as it is written. Never throws; values over 100,000 characters are cut.
 */
export function decodeHeaderText(value: string): string {
  const text = value.slice(0, longestValue).replace(/[\r\n]+/g, '');
  if (!text.includes('=?')) return text.trim();
  let out = '';
  let end = 0;
  let waiting: Word | null = null;
  for (const match of text.matchAll(encodedWord)) {
    const bytes = wordBytes(match[2] ?? '', match[3] ?? '');
    const charset = (match[1] ?? '').toLowerCase();
    const between = text.slice(end, match.index);
    end = match.index + match[0].length;
    if (waiting !== null && between.trim() === '') {
      if (bytes !== null && waiting.charset === charset) {
        for (const byte of bytes) waiting.bytes.push(byte);
        waiting.raw += match[0];
        continue;
      }
      out += decoded(waiting);
    } else {
      out += (waiting === null ? '' : decoded(waiting)) + between;
    }
    waiting = null;
    if (bytes === null) out += match[0];
    else waiting = { charset, bytes, raw: match[0] };
  }
  if (waiting !== null) out += decoded(waiting);
  return (out + text.slice(end)).trim();
}

interface Word {
  charset: string;
  bytes: number[];
  /** What the header says, for the case that nobody can decode it. */
  raw: string;
}

function decoded({ charset, bytes, raw }: Word): string {
  try {
    return new TextDecoder(charset).decode(Uint8Array.from(bytes));
  } catch {
    return raw;
  }
}

function wordBytes(encoding: string, text: string): number[] | null {
  if (encoding.toLowerCase() === 'b') {
    try {
      const bare = text.replace(/\s/g, '');
      let end = bare.length;
      while (bare[end - 1] === '=') end -= 1;
      return Array.from(atob(bare.slice(0, end)), byteOf);
    } catch {
      return null;
    }
  }
  const plain = text
    .replaceAll('_', ' ')
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  // A Q word may only hold ASCII; text beyond it was put there by somebody who did not encode, and is taken as UTF-8.
  return Array.from(plain).flatMap((char) =>
    byteOf(char) < 256 ? [byteOf(char)] : [...new TextEncoder().encode(char)],
  );
}

function byteOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}
