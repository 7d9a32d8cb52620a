import { isHostedWebmail, webmailFound } from '../sites/is-webmail.ts';
import { addressOf, listen, readyStateOf } from '../unclobbered.ts';
import { takeSnapshot } from '../web/take-snapshot.ts';
import { webReader } from '../web/web-reader.ts';
import type { Background } from './background.ts';
import { firstPauseMs, longestPauseMs, passes, wait } from './deliver.ts';

export type Offering = {
  window: Window;
  background: Pick<Background, 'attend' | 'readPage' | 'foundWebmail'>;
  signal: AbortSignal;
};

/** A page draws a moment after it has changed its address. */
const drawnAfterMs = 500;
/** A page on which its reading breaks each time must not be written down for ever. */
const mostAttempts = 8;

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
    const found = webmailFound({ doc });
    if (found !== null) {
      const answer = await background.foundWebmail({ reader: found });
      if (answer.kind === 'failed') unanswered = true;
      return;
    }
    const url = new URL(address);
    if (!/^https?:$/.test(url.protocol) || isHostedWebmail({ url })) return;
    const attendance = await background.attend({ reader: webReader, origin: url.origin, mailbox: null });
    if (isPast(address)) return;
    unanswered = attendance.kind === 'ask';
    if (attendance.kind === 'go') await handOver(address);
  }

  /** Taken anew for each attempt: nothing of the page is kept while it waits. */
  async function handOver(address: string): Promise<void> {
    const pause = async () => {
      await wait(0, signal);
      return !isPast(address);
    };
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const snapshot = await takeSnapshot(doc, pause);
      if (snapshot === null) return;
      const answer = await background.readPage(snapshot);
      if (!passes(answer)) return;
      await wait(Math.min(longestPauseMs, firstPauseMs * 2 ** attempt), signal);
      if (isPast(address)) return;
    }
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
