import type { PageBackground } from './background.ts';
import { offerPages } from './offer-pages.ts';
import { replaceEarlier } from './replace-earlier.ts';

/** Begins to hand over what an ordinary page shows. The signal aborts when the script is injected again. */
export function startOffering(connect: (ending: AbortController) => PageBackground): void {
  const ending = replaceEarlier('read-web');
  offerPages({ window, background: connect(ending), signal: ending.signal });
}
