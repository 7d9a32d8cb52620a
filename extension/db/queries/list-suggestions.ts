import type { Database } from '../database.ts';
import type { SuggestionView } from '../views.ts';

/** Open suggestions, newest first. */
export async function listSuggestions(_db: Database): Promise<SuggestionView[]> {
  return [];
}
