import {
  mostUnsent,
  type ReEnrolRequest,
  type ReEnrolResponse,
  reEnrolResponse,
} from '../../shared/protocol/re-enrol.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { allBundles, changeBundles, operationsOf } from '../db/bundles.ts';
import { countWaiting } from '../db/count-waiting.ts';
import type { Database } from '../db/database.ts';
import { namesIn } from '../db/enqueue-operations.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import { recordsOf } from '../db/overlay.ts';
import { segmentsOfNames } from '../db/segment.ts';
import { appendSegments } from '../db/segments.ts';
import { recordTables, settleRecords } from '../db/settle-records.ts';
import type { OutboxRow } from '../db/stored-rows.ts';
import type { Enrolment } from './enrolment.ts';
import { exchange, type Refusal } from './exchange.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

export type ReEnrolled = { kind: 'done'; enrolment: Enrolment } | { kind: 'refused'; refusal: Refusal };

/**
 * This profile was copied or set back, so that its credential is also another one's: it asks for one of its own. It keeps its
 * records, its cursor and its outbox, but for what the other one has sent already. Stopped anywhere, it is called a fork again by
 * the next push, and begins anew.
 */
export async function reEnrol(deps: SyncDependencies, before: Enrolment): Promise<ReEnrolled> {
  const { db } = deps;
  const request: ReEnrolRequest = {
    proto: protocolVersion,
    last: (await readMeta(db, 'acked')) ?? null,
    waiting: await countWaiting(db),
    unsent: await unsentIds(db),
  };
  const authorization = `Bearer ${before.token}`;
  const body = JSON.stringify(request);
  const asked = { method: 'POST' as const, path: '/v1/re-enrol', authorization, body };
  const answer = await exchange(deps, before.server, asked, reEnrolResponse);
  if (answer.kind === 'refused') return answer;
  const { token, device, member, role, workspace, key, cursor, taken }: ReEnrolResponse = answer.body;
  const enrolment: Enrolment = { ...before, token, device, member, role, workspace, key, cursor };
  await becomeAnother(db, enrolment, new Set(taken));
  await deps.enrolment.write(enrolment);
  return { kind: 'done', enrolment };
}

/** Of the operations that wait, in the order in which they would be sent. */
async function unsentIds(db: Database): Promise<string[]> {
  const rows = await db.outbox.where('state').equals('waiting').toArray();
  const pieces = rows.map(({ n = 0, id }) => ({ n, ids: [id] }));
  for (const row of await allBundles(db)) {
    if (row.state !== 'waiting') continue;
    pieces.push({ n: row.n, ids: (await operationsOf(db, row)).map(({ id }) => id) });
  }
  return pieces
    .sort((a, b) => a.n - b.n)
    .flatMap(({ ids }) => ids)
    .slice(0, mostUnsent);
}

async function becomeAnother(db: Database, enrolment: Enrolment, taken: ReadonlySet<string>): Promise<void> {
  const { workspace, device, member, role } = enrolment;
  await db.transaction('rw', recordTables(db), async () => {
    if (taken.size > 0) await countAsSent(db, member, taken);
    await writeMeta(db, 'acked', null);
    await writeMeta(db, 'joined', { workspace, device, member, role });
    await writeMeta(db, 'trouble', { kind: 'fork', detail: 're-enrolled' });
  });
}

/** The next page, which is pulled in the same round, brings their effects. */
async function countAsSent(db: Database, member: string, taken: ReadonlySet<string>): Promise<void> {
  const sent = { state: 'sent' as const, seq: 0, epoch: (await readMeta(db, 'cursor'))?.epoch ?? 0 };
  const singles = (await db.outbox.where('state').equals('waiting').toArray()).filter(({ id }) =>
    taken.has(id),
  );
  const rows: OutboxRow[] = singles.map((row) => ({ ...row, ...sent }));
  for (const row of await allBundles(db)) {
    const operations = row.state === 'waiting' ? await operationsOf(db, row) : [];
    const left = operations.filter(({ id }) => !taken.has(id));
    if (left.length === operations.length) continue;
    for (const [i, operation] of operations.entries()) {
      if (!taken.has(operation.id)) continue;
      const records = recordsOf(operation).map(({ id }) => id);
      rows.push({ n: row.n + (i + 1) / 1e7, id: operation.id, operation, records, at: row.at, ...sent });
    }
    const names = await appendSegments(db, segmentsOfNames(namesIn(left)));
    await changeBundles(db, [{ row: { ...row, names }, operations: left }]);
  }
  await db.outbox.bulkPut(rows);
  const generation = (await readMeta(db, 'generation'))?.now ?? 0;
  const refs = rows.flatMap(({ operation }) => recordsOf(operation));
  await settleRecords(db, refs, { member, generation });
}
