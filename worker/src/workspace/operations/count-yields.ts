// Atomic: all totals of the request, and the end of those that are too old. Nothing follows the commit.

import { yieldLimits } from '../../../../shared/protocol/yields.ts';
import type { YieldRow } from '../../../../shared/yield/reader-health.ts';
import { dayOf } from '../../../../shared/yield/yield-counts.ts';
import { access } from '../../access.ts';
import { type Decision, done, refuse } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { dropYieldsBefore, raiseYield, yieldPlaces } from '../tables/yields.ts';
import type { Transaction } from '../transaction.ts';

/**
 * Totals of days outside of those that are taken, and versions beyond what one day can have, are passed over without a word: the
 * device could do nothing about it and would send them for ever.
 */
export function countYields(tx: Transaction, caller: string, rows: readonly YieldRow[]): Decision<null> {
  const admitted = admit(tx, caller, access.countYields);
  if (admitted.kind === 'refused') return admitted;
  const { id } = admitted.device;
  const { wait } = tx.limits.take('yields', id, tx.now);
  if (wait > 0) return refuse('rate-limited', 'Too many totals', {}, wait);
  const today = dayOf(tx.now);
  const from = today - yieldLimits.days;
  const known = yieldPlaces(tx.store, id, from);
  const places = new Set(known.map(placeOf));
  const perDay = new Map<number, number>();
  for (const { day } of known) perDay.set(day, (perDay.get(day) ?? 0) + 1);
  for (const row of rows) {
    const { day } = row;
    if (day < from || day > today + 1) continue;
    if (!places.has(placeOf(row))) {
      const held = perDay.get(day) ?? 0;
      if (held >= yieldLimits.rowsPerDay) continue;
      perDay.set(day, held + 1);
      places.add(placeOf(row));
    }
    raiseYield(tx.store, id, row);
  }
  dropYieldsBefore(tx.store, today - yieldLimits.keptDays);
  return done(null);
}

function placeOf({ day, reader, version }: { day: number; reader: string; version: number }): string {
  return `${day} ${reader} ${version}`;
}
