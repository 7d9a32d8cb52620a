import type { Row } from '../../shared/sync/row.ts';
import type { TestDevice } from '../worker/device-client.ts';
import type { AnyRecord } from './index-records.ts';

/** What a company's records are; members and policy are not what flows here. */
const kinds = new Set(['account', 'person', 'affiliation', 'touch', 'sighting']);

/** The pool as the server gives it to a device that begins from nothing. */
export async function readServerPool(admin: TestDevice): Promise<Map<string, AnyRecord>> {
  return recordsOf((await admin.rows()).values());
}

function recordsOf(rows: Iterable<Row>): Map<string, AnyRecord> {
  const records = new Map<string, AnyRecord>();
  for (const { kind, id, seq: _seq, gone, ...state } of rows) {
    if (!gone && kinds.has(kind)) records.set(id, { kind, id, state });
  }
  return records;
}

export type Follower = {
  /** Whether it has been shown a record of this id. */
  holds(id: string): boolean;
  /** Follows to the end and stops; what it has then, from its small steps alone. Rejects where the server does not answer. */
  end(): Promise<{ records: Map<string, AnyRecord>; seq: number; backwards: string[] }>;
};

/**
 * A third device that pulls all the time from its cursor and never begins anew: were a number given out twice, or an answer sent
 * before its commit, what it gathered would not be what the server has in the end.
 */
export function followPool(admin: TestDevice, pauseMs: number): Follower {
  const rows = new Map<string, Row>();
  const backwards: string[] = [];
  let since = 0;
  let ended = false;
  const step = async (): Promise<boolean> => {
    const page = await admin.pull(since);
    if (page.kind !== 'page') throw new Error('the view has changed');
    if (page.cursor.seq < since) backwards.push(`the sequence went back from ${since} to ${page.cursor.seq}`);
    for (const row of page.rows) {
      if (row.seq <= since)
        backwards.push(`${row.kind} ${row.id} came with number ${row.seq} after ${since}`);
      rows.set(row.id, row);
    }
    since = page.cursor.seq;
    return page.more;
  };
  const following = (async () => {
    while (!ended) {
      // While the worker is dead there is nobody to ask.
      await step().catch(() => false);
      await new Promise((done) => setTimeout(done, pauseMs));
    }
  })();
  return {
    holds: (id) => rows.get(id)?.gone === false,
    end: async () => {
      ended = true;
      await following;
      while (await step());
      return { records: recordsOf(rows.values()), seq: since, backwards };
    },
  };
}
