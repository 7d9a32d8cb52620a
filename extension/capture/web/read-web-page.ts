import type { Health, ReadingProblem } from '../../../shared/capture/page-reading.ts';
import type { SeenCompany, SeenPerson } from '../../../shared/capture/seen.ts';

/** What an ordinary page says about people and companies. */
export interface WebReading {
  people: SeenPerson[];
  companies: SeenCompany[];
  health: Health;
  problems: ReadingProblem[];
}

/** Reads an ordinary page. Never throws. */
export function readWebPage(_doc: Document, _url: URL): WebReading {
  return { people: [], companies: [], health: 'unknown-page', problems: [] };
}
