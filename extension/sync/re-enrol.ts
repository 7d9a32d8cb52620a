import { randomId } from '../../shared/domain/ids.ts';
import { joinResponse } from '../../shared/protocol/join.ts';
import type { Operation } from '../../shared/protocol/operation.ts';
import type { ReEnrolRequest } from '../../shared/protocol/re-enrol.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { allBundles, changeBundles, operationsOf } from '../db/bundles.ts';
import { countWaiting } from '../db/count-waiting.ts';
import type { Database } from '../db/database.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import { recordTables } from '../db/settle-records.ts';
import type { Enrolment } from './enrolment.ts';
import { exchange, type Refusal } from './exchange.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

export type ReEnrolled = { kind: 'done'; enrolment: Enrolment } | { kind: 'refused'; refusal: Refusal };

/**
 * This profile was copied or set back, so that its credential is also another one's: it asks for one of its own. It keeps its
 * records, its cursor and its outbox; what was never acknowledged goes out under new ids. Stopped anywhere, it is called a
 * fork again by the next push, and begins anew.
 */
export async function reEnrol(deps: SyncDependencies, before: Enrolment): Promise<ReEnrolled> {
  const { db } = deps;
  const request: ReEnrolRequest = {
    proto: protocolVersion,
    last: (await readMeta(db, 'acked')) ?? null,
    waiting: await countWaiting(db),
  };
  const authorization = `Bearer ${before.token}`;
  const body = JSON.stringify(request);
  const asked = { method: 'POST' as const, path: '/v1/re-enrol', authorization, body };
  const answer = await exchange(deps, before.server, asked, joinResponse);
  if (answer.kind === 'refused') return answer;
  const { token, device, member, role, workspace, key, cursor } = answer.body;
  const enrolment: Enrolment = { ...before, token, device, member, role, workspace, key, cursor };
  await renameUnsent(deps, enrolment);
  await deps.enrolment.write(enrolment);
  return { kind: 'done', enrolment };
}

async function renameUnsent({ db, random }: SyncDependencies, enrolment: Enrolment): Promise<void> {
  const { workspace, device, member, role } = enrolment;
  const renamed = (operation: Operation): Operation => ({ ...operation, id: randomId(random) });
  await db.transaction('rw', recordTables(db), async () => {
    const rows = await db.outbox.where('state').equals('waiting').toArray();
    const singles = rows.map((row) => ({ ...row, operation: renamed(row.operation) }));
    await db.outbox.bulkPut(singles.map((row) => ({ ...row, id: row.operation.id })));
    await renameBundles(db, renamed);
    await writeMeta(db, 'acked', null);
    await writeMeta(db, 'joined', { workspace, device, member, role });
    await writeMeta(db, 'trouble', { kind: 'fork', detail: 're-enrolled' });
  });
}

async function renameBundles(db: Database, renamed: (operation: Operation) => Operation): Promise<void> {
  for (const row of await allBundles(db)) {
    if (row.state !== 'waiting') continue;
    await changeBundles(db, [{ row, operations: (await operationsOf(db, row)).map(renamed) }]);
  }
}
