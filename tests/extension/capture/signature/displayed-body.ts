/** One body of a mail as a webmail shows it: HTML, with its ids and classes behind a prefix as Roundcube writes them. */
export function displayedBody(mail: Uint8Array, prefix: string): string {
  const parts = readParts(Buffer.from(mail).toString('latin1'));
  const rich = parts.find(({ type }) => type.startsWith('text/html'));
  if (rich !== undefined) {
    return rich.text
      .replace(/<\/?(?:html|head|body)[^>]*>/g, '')
      .replace(/\b(id|class)="([^"]+)"/g, (_, name, words: string) => {
        const prefixed = words.split(/\s+/).map((word) => `${prefix}${word}`);
        return `${name}="${prefixed.join(' ')}"`;
      });
  }
  const plain = parts.find(({ type }) => type.startsWith('text/plain'))?.text ?? '';
  const escaped = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>\n');
  return `<div class="pre">${escaped}</div>`;
}

function readParts(source: string): { type: string; text: string }[] {
  const end = source.indexOf('\r\n\r\n');
  const headers = source.slice(0, end).replace(/\r\n[ \t]/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';
  const type = header('content-type');
  const body = source.slice(end + 4);
  const boundary = /boundary="([^"]+)"/.exec(type)?.[1];
  if (boundary !== undefined) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    return parts.flatMap((part) => readParts(part.replace(/^\r\n/, '')));
  }
  const decoder = new TextDecoder(/charset=([\w-]+)/.exec(type)?.[1] ?? 'us-ascii');
  const bytes = decodeTransfer(body, header('content-transfer-encoding'));
  return [{ type, text: decoder.decode(bytes).replaceAll('\r\n', '\n') }];
}

function decodeTransfer(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const octets = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(octets, 'latin1');
}
