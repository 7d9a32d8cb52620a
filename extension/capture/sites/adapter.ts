import type { Health, ReadingProblem } from '../../../shared/capture/page-reading.ts';
import type { SeenCompany, SeenMail, SeenPerson } from '../../../shared/capture/seen.ts';
import type { ReaderId } from '../../../shared/domain/sighting.ts';

/** One frame's document and address at this moment. */
export type Page = { doc: Document; url: URL };

/** What a reader may use while it asks for more: see `ReadText`; `until` waits for the page to have drawn something. */
export type Requesting = { readText: ReadText; until(drawn: () => boolean): Promise<boolean> };

/** Reads text from the page's own origin with its cookies; null where it cannot be had. Never rejects. */
export type ReadText = (path: string, init?: RequestInit) => Promise<string | null>;

export type SiteReading = {
  mails: SeenMail[];
  people: SeenPerson[];
  companies: SeenCompany[];
  health: Health;
  problems: ReadingProblem[];
  /** Which lower rungs of its ladders the reader needed, as `fact:rung`. */
  rungs?: readonly string[];
};

export type ExtractInput = { answer: string | null; last: boolean; now: number };

/** `waiting`: the page has not shown all of it yet. */
export type Extraction = { kind: 'waiting' } | ({ kind: 'read' } & SiteReading);

/**
 * What a reader of one webmail does. Everything but `request` is synchronous and touches nothing but the document, so
 * that its main-thread time can be measured. None of it writes to the page. A throw is caught by the runtime: it then
 * records nothing and says so.
 */
export type SiteAdapter = {
  id: ReaderId;
  /** Raised with every change of what is read or how: it is kept with the evidence. */
  version: number;
  /** Whether this is a page of this site at all, in whatever frame. Cheap; asked before the document is there, too. */
  detect(page: Page): boolean;
  /** The address of the mailbox in front; null where it is not (yet) to be seen. */
  mailbox(page: Page): string | null;
  /** Names what is on view, equal as long as it is the same; null where nothing is to be read. Never leaves the page. */
  view(page: Page): string | null;
  /** The narrowest element within which the view is drawn, observed while it is incomplete; null where it is not there. */
  root(page: Page): Element | null;
  /** Facts that the document does not have: headers only, never bodies. Begun before the document is complete. */
  request?(page: Page, view: string, requesting: Requesting): Promise<string | null>;
  /** A mail that a press of the mouse is about to open in another frame, so that its headers need not wait for that frame. */
  opening?(page: Page, event: MouseEvent): Opening | null;
  /** `answer`: what `request` gave. `last`: there will be no more to wait for. `now`: milliseconds since the epoch. */
  extract(page: Page, view: string, input: ExtractInput): Extraction;
};

/** `path` answers with the mail's headers; `waiting` where they do not say enough, and the frame shall read it alone. */
export type Opening = { path: string; extract(answer: string | null, now: number): Extraction };

export const waiting: Extraction = { kind: 'waiting' };

/** The page no longer has the shape that the reader knows, or shows another mail than its address says. */
export function broken(...problems: ReadingProblem[]): Extraction {
  return { kind: 'read', mails: [], people: [], companies: [], health: 'unhealthy', problems };
}

/** One mail, or none where what is on view is no contact (a draft, junk). */
export function readMail(
  mail: SeenMail | null,
  problems: readonly ReadingProblem[],
  rungs: readonly string[] = [],
): Extraction {
  return readMails(mail === null ? [] : [mail], problems, rungs);
}

/** `rungs`: the lower rungs that were needed; a page that is still read, but not as it used to be, is read in part. */
export function readMails(
  mails: SeenMail[],
  problems: readonly ReadingProblem[],
  rungs: readonly string[] = [],
): Extraction {
  const distinct = [...new Set(problems)];
  if (rungs.length > 0) distinct.push('shape-drifted');
  const health = distinct.length === 0 ? 'ok' : 'partly';
  const said = rungs.length > 0 ? { rungs } : {};
  return { kind: 'read', mails, people: [], companies: [], health, problems: distinct, ...said };
}
