import type { ReadText } from '../sites/adapter.ts';

const longest = 2_000_000;
const patienceMs = 10_000;

/**
 * Reads text of the page's own origin, with the page's cookies. Null for another origin, a redirect (signed out), an error,
 * an answer over 2 million characters, or none within 10 s.
 */
export function readTextFrom(fetch: typeof globalThis.fetch, page: () => URL, signal: AbortSignal): ReadText {
  return async (path, init) => {
    const target = URL.parse(path, page().href);
    if (target === null || target.origin !== page().origin) return null;
    try {
      const response = await fetch(target.href, {
        ...init,
        credentials: 'same-origin',
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
      });
      if (!response.ok || Number(response.headers.get('content-length') ?? 0) > longest) return null;
      const text = await response.text();
      return text.length > longest ? null : text;
    } catch {
      return null;
    }
  };
}
