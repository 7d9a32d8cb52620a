import type { Database } from '../database.ts';
import type { SuggestionRow } from '../stored-rows.ts';
import type { SuggestionView } from '../views.ts';

/** Open suggestions, newest first. */
export async function listSuggestions(db: Database): Promise<SuggestionView[]> {
  const rows = await db.suggestions.where('state').equals('open').toArray();
  return rows.sort((a, b) => b.at - a.at).map(suggestionView);
}

function suggestionView(row: SuggestionRow): SuggestionView {
  const name = row.person?.name ?? row.company?.name ?? row.key;
  return {
    id: row.id,
    kind: row.kind,
    name,
    emails: row.person?.emails ?? row.company?.emails ?? [],
    company: row.person?.organisation ?? row.domain,
    why: row.why,
    at: row.at,
  };
}
