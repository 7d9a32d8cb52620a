import { isAddressShaped } from '../../../../shared/identity/email-address.ts';
import { first, wholeText } from '../../unclobbered.ts';
import type { Page } from '../adapter.ts';
import { type Account, mailAccounts, signedInUser } from './mail-accounts.ts';
import { application, signedIn } from './selectors.ts';

const modules = /\/so\/[^/]+\/(?:Mail|Calendar|Contacts|Preferences|Administration)(?:\/|$)/;
const place = /^#!\/Mail\/(\d+)\/(.+)\/(\d+)$/;

export type Place = { account: number; folder: string; uid: string };

export function isSogo({ doc, url }: Page): boolean {
  return modules.test(url.pathname) || loadsSogo(doc);
}

export function loadsSogo(doc: Document): boolean {
  return first(doc, application) !== null;
}

/** Where the mail on view lies, from the address's hash; folders below others are encoded three times there. */
export function placeOnView({ url }: Page): Place | null {
  const match = place.exec(url.hash);
  if (match === null || !/\/Mail\//.test(url.pathname)) return null;
  const [, account, folder, uid] = match as unknown as [string, string, string, string];
  return { account: Number(account), folder: decoded(folder), uid };
}

export function messageOnView(page: Page): string | null {
  const found = placeOnView(page);
  return found === null ? null : `${found.account}/${found.folder}/${found.uid}`;
}

function decoded(text: string): string {
  let rest = text;
  try {
    for (let i = 0; i < 3 && rest.includes('%'); i += 1) rest = decodeURIComponent(rest);
  } catch {
    // a folder with a bare per cent sign in its name is decoded by now
  }
  return rest;
}

export function accountInFront(page: Page): Account | null {
  const accounts = mailAccounts(page.doc);
  return accounts?.[placeOnView(page)?.account ?? 0] ?? null;
}

function shownUser(doc: Document): string | null {
  const shown = first(doc, signedIn);
  return shown === null ? null : wholeText(shown).trim();
}

/** The address of the account in front; a person may have several in one SOGo. */
export function mailboxInFront(page: Page): string | null {
  const shown = () => shownUser(page.doc) ?? signedInUser(page.doc);
  const inFront = placeOnView(page)?.account ?? 0;
  const known = [accountInFront(page)?.email, inFront === 0 ? shown() : null];
  return known.find((email) => email != null && isAddressShaped(email)) ?? null;
}
