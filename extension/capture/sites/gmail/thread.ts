import { bodyOf, parentOf, rootOf } from '../../unclobbered.ts';
import type { Climber } from '../ladder.ts';
import type { ladders } from './selectors.ts';

export type Find = Climber<keyof typeof ladders>;

export type Thread = { heading: Element; area: Element };

/** The conversation that is drawn: its heading, and the narrowest element that holds its mails too. Null while there is none. */
export function threadOnView(doc: Document, find: Find): Thread | null {
  for (const heading of find.all('subject', doc)) {
    if (!Element.prototype.checkVisibility.call(heading)) continue;
    let area = parentOf(heading);
    while (area !== null && find.one('mail', area) === null) area = parentOf(area);
    // above the frame of the page stand the hidden conversations too
    if (area !== null && area !== bodyOf(doc) && area !== rootOf(doc)) return { heading, area };
  }
  return null;
}
