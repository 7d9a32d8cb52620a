const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*:]+)(?::(\d+|\*))?(\/.*)$/;

/**
 * Whether an address matches a match pattern as browsers understand them: `*` as scheme is http or https, `*.` before a host
 * takes the host itself too, no port is any port, and `*` in the path is any text. False for what is no such pattern.
 * https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns
 */
export function matchesPattern(
  pattern: string,
  { protocol, hostname, port, pathname, search }: URL,
): boolean {
  const [, scheme, host = '', wantedPort, path = ''] = parts.exec(pattern) ?? [];
  if (scheme === undefined || !/^https?:$/.test(protocol)) return false;
  if (scheme !== '*' && `${scheme}:` !== protocol) return false;
  const actualPort = port || (protocol === 'https:' ? '443' : '80');
  if (wantedPort !== undefined && wantedPort !== '*' && wantedPort !== actualPort) return false;
  const below = host.startsWith('*.') ? host.slice(1) : null;
  const hosts = below === null ? host === '*' || host === hostname : `.${hostname}`.endsWith(below);
  return hosts && globMatches(path, pathname + search);
}

/** Piece by piece, each at its first place: a pattern with many stars costs no more than one with few. */
function globMatches(glob: string, text: string): boolean {
  const [first = '', ...rest] = glob.split('*');
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
