import type { Page } from 'playwright-core';
import { eventually } from '../../e2e/eventually.ts';
import { openInRoundcube, signInToRoundcube } from '../../e2e/roundcube-session.ts';
import { showInDashboard } from '../../e2e/story/hands.ts';
import type { Stage } from '../../e2e/story/stage.ts';
import { benchMail } from './bench-mail.ts';
import { watchAcknowledged } from './watch-acknowledged.ts';

/** Milliseconds, one of each for every mail, in the order of reading. */
export type ReadingTimes = {
  /** From the press on the mail's row. */
  clickToDurable: number[];
  /** From there until the mail's page is complete enough to be seen (its DOMContentLoaded): the webmail's own time. */
  clickToView: number[];
  /** From there until a colleague's dashboard shows the account. */
  durableToVisible: number[];
  /** What the content script took on the page's main thread. */
  mainThread: number[];
};

type Deadline = { over(): boolean };

/** Mails put into the inbox at a time: the list shows 50, the latest first. */
const batch = 20;

/** How long the person looks at a mail before opening the next. */
const lookingMs = 700;

/** A opens `count` fresh mails one after another in Roundcube's list, as a person does, while B's dashboard waits for each account. */
export async function measureReading(stage: Stage, count: number, deadline: Deadline): Promise<ReadingTimes> {
  const { a, b } = stage;
  const durable = new Map<number, number>();
  let recorded = 0;
  const unwatch = await watchAcknowledged(a.browser, (_touch, at) => {
    durable.set(recorded, at);
    recorded += 1;
  });
  const page = await signInToRoundcube(a.browser.context, stage.roundcube, {
    email: a.email,
    password: stage.password,
  });
  await page.evaluate(() => {
    const clicked = () => {
      document.documentElement.dataset.clicked = String(performance.timeOrigin + performance.now());
    };
    document.addEventListener('mousedown', clicked, true);
  });
  const times: ReadingTimes = { clickToDurable: [], clickToView: [], durableToVisible: [], mainThread: [] };
  for (let n = 1; n <= count && !deadline.over(); n += 1) {
    if (n % batch === 1) {
      await deliverBenchMails(stage, n, Math.min(batch, count - n + 1));
      await page.click('#mailboxlist li.inbox a');
    }
    const mail = benchMail(n);
    const uid = await uidInList(page, mail.subject);
    const index = recorded;
    const domain = mail.email.split('@')[1] as string;
    const board = await showInDashboard(b, `#/accounts?search=${domain}`);
    const visible = board.evaluate(awaitText, domain);
    await page.bringToFront();
    const frame = await openInRoundcube(page, uid);
    const durableAt = await eventually(`${mail.email} recorded`, () => durable.get(index));
    const clicked = Number(await page.evaluate(() => document.documentElement.dataset.clicked));
    const viewed = await frame.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return performance.timeOrigin + (entry?.domContentLoadedEventStart ?? Number.NaN);
    });
    times.clickToDurable.push(durableAt - clicked);
    times.clickToView.push(viewed - clicked);
    times.durableToVisible.push((await visible) - durableAt);
    // Nobody opens the next mail in the moment in which the last one appears; by then all of this one has been read.
    await page.waitForTimeout(lookingMs);
    const ms = await lastReadingMs(stage);
    if (Number.isFinite(ms)) times.mainThread.push(ms);
  }
  await unwatch();
  await page.close();
  return times;
}

/** Runs in the page: resolves with the moment at which the list of accounts shows `text`. */
function awaitText(text: string): Promise<number> {
  return new Promise((shown) => {
    const look = () => {
      const list = document.querySelector('table.rows');
      if (!list?.textContent?.includes(text)) return;
      observer.disconnect();
      shown(performance.timeOrigin + performance.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    look();
  });
}

/** Main-thread milliseconds of the latest reading, as the content script measured them. */
function lastReadingMs({ a }: Stage): Promise<number> {
  return a.dashboard.evaluate(async () => {
    type Session = { get(): Promise<Record<string, { at?: number; ms?: number }>> };
    const { storage } = (globalThis as unknown as { chrome: { storage: { session: Session } } }).chrome;
    const states = Object.entries(await storage.session.get()).filter(([key]) => key.startsWith('page:'));
    const [latest] = states.map(([, state]) => state).sort((x, y) => (y.at ?? 0) - (x.at ?? 0));
    return latest?.ms ?? Number.NaN;
  });
}

/** The IMAP server numbers mails of one second as it likes, so the list is asked. */
async function uidInList(page: Page, subject: string): Promise<number> {
  const row = page.locator('#messagelist tbody tr.message', { hasText: subject });
  const href = await row.locator('td.subject a[href*="_uid="]').first().getAttribute('href');
  return Number(new URL(href ?? '', page.url()).searchParams.get('_uid'));
}

/** Puts `count` fresh mails into A's inbox. Their UIDs follow the last one, in no particular order. */
export async function deliverBenchMails(stage: Stage, first: number, count: number): Promise<number[]> {
  const uids: number[] = [];
  for (let n = first; n < first + count; n += 1) {
    await stage.webmail.deliver(benchMail(n).bytes, 'jonas');
    stage.lastUid.jonas += 1;
    uids.push(stage.lastUid.jonas);
  }
  return uids;
}
