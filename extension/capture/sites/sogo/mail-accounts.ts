import { scriptsOf } from '../../unclobbered.ts';

export type Account = {
  email: string | null /** Paths of the drafts, junk and templates folders. */;
  unsentOrJunk: string[];
};

type Json = { [key: string]: unknown };

/**
 * The mail accounts that SOGo's page names in an inline script (`var mailAccounts = […];`), in order. Null where the page has no
 * such line (yet) or it reads otherwise; popups have none.
 */
export function mailAccounts(doc: Document): Account[] | null {
  const line = inlineValue(doc, /var mailAccounts = ([^\n]*)/)?.trim();
  // an inline script may still be on its way
  if (!line?.endsWith(';')) return null;
  try {
    const list: unknown = JSON.parse(line.slice(0, -1));
    return Array.isArray(list) ? list.map(accountOf) : null;
  } catch {
    return null;
  }
}

/** The address of whoever is signed in, from the inline scripts of every page. */
export function signedInUser(doc: Document): string | null {
  return inlineValue(doc, /var UserEmail = '([^'\\\n]*)'/);
}

function inlineValue(doc: Document, pattern: RegExp): string | null {
  for (const script of scriptsOf(doc)) {
    const found = script.src === '' ? pattern.exec(script.textContent ?? '')?.[1] : undefined;
    if (found !== undefined) return found;
  }
  return null;
}

function accountOf(value: unknown): Account {
  const account = object(value);
  const identities = (Array.isArray(account.identities) ? account.identities : []).map(object);
  const identity = identities.find((one) => Boolean(one.isDefault)) ?? identities[0];
  const special = object(account.specialMailboxes);
  return {
    email: typeof identity?.email === 'string' ? identity.email : null,
    unsentOrJunk: ['Drafts', 'Junk', 'Templates'].map((kind) => String(special[kind] ?? '')),
  };
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
