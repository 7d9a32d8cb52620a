/** A mail's parts as a reader sees them: enough of MIME for the samples, and independent of what writes them. */
export type ReadMail = { headers: readonly { name: string; value: string }[]; text: string };

/** Reads a mail's headers (unfolded, not decoded) and the text of all its parts, tags taken out. */
export function readMail(bytes: Uint8Array): ReadMail {
  return readEntity(Buffer.from(bytes).toString('latin1'));
}

function readEntity(source: string): ReadMail {
  const end = source.indexOf('\r\n\r\n');
  const headers = source
    .slice(0, end)
    .replace(/\r\n[ \t]/g, ' ')
    .split('\r\n')
    .map((line) => {
      const colon = line.indexOf(':');
      return { name: line.slice(0, colon).toLowerCase(), value: line.slice(colon + 1).trim() };
    });
  const value = (name: string) => headers.find((header) => header.name === name)?.value ?? '';
  return {
    headers,
    text: readBody(source.slice(end + 4), value('content-type'), value('content-transfer-encoding')),
  };
}

function readBody(body: string, type: string, encoding: string): string {
  const boundary = /boundary="([^"]+)"/.exec(type)?.[1];
  if (boundary !== undefined) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    return parts.map((part) => readEntity(part.replace(/^\r\n/, '')).text).join('\n');
  }
  if (type.startsWith('message/rfc822')) return readEntity(body).text;
  const charset = /charset=([\w-]+)/.exec(type)?.[1] ?? 'us-ascii';
  const text = new TextDecoder(charset, { fatal: true }).decode(decodeTransfer(body, encoding));
  return type.startsWith('text/html') ? withoutTags(text) : text;
}

function decodeTransfer(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const joined = body.replace(/=\r\n/g, '');
  const octets = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(octets, 'latin1');
}

/** Tags become line breaks, but the targets of links stay readable. */
function withoutTags(html: string): string {
  return html
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<a [^>]*href="([^"]+)"[^>]*>/g, '\n$1\n')
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
