import { isHostedWebmail, webmailFound } from '../sites/is-webmail.ts';
import { addressOf, listen, readyStateOf } from '../unclobbered.ts';
import { takeSnapshot } from '../web/take-snapshot.ts';
import { webReader } from '../web/web-reader.ts';
import type { PageBackground } from './background.ts';
import { passes, wait } from './deliver.ts';

export type Offering = {
  window: Window;
  background: PageBackground;
  signal: AbortSignal;
};

/** A page draws a moment after it has changed its address. */
const drawnAfterMs = 500;
/** The service worker may be stopped, or the disk full; a page on which its reading breaks must not be written down for ever. */
const pausesMs = [100, 1000, 4000, 15_000, 60_000];

/**
 * Follows an ordinary page until the signal aborts: what stands at each address is handed over once, if the background lets it, and again
 * until it is acknowledged. Everything else (reading it, holding back what policy says) happens in the extension, off the page's own thread:
 * see `readSnapshot`. What is handed over goes to the extension on this device and no further.
 *
 * Apart from `attend`, which follows webmails: a page without a mailbox, frames, requests or anything to wait for needs a fraction of it, and
 * code that runs for the first time is most of what a page is asked for.
 */
export function offerPages({ window, background, signal }: Offering): void {
  const doc = window.document;
  let shown: string | null = null;
  let unanswered = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    if (readyStateOf(doc) === 'loading') return;
    const address = addressOf(doc).split('#', 1)[0] ?? '';
    if (address === shown && !unanswered) return;
    shown = address;
    unanswered = false;
    void offer(address);
  }

  /** No longer what is to be read. */
  const isPast = (address: string) => signal.aborted || shown !== address;

  async function offer(address: string): Promise<void> {
    if (await offered(address)) return;
    for (const ms of pausesMs) {
      await wait(ms, signal);
      if (isPast(address) || (await offered(address))) return;
    }
    if (!isPast(address)) unanswered = true;
  }

  /** One attempt, with what stands in the page by then: nothing of it is kept while it waits. False where there may be another. */
  async function offered(address: string): Promise<boolean> {
    const reader = webmailFound({ doc });
    if (reader !== null) return !failed(await background.foundWebmail({ reader }));
    const url = new URL(address);
    if (!/^https?:$/.test(url.protocol) || isHostedWebmail({ url })) return true;
    const attendance = await background.attend({ reader: webReader, origin: url.origin, mailbox: null });
    if (isPast(address)) return true;
    if (attendance?.kind === 'ask') unanswered = true;
    if (attendance?.kind !== 'go') return attendance !== null;
    const snapshot = await takeSnapshot(doc, async () => {
      await wait(0, signal);
      return !isPast(address);
    });
    if (snapshot === null) return true;
    const answer = await background.readPage(snapshot);
    return answer !== null && !passes(answer);
  }

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, drawnAfterMs);
  };
  const options = { signal, capture: true, passive: true };
  listen(doc, 'DOMContentLoaded', look, { signal });
  // where the person comes back after an answer that was no answer
  window.addEventListener('focus', soon, options);
  // tells of history.pushState too; browsers that lack it have no event for that, so any touch may have changed the address
  const { navigation } = window;
  if (navigation !== undefined) navigation.addEventListener('currententrychange', soon, { signal });
  else for (const kind of ['popstate', 'click', 'keyup']) window.addEventListener(kind, soon, options);
  signal.addEventListener('abort', () => clearTimeout(timer));
  look();
}

function failed(answer: { kind: string } | null): boolean {
  return answer === null || answer.kind === 'failed';
}
