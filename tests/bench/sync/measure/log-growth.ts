import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import type { Change } from '../../../../shared/sync/change.ts';
import { bundleWorker } from '../../../../worker/local/bundle.ts';
import { operation, protocolDevice } from '../machine/protocol-device.ts';
import { benchRecords } from '../records.ts';
import { serveHoldfast } from '../subjects/holdfast.ts';
import { fillWorkspace } from './fill-workspace.ts';

export type LogGrowth = { kind: 'measured'; entriesPerRecord: number } | { kind: 'none'; why: string };

/** Records changed by one operation, and by one push. */
const together = 50;
const perPush = 500;

const counted = v.object({ live: v.number(), entries: v.number() });

/**
 * Every record is changed five times; then how many ids the log holds for each record that lives. `patienceMs`: how long compaction,
 * which runs by the object's alarm, is waited for.
 */
export async function measureLogGrowth(records: number, patienceMs: number): Promise<LogGrowth> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-log-'));
  const server = await serveHoldfast(folder, await bundleWorker());
  try {
    const device = await protocolDevice(server);
    await fillWorkspace(device, { count: records });
    const all = benchRecords(records);
    for (let round = 0; round < 5; round += 1) {
      for (let at = 0; at < records; at += perPush) {
        const changed = Map.groupBy(all.slice(at, at + perPush), (_record, i) => Math.floor(i / together));
        const operations = [...changed].map(([number, group]) => {
          const changes = group.map(({ id }) => noteOf(id, `round ${round}`));
          return operation(device.id, changes, Date.now(), number);
        });
        await device.push(operations);
      }
    }
    const end = Date.now() + patienceMs;
    for (;;) {
      const grown = readLog(server.data);
      const bounded = grown.kind === 'measured' && grown.entriesPerRecord <= 1.5;
      if (grown.kind === 'none' || bounded || Date.now() > end) return grown;
      await sleep(500);
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function noteOf(id: string, note: string): Change {
  return { on: 'person', id, rank: 'person', set: { note } };
}

function readLog(objects: string): LogGrowth {
  for (const entry of readdirSync(objects, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.sqlite')) continue;
    const db = new DatabaseSync(join(entry.parentPath, entry.name), { readOnly: true });
    try {
      const tables = db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('rec', 'log')").all();
      if (tables.length < 2) continue;
      const sql = `SELECT (SELECT count(*) FROM rec WHERE gone = 0) AS live,
        (SELECT sum(json_array_length(ids)) FROM log) AS entries`;
      const { live, entries } = v.parse(counted, db.prepare(sql).get());
      return { kind: 'measured', entriesPerRecord: entries / live };
    } finally {
      db.close();
    }
  }
  return { kind: 'none', why: 'the server keeps no log yet' };
}
