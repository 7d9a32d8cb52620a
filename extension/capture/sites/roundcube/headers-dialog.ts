/**
 * Where Roundcube shows a mail's raw headers (`_action=headers`), and nothing of its body: the server asks IMAP for
 * BODY[HEADER] alone. Relative to the page. Null where the page's address does not name a mail.
 */
export function headersPath(url: URL): string | null {
  const uid = url.searchParams.get('_uid');
  if (uid === null) return null;
  const wanted = new URLSearchParams({ _task: 'mail', _action: 'headers', _uid: uid, _framed: '1' });
  wanted.set('_mbox', url.searchParams.get('_mbox') ?? '');
  return `${url.pathname}?${wanted}`;
}

const first = '<font class="bold">';
const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ' };

/**
 * The raw header block out of that page. Roundcube escapes it, wraps names in `<font>`, ends lines with `<br />` and begins
 * continued ones with four non-breaking spaces. Null where there is none (signed out, mail gone, another layout).
 */
export function headersFromDialog(html: string): string | null {
  const start = html.indexOf(first);
  if (start < 0) return null;
  const end = html.indexOf('</div>', start);
  return html
    .slice(start, end < 0 ? undefined : end)
    .replace(/<br \/>/g, '\n')
    .replace(/<\/?font[^>]{0,40}>/g, '')
    .replace(/&(lt|gt|quot|amp|nbsp);/g, (_, name: string) => entities[name] as string)
    .trim();
}
