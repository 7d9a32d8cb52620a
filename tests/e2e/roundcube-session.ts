import type { BrowserContext, Frame, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** Signs in to a Roundcube, unless this browser still is, and waits for the list. */
export async function signInToRoundcube(
  context: BrowserContext,
  url: string,
  who: { email: string; password: string },
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector('#rcmloginuser, #messagelist');
  // A killed browser may come back with its session, or without.
  if ((await page.$('#rcmloginuser')) === null) return page;
  await page.fill('#rcmloginuser', who.email);
  await page.fill('#rcmloginpwd', who.password);
  await page.click('#rcmloginsubmit');
  await page.waitForSelector('#messagelist tbody tr.message');
  return page;
}

/** Opens a mail by a click on its row, as a person does; resolves once its frame shows the message. */
export async function openInRoundcube(page: Page, uid: number): Promise<Frame> {
  // A tab behind another has its timers slowed down, and a person reads the one in front.
  await page.bringToFront();
  await page.click(`#messagelist tbody tr.message:has(a[href*="_uid=${uid}&"]) td.subject`);
  return eventually(`the mail with uid ${uid} on view`, async () => {
    const frame = page.frames().find((f) => new URL(f.url()).searchParams.get('_uid') === String(uid));
    return frame !== undefined && (await frame.$('#messagebody')) !== null && frame;
  });
}

/** Clicks on the inbox, as a person who waits for mail does, until the row is there. */
export async function awaitInRoundcube(page: Page, uid: number): Promise<void> {
  await page.bringToFront();
  await eventually(
    `uid ${uid} in the list`,
    async () => {
      if ((await page.$(`#messagelist tbody tr.message a[href*="_uid=${uid}&"]`)) !== null) return true;
      await page.click('#mailboxlist li.inbox a');
      await page.waitForTimeout(500);
      return false;
    },
    60_000,
  );
}
