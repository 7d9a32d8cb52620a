import type { Database } from '../database.ts';
import type { SuggestionRow } from '../stored-rows.ts';
import type { SuggestionView } from '../views.ts';

/** Open suggestions, newest first; without those that a colleague has brought into the pool meanwhile. */
export async function listSuggestions(db: Database): Promise<SuggestionView[]> {
  const rows = await db.suggestions.where('state').equals('open').toArray();
  const keys = rows.map((row) => row.key);
  const people = await db.people.where('emails').anyOf(keys).toArray();
  const accounts = await db.accounts.where('domains').anyOf(keys).toArray();
  const pooled = new Set([...people.flatMap((p) => p.emails), ...accounts.flatMap((a) => a.domains)]);
  return rows
    .filter((row) => !pooled.has(row.key))
    .sort((a, b) => b.at - a.at)
    .map(suggestionView);
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
