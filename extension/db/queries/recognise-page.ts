import type { Database } from '../database.ts';
import type { PageState, RecognisedCompany, RecognisedPerson } from '../views.ts';

/** Who and what is on the page, each with its standing to the pool. */
export async function recognisePage(
  _db: Database,
  _state: PageState,
): Promise<(RecognisedPerson | RecognisedCompany)[]> {
  return [];
}
