import type { YieldRow } from '../../shared/yield/reader-health.ts';

/** A day on which Roundcube was opened twice and ten mails were looked at, nine of them understood. */
export function yieldOf(day: number, changes: Partial<YieldRow> = {}): YieldRow {
  return {
    day,
    reader: 'roundcube',
    version: 1,
    seen: 10,
    read: 9,
    partly: 1,
    refused: 0,
    opened: 2,
    used: 1,
    ...changes,
  };
}
