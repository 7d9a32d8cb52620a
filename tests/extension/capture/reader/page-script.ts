import { attend } from '../../../../extension/capture/runtime/attend.ts';
import { webAdapter } from '../../../../extension/capture/sites/web/web-adapter.ts';
import { webmails } from '../../../../extension/capture/sites/webmails.ts';
import type { PageReading } from '../../../../shared/capture/page-reading.ts';
import type { PagePolicy } from '../../../../shared/policy/page-policy.ts';

/*
 * The shipped readers and runtime in a real page's isolated world, with the test instead of the background: bundled, and
 * evaluated before each document, as the extension's content script is.
 */
declare const holdfastPolicy: PagePolicy;
declare function holdfastReading(json: string): void;

const tell = (message: { attend: unknown } | { capture: PageReading; url: string }) =>
  holdfastReading(JSON.stringify(message));

attend({
  window,
  readers: [...webmails, ...(window === window.top ? [webAdapter] : [])],
  background: {
    attend: async (visit) => {
      tell({ attend: visit });
      return { kind: 'go', policy: holdfastPolicy };
    },
    capture: async (capture) => {
      tell({ capture, url: window.location.href });
      return { kind: 'recorded' };
    },
  },
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  signal: new AbortController().signal,
});
