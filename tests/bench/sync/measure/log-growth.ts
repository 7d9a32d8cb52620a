import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { bundleWorker } from '../../../../worker/local/bundle.ts';
import { operation, protocolDevice } from '../machine/protocol-device.ts';
import { benchRecords } from '../records.ts';
import { serveHoldfast } from '../subjects/holdfast.ts';
import { fillWorkspace } from './fill-workspace.ts';

export type LogGrowth = { kind: 'measured'; entriesPerRecord: number } | { kind: 'none'; why: string };

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
      for (let at = 0; at < records; at += 100) {
        const changed = all.slice(at, at + 100).map(({ id }, i) => {
          const change = {
            on: 'person' as const,
            id,
            rank: 'person' as const,
            set: { note: `round ${round}` },
          };
          return operation(device.id, [change], Date.now(), i);
        });
        await device.push(changed);
      }
    }
    const end = Date.now() + patienceMs;
    for (;;) {
      const grown = readLog(server.data);
      const bounded = grown.kind === 'measured' && grown.entriesPerRecord <= 2;
      if (grown.kind === 'none' || bounded || Date.now() > end) return grown;
      await sleep(500);
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
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
