import { isAddressShaped } from '../../../../shared/identity/email-address.ts';
import { first, viewOf, wholeText } from '../../unclobbered.ts';
import type { Page } from '../adapter.ts';
import { climber } from '../ladder.ts';
import { environmentText } from './environment.ts';
import { ladders, program } from './selectors.ts';

const messageActions = new Set(['show', 'preview']);

/** By the address before there is a document, by the program's own script after. */
export function isRoundcube({ doc, url }: Page): boolean {
  return url.searchParams.has('_task') || loadsRoundcube(doc);
}

export function loadsRoundcube(doc: Document): boolean {
  return first(doc, program) !== null;
}

/** `FOLDER/UID` of the mail that this frame shows. None for a mail attached to another (its uid has a part number). */
export function messageOnView({ url }: Page): string | null {
  const uid = url.searchParams.get('_task') === 'mail' ? url.searchParams.get('_uid') : null;
  const action = url.searchParams.get('_action') ?? '';
  if (uid === null || !/^\d+$/.test(uid) || !messageActions.has(action)) return null;
  return `${url.searchParams.get('_mbox') ?? ''}/${uid}`;
}

/** Who is signed in: on the list, in the window around this frame, in the one that opened it, or the login name. */
export function mailboxInFront({ doc }: Page): string | null {
  const view = viewOf(doc);
  for (const near of [() => doc, () => view?.parent.document, () => view?.opener?.document]) {
    const shown = wholeText(climber(ladders).one('signedIn', reachable(near) ?? null)).trim();
    if (isAddressShaped(shown)) return shown;
  }
  const login = environmentText(doc, 'username') ?? '';
  return isAddressShaped(login) ? login : null;
}

/** Frames and windows of other origins may not be looked into. */
function reachable(get: () => Document | undefined): Document | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}
