import type { Database } from '../db/database.ts';

/** Suggestions from pages are no browsing history: they fade after 30 days, and there are never more than a thousand. */
const limits = { ageMs: 30 * 24 * 3600_000, open: 1000 };

/** To be called inside a transaction over `suggestions`. What the person has answered stays: it must not come again. */
export async function pruneSuggestions(db: Database, now: number): Promise<void> {
  const open = await db.suggestions.where('state').equals('open').toArray();
  const newestFirst = open.sort((a, b) => b.at - a.at);
  const faded = newestFirst.filter(
    (row, i) => i >= limits.open || (row.why === 'on-page' && now - row.at > limits.ageMs),
  );
  if (faded.length > 0) await db.suggestions.bulkDelete(faded.map((row) => row.id));
}
