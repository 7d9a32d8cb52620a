/** One MIME part: its header lines and its encoded body, both ASCII with CRLF line ends. */
export type Part = { headers: readonly string[]; body: string };

export type Charset = 'utf-8' | 'iso-8859-1' | 'iso-2022-jp';

type TransferEncoding = '7bit' | 'quoted-printable' | 'base64';

const CRLF = '\r\n';

/** A text part. ISO-2022-JP is 7-bit by itself; the others travel as quoted-printable unless told otherwise. */
export function text(
  body: string,
  {
    subtype = 'plain',
    charset = 'utf-8',
    encoding,
  }: { subtype?: 'plain' | 'html'; charset?: Charset; encoding?: TransferEncoding } = {},
): Part {
  const bytes = encodeCharset(body.trim().replaceAll('\n', CRLF) + CRLF, charset);
  const chosen = encoding ?? (charset === 'iso-2022-jp' ? '7bit' : 'quoted-printable');
  return {
    headers: [`Content-Type: text/${subtype}; charset=${charset}`, `Content-Transfer-Encoding: ${chosen}`],
    body: encodeBody(bytes, chosen),
  };
}

export const html = (body: string, charset: Charset = 'utf-8') => text(body, { subtype: 'html', charset });

/** Parts under one boundary, which `name` makes unique within the mail. */
export function multipart(subtype: string, name: string, parts: readonly Part[]): Part {
  const boundary = `=_tidewater_${name}`;
  const written = parts.map((part) => `--${boundary}${CRLF}${writePart(part)}`);
  return {
    headers: [`Content-Type: multipart/${subtype}; boundary="${boundary}"`],
    body: `${written.join(CRLF)}${CRLF}--${boundary}--${CRLF}`,
  };
}

/** The same text as plain text and as HTML. */
export const alternatives = (plain: string, rich: string) =>
  multipart('alternative', 'alternative', [text(plain), html(rich)]);

/** A whole mail as an attachment. */
export function attachedMail(mail: Uint8Array, filename: string): Part {
  return {
    headers: ['Content-Type: message/rfc822', `Content-Disposition: attachment; filename="${filename}"`],
    body: Buffer.from(mail).toString('latin1'),
  };
}

/** An ASCII part of any type, as it stands (delivery reports). */
export const asciiPart = (type: string, body: string): Part => ({
  headers: [`Content-Type: ${type}`],
  body: body.trim().replaceAll('\n', CRLF) + CRLF,
});

export function writePart({ headers, body }: Part): string {
  return `${headers.join(CRLF)}${CRLF}${CRLF}${body}`;
}

function encodeBody(bytes: Uint8Array, encoding: TransferEncoding): string {
  if (encoding === '7bit') return Buffer.from(bytes).toString('latin1');
  if (encoding === 'quoted-printable') return quotedPrintable(bytes);
  return Buffer.from(bytes).toString('base64').replace(/.{76}/g, `$&${CRLF}`) + CRLF;
}

function quotedPrintable(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes).toString('latin1').split(CRLF).map(quotedPrintableLine);
  return lines.join(CRLF);
}

function quotedPrintableLine(line: string): string {
  const units = [...line].map((char, at) => {
    const code = char.charCodeAt(0);
    const trailing = at === line.length - 1 && /[ \t]/.test(char);
    const literal = char === '\t' || (code >= 32 && code <= 126 && char !== '=');
    return literal && !trailing ? char : `=${code.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  const rows = [''];
  for (const unit of units) {
    if ((rows.at(-1) ?? '').length + unit.length > 75) rows.push('');
    rows[rows.length - 1] += unit;
  }
  return rows.join(`=${CRLF}`);
}

/** `text` in bytes of a character set. ISO-8859-1 and ISO-2022-JP throw on what they cannot hold: a bug in a sample. */
export function encodeCharset(content: string, charset: Charset): Uint8Array {
  if (charset === 'utf-8') return Buffer.from(content, 'utf8');
  if (charset === 'iso-2022-jp') return encodeJapanese(content);
  if ([...content].some((char) => char > '\u00ff')) throw new RangeError(`not ISO-8859-1: ${content}`);
  return Buffer.from(content, 'latin1');
}

let japanese: Map<string, readonly [number, number]> | undefined;

function encodeJapanese(content: string): Uint8Array {
  japanese ??= jisX0208();
  const bytes: number[] = [];
  let wide = false;
  for (const char of content) {
    const pair = char.charCodeAt(0) < 128 ? undefined : japanese.get(char);
    if (pair === undefined && char.charCodeAt(0) >= 128) throw new RangeError(`not in JIS X 0208: ${char}`);
    if ((pair !== undefined) !== wide) bytes.push(0x1b, ...(wide ? [0x28, 0x42] : [0x24, 0x42]));
    wide = pair !== undefined;
    bytes.push(...(pair ?? [char.charCodeAt(0)]));
  }
  if (wide) bytes.push(0x1b, 0x28, 0x42);
  return Uint8Array.from(bytes);
}

/** Platforms decode ISO-2022-JP but do not encode it: the table is had by decoding all 94 × 94 characters. */
function jisX0208(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('iso-2022-jp');
  const table = new Map<string, readonly [number, number]>();
  for (let row = 0x21; row <= 0x7e; row++) {
    for (let cell = 0x21; cell <= 0x7e; cell++) {
      const char = decoder.decode(Uint8Array.of(0x1b, 0x24, 0x42, row, cell, 0x1b, 0x28, 0x42));
      if (char.length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, [row, cell]);
    }
  }
  return table;
}
