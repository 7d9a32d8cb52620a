import { getDomain } from 'tldts';

/**
 * The part of a host that somebody registered, in lower-case ASCII, by the Public Suffix List with its private section, so that
 * two tenants of one host (`a.github.io`, `b.github.io`) stay two. Null for addresses in numbers, single labels and bare
 * suffixes: nobody can be told apart by those. Never in a content script: the table is large.
 */
export function registrableDomain(host: string): string | null {
  const trimmed = host.trim().replace(/\.$/, '');
  if (trimmed === '' || trimmed.length > 253 || /[\s/@?#\\]/.test(trimmed)) return null;
  const ascii = URL.parse(`http://${trimmed}/`)?.hostname;
  if (ascii === undefined) return null;
  return getDomain(ascii, { allowPrivateDomains: true });
}
