import * as v from 'valibot';
import { yieldLimits } from '../../shared/protocol/yields.ts';
import { dayOf, totalOf } from '../../shared/yield/yield-counts.ts';
import type { Database } from '../db/database.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import type { YieldTotal } from '../db/stored-rows.ts';
import { exchange } from './exchange.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

/** Numbers for a chart by the day are in no hurry. */
const pauseMs = 30 * 60_000;

/**
 * Offers what was counted since the server last took it, at most every half hour; what is older than the server takes is deleted.
 * To be called at any time: totals may be sent again, and what was not taken stays for the next time.
 */
export async function sendYields(deps: SyncDependencies): Promise<void> {
  const { db } = deps;
  const enrolment = await deps.enrolment.read();
  if (enrolment === null || (await readMeta(db, 'revoked')) !== undefined) return;
  const now = deps.now();
  const offered = (await readMeta(db, 'yields-offered')) ?? 0;
  // A clock that was set back must not hold them for as long as it was ahead.
  if (now - offered < pauseMs && now >= offered) return;
  const unsent = await unsentYields(db, now);
  if (unsent.length === 0) return;
  await writeMeta(db, 'yields-offered', now);
  const rows = unsent.map(({ sent: _sent, ...row }) => row);
  const request = {
    method: 'POST' as const,
    path: '/v1/yields',
    authorization: `Bearer ${enrolment.token}`,
    body: JSON.stringify({ rows }),
  };
  const answer = await exchange(deps, enrolment.server, request, v.null());
  if (answer.kind === 'ok') await noteSent(db, unsent);
}

async function unsentYields(db: Database, now: number): Promise<YieldTotal[]> {
  const today = dayOf(now + ((await readMeta(db, 'clock'))?.offset ?? 0));
  await db.yields
    .where('day')
    .below(today - yieldLimits.days)
    .delete();
  const rows = await db.yields.orderBy('day').reverse().toArray();
  return rows.filter((row) => totalOf(row) > row.sent).slice(0, yieldLimits.rows);
}

/** Only what was sent counts as sent: more may have been counted while the request was under way. */
async function noteSent(db: Database, sent: readonly YieldTotal[]): Promise<void> {
  await db.transaction('rw', db.yields, async () => {
    for (const row of sent) {
      await db.yields.update([row.day, row.reader, row.version], { sent: totalOf(row) });
    }
  });
}
