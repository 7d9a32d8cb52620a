type Part = { type: string; text: string };

/**
 * The body of a mail as webmails show it: HTML as it stands, plain text with its links made clickable. Enough of MIME for the
 * labelled mails; a broken mail gives less, and never throws.
 */
export function bodyHtml(eml: string): string {
  const parts = readParts(eml, 0);
  const rich = parts.find(({ type }) => type.startsWith('text/html'));
  if (rich !== undefined) return rich.text.replace(/<\/?(?:html|head|body|meta)\b[^>]*>/gi, '');
  const plain = parts.find(({ type }) => type.startsWith('text/plain') || type === '')?.text ?? '';
  return `<div class="pre">${withLinks(escapeHtml(plain)).replaceAll('\n', '<br>\n')}</div>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function withLinks(html: string): string {
  return html
    .replace(/\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:)]/g, '<a href="$&">$&</a>')
    .replace(/(?<![\w@/="'>+.-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '<a href="mailto:$&">$&</a>');
}

function readParts(source: string, depth: number): Part[] {
  const lines = source.replaceAll('\r\n', '\n');
  const end = lines.indexOf('\n\n');
  const head = (end < 0 ? lines : lines.slice(0, end)).replace(/\n[ \t]+/g, ' ');
  const body = end < 0 ? '' : lines.slice(end + 2);
  const header = (name: string) => new RegExp(`^${name}:(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const type = header('content-type').toLowerCase();
  const boundary = /boundary="?([^";]+)"?/i.exec(header('content-type'))?.[1];
  if (boundary !== undefined && depth < 5) {
    const parts = body.split(`--${boundary}`).slice(1);
    return parts.flatMap((part) =>
      part.startsWith('--') ? [] : readParts(part.replace(/^\n/, ''), depth + 1),
    );
  }
  const bytes = decodeTransfer(body, header('content-transfer-encoding').toLowerCase());
  return [{ type, text: decode(bytes, /charset="?([\w-]+)/.exec(type)?.[1] ?? 'utf-8') }];
}

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function decodeTransfer(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const octets = body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(octets, 'latin1');
}
