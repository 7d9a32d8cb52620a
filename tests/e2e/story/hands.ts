import type { Page } from 'playwright-core';
import type { Actor } from './actor.ts';
import type { Diary } from './diary.ts';

/** Pastes an invitation into a fresh panel, as a new member does. The link is changed to the actor's own way to the worker. */
export async function joinInPanel(actor: Actor, link: string, diary: Diary): Promise<void> {
  const panel = await actor.browser.context.newPage();
  await panel.setViewportSize({ width: 400, height: 820 });
  await panel.goto(actor.browser.extensionUrl('sidepanel.html'));
  const own = new URL(link);
  await panel.fill('input[name="link"]', `${actor.link.url}/${own.hash}`);
  await diary.picture(panel, `${actor.name} pastes the invitation`);
  await panel.getByRole('button', { name: 'Join', exact: true }).click();
  await panel.locator('input[name="link"]').waitFor({ state: 'detached' });
  await panel.close();
  diary.note(`${actor.name} has joined`);
}

/** Goes to a screen of an actor's dashboard by its hash route. */
export async function showInDashboard(actor: Actor, route: string): Promise<Page> {
  const page = actor.dashboard;
  await page.bringToFront();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
  return page;
}

/** An admin invites somebody as a rep; the link that the admin would hand on. */
export async function inviteInDashboard(
  admin: Actor,
  rep: { name: string; email: string },
  diary: Diary,
): Promise<string> {
  const page = await showInDashboard(admin, '#/members');
  const form = page.locator('section.invite form');
  await form.locator('input[name="name"]').fill(rep.name);
  await form.locator('input[name="email"]').fill(rep.email);
  await form.getByRole('button', { name: 'Make an invitation' }).click();
  const shown = page.getByLabel(`Invitation link for ${rep.name}`);
  await shown.waitFor();
  await diary.picture(page, `${admin.name} has an invitation for ${rep.name}`);
  return shown.inputValue();
}

/** The admin lets the workspace treat one more provider as freemail. */
export async function addFreemailInDashboard(admin: Actor, domain: string, diary: Diary): Promise<void> {
  const page = await showInDashboard(admin, '#/settings');
  await page.fill('textarea[name="freemailAlso"]', domain);
  await page.locator('form.policy button[type="submit"]').click();
  await page.locator('form.policy button[type="submit"]:disabled').waitFor();
  await diary.picture(page, 'The capture policy, with one more freemail provider');
}

/** Marks a member as departed, through the dialog that says what will happen. */
export async function departInDashboard(admin: Actor, rep: { name: string }, diary: Diary): Promise<void> {
  const page = await showInDashboard(admin, '#/members');
  await page.getByRole('button', { name: `Mark ${rep.name} as departed` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await diary.picture(page, 'What the admin is told before anything happens');
  await dialog.locator('button.danger').click();
  await dialog.waitFor({ state: 'detached' });
  diary.note(`${rep.name} is marked as departed`);
}

/** A rep looks at the unassigned queue and takes one account over. */
export async function takeOverInDashboard(rep: Actor, account: string, diary: Diary): Promise<void> {
  const page = await showInDashboard(rep, '#/accounts?steward=unassigned');
  await page.getByRole('heading', { name: 'Unassigned accounts' }).waitFor();
  await diary.picture(page, `${rep.name} sees the unassigned queue`);
  await showInDashboard(rep, `#/accounts/${account}`);
  await page.getByRole('button', { name: /^Take over/ }).click();
  await page.getByRole('button', { name: /^Take over/ }).waitFor({ state: 'detached' });
  await diary.picture(page, 'and is steward of this account now');
}
