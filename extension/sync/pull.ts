import type { Cursor } from '../../shared/protocol/pull.ts';
import { type PullResponse3, pullResponse3 } from '../../shared/protocol/pull-3.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import type { Database } from '../db/database.ts';
import { readMeta } from '../db/meta.ts';
import { unpackOldest } from '../db/unpack.ts';
import { bootstrap } from './bootstrap.ts';
import type { Enrolment } from './enrolment.ts';
import { exchange, type Refusal } from './exchange.ts';
import type { SyncDependencies } from './sync-dependencies.ts';
import { bulkRows, restartFrom, takePage } from './take-page.ts';

/** `moved`: another context moved the cursor meanwhile, so that the page was dropped. */
export type Pulled = { kind: 'current'; rows: number } | { kind: 'stopped'; refusal: Refusal };

const pageRows = 2000;

/** More restarts than this in one pull mean that the server and we do not understand each other. */
const restartsTaken = 3;

/** Fetches pages until there is no more. Each page and its cursor are one transaction, so that a cut costs one page at most. */
export async function pullAll(deps: SyncDependencies, enrolment: Enrolment): Promise<Pulled> {
  let rows = 0;
  let restarts = 0;
  let snapshots = true;
  for (;;) {
    const cursor: Cursor = (await readMeta(deps.db, 'cursor')) ?? enrolment.cursor;
    if (cursor.seq === 0 && snapshots) {
      const begun = await bootstrap(deps, enrolment, cursor);
      if (begun.kind === 'stopped') return begun;
      if (begun.kind === 'whole' && begun.rows < (deps.bulkRows ?? bulkRows)) await unpackAll(deps.db);
      snapshots = begun.kind === 'restart';
      if (begun.kind !== 'restart') continue;
      restarts += 1;
      if (restarts > restartsTaken) return { kind: 'stopped', refusal: restless };
      await restartFrom(deps.db, begun.cursor, { serverNow: begun.now, took: begun.took });
      continue;
    }
    const answer = await exchange(
      deps,
      enrolment.server,
      { method: 'GET', path: pathOf(cursor), authorization: `Bearer ${enrolment.token}` },
      pullResponse3,
    );
    if (answer.kind === 'refused') return { kind: 'stopped', refusal: answer.refusal };
    const page: PullResponse3 = answer.body;
    const contact = { serverNow: page.now, took: answer.took };
    if (page.kind === 'restart') {
      restarts += 1;
      if (restarts > restartsTaken) return { kind: 'stopped', refusal: restless };
      await restartFrom(deps.db, page.cursor, contact);
      snapshots = true;
      continue;
    }
    const taken = await takePage(deps.db, cursor, page, contact, deps.bulkRows);
    if (!taken) continue;
    rows += page.rows.length;
    if (!page.more) return { kind: 'current', rows };
    if (page.cursor.seq <= cursor.seq) return { kind: 'stopped', refusal: restless };
  }
}

/** Few records are in the lists as soon as they are here. */
async function unpackAll(db: Database): Promise<void> {
  while (await unpackOldest(db));
}

function pathOf({ epoch, view, seq }: Cursor): string {
  return `/v1/pull?proto=${protocolVersion}&epoch=${epoch}&view=${view}&since=${seq}&limit=${pageRows}`;
}

const restless: Refusal = {
  notice: { kind: 'server-error', detail: 'a pull that does not move on' },
  problem: null,
  retryAfterMs: null,
};
