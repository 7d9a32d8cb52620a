import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type FilesChecked = { faults: string[]; numbers: number; gaps: number };

/**
 * The worker's SQLite files after it has ended: whole, and each record under a number that the log knows and under which the log
 * knows the record. A gap is where compaction took a number of which nothing was left; before compaction there is none.
 */
export async function checkFiles(dataDir: string): Promise<FilesChecked> {
  const folder = join(dataDir, 'objects/holdfast-workspace');
  const files = (await readdir(folder)).filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
  const all = files.map((file) => checkFile(join(folder, file)));
  return {
    faults: all.flatMap(({ faults }) => faults),
    numbers: all.reduce((sum, { numbers }) => sum + numbers, 0),
    gaps: all.reduce((sum, { gaps }) => sum + gaps, 0),
  };
}

function checkFile(path: string): FilesChecked {
  const database = new DatabaseSync(path);
  try {
    const rows = (sql: string) => database.prepare(sql).all() as Record<string, number | string>[];
    const faults = rows('PRAGMA integrity_check')
      .map((row) => String(Object.values(row)[0]))
      .filter((said) => said !== 'ok');
    const stray = rows(
      `SELECT id, seq FROM rec WHERE NOT EXISTS (
         SELECT 1 FROM log, json_each(log.ids) AS one WHERE log.seq = rec.seq AND one.value = rec.id)`,
    );
    for (const { id, seq } of stray)
      faults.push(`record ${id} has number ${seq}, and the log does not say so`);
    const [log] = rows('SELECT count(*) AS numbers, min(seq) AS first, max(seq) AS last FROM log');
    const numbers = Number(log?.numbers ?? 0);
    const gaps = Number(log?.last ?? 0) - Number(log?.first ?? 0) + 1 - numbers;
    return { faults, numbers, gaps };
  } finally {
    database.close();
  }
}
