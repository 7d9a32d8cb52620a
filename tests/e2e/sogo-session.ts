import type { BrowserContext, Page } from 'playwright-core';

/** Signs in to SOGo and waits for the list of mails. */
export async function signInToSogo(
  context: BrowserContext,
  url: string,
  who: { email: string; password: string },
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.fill('input[ng-model="app.creds.username"]', who.email);
  await page.fill('input[ng-model="app.creds.password"]', who.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.sg-message-list-item, md-list-item[id^="message_"]', { timeout: 60_000 });
  return page;
}

/** Opens a mail of the inbox by SOGo's own route and waits until it is on view. */
export async function openInSogo(page: Page, uid: number): Promise<void> {
  await page.evaluate((wanted) => {
    location.hash = `#!/Mail/0/INBOX/${wanted}`;
  }, uid);
  await page.waitForSelector('[ui-view="message"] [ng-bind="viewer.message.subject"]');
  await page.waitForSelector('[ui-view="message"] .mailer_mailcontent');
}
