import type { PagePolicy } from '../../../shared/policy/page-policy.ts';
import { broken, type Extraction, type Page, type SiteAdapter, type SiteReading } from '../sites/adapter.ts';
import { listen } from '../unclobbered.ts';
import type { Background } from './background.ts';
import { deliveries } from './deliver.ts';
import type { HoldBack } from './hold-back.ts';
import { readTextFrom } from './read-text.ts';
import { settle } from './settle.ts';
import { watchViews } from './view-changes.ts';

export type Attending = {
  window: Window;
  /** The first that knows a page reads it; asked anew for each view, since a sign-in page turns into a webmail. */
  readers: readonly SiteAdapter[];
  holdBack: HoldBack;
  background: Background;
  fetch: typeof globalThis.fetch;
  /** Milliseconds since the epoch. */
  now: () => number;
  signal: AbortSignal;
};

const mailboxPatienceMs = 4000;
const viewPatienceMs = 10_000;
const forgetAfterMs = 1500;

/**
 * Follows what one frame shows until the signal aborts: each view is read once, if the background lets it, and what the policy
 * permits is handed over until it is acknowledged. A page that is not understood is tried again with every view, since one good
 * reading ends what the background makes of several bad ones.
 */
export function attend(attending: Attending): void {
  const { window, readers, holdBack, background, fetch, now, signal } = attending;
  const here = (): Page => ({ doc: window.document, url: new URL(window.location.href) });
  const readerOf = (page: Page) => readers.find((reader) => reader.detect(page)) ?? null;
  const readText = readTextFrom(fetch, () => here().url, signal);
  const outbox = deliveries(background, signal);
  let current: { key: string; ending: AbortController } | null = null;
  let unanswered = false;

  function look(): void {
    const page = here();
    const adapter = readerOf(page);
    const view = adapter?.view(page) ?? null;
    const key = `${adapter?.id} ${view}`;
    if (key === current?.key && !unanswered) return;
    unanswered = false;
    current?.ending.abort();
    const ending = new AbortController();
    current = { key, ending };
    if (adapter === null) return;
    void follow(adapter, page, view, AbortSignal.any([signal, ending.signal]));
  }

  async function follow(
    adapter: SiteAdapter,
    page: Page,
    view: string | null,
    within: AbortSignal,
  ): Promise<void> {
    const mailbox = await mailboxOf(adapter, page, within);
    // a frame of a webmail that shows neither a mail nor who is signed in
    if (within.aborted || (view === null && mailbox === null)) return;
    const attendance = await attendAs(adapter, page, mailbox);
    if (within.aborted) return;
    unanswered = attendance.kind === 'ask';
    if (attendance.kind !== 'go') return;
    if (view === null) return openings(adapter, page, mailbox, attendance.policy, within);
    const until = (attempt: () => boolean) => waitFor(adapter, attempt, within);
    const answer = (await adapter.request?.(page, view, { readText, until })) ?? null;
    const { read, ms } = await extracted(adapter, view, answer, within);
    if (read.kind === 'waiting') return;
    send(adapter, page, mailbox, read, attendance.policy, ms);
  }

  function attendAs({ id, version }: SiteAdapter, { url }: Page, mailbox: string | null) {
    return background.attend({ reader: { id, version }, origin: url.origin, mailbox });
  }

  /** What the policy lets out of a reading, to the background. */
  function send(
    adapter: SiteAdapter,
    page: Page,
    mailbox: string | null,
    read: SiteReading,
    policy: PagePolicy,
    ms: number,
    ahead = false,
  ): void {
    const start = performance.now();
    const { reading, heldBack } = holdBack(read, policy, mailbox);
    const { mails, people, companies, health, problems, rungs } = reading;
    outbox.send({
      reader: { id: adapter.id, version: adapter.version },
      // a webmail's title and path name the mail or its folder, which is no source that anybody needs
      page: { origin: page.url.origin, path: '', title: '' },
      mailbox,
      health,
      problems,
      ...(health === 'unhealthy' ? { mails: [], people: [], companies: [] } : { mails, people, companies }),
      heldBack,
      ...(rungs === undefined ? {} : { rungs: [...rungs] }),
      ...(ahead ? { ahead } : {}),
      ms: ms + performance.now() - start,
    });
  }

  /** While a list is in front: what a click is about to open is recorded by its headers, ahead of the frame that shows it. */
  function openings(
    adapter: SiteAdapter,
    page: Page,
    mailbox: string | null,
    policy: PagePolicy,
    within: AbortSignal,
  ): void {
    // What this frame said of a mail must not outlive it: the frame that shows the mail speaks for it.
    const forget = () => void attendAs(adapter, page, mailbox);
    const pressed = async (event: MouseEvent) => {
      const opening = adapter.opening?.(here(), event) ?? null;
      if (opening === null) return;
      const answer = await readText(opening.path);
      const start = performance.now();
      const read = opening.extract(answer, now());
      if (read.kind === 'waiting' || within.aborted) return;
      send(adapter, page, mailbox, read, policy, performance.now() - start, true);
      setTimeout(forget, forgetAfterMs);
    };
    // What goes wrong here is no loss: the frame that shows the mail reads it again, and says so if it cannot.
    listen(page.doc, 'mousedown', (event) => void pressed(event as MouseEvent).catch(() => {}), {
      signal: within,
      capture: true,
      passive: true,
    });
  }

  async function mailboxOf(adapter: SiteAdapter, page: Page, within: AbortSignal): Promise<string | null> {
    let mailbox: string | null = null;
    const attempt = () => {
      mailbox = adapter.mailbox(page);
      return mailbox !== null;
    };
    await settle({ page, root: () => null, attempt, patienceMs: mailboxPatienceMs, signal: within });
    return mailbox;
  }

  async function extracted(
    adapter: SiteAdapter,
    view: string,
    answer: string | null,
    within: AbortSignal,
  ): Promise<{ read: Extraction; ms: number }> {
    let read: Extraction = { kind: 'waiting' };
    let ms = 0;
    const extract = (last: boolean): boolean => {
      const page = here();
      // another reader's page may be there by now, and more may have been unfolded
      if (readerOf(page) !== adapter || adapter.view(page) !== view) {
        look();
        return false;
      }
      const start = performance.now();
      try {
        read = adapter.extract(page, view, { answer, last, now: now() });
      } catch {
        read = broken('threw');
      }
      ms += performance.now() - start;
      return read.kind === 'read';
    };
    const done = await waitFor(adapter, () => extract(false), within);
    if (!done && !within.aborted) extract(true);
    return { read, ms };
  }

  function waitFor(adapter: SiteAdapter, attempt: () => boolean, within: AbortSignal): Promise<boolean> {
    const page = here();
    const root = () => adapter.root(page);
    return settle({ page, root, attempt, patienceMs: viewPatienceMs, signal: within });
  }

  watchViews(window, signal, look);
}
