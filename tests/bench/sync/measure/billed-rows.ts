import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { randomId } from '../../../../shared/domain/ids.ts';
import { derivationFrom } from '../../../../shared/identity/derived-ids.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import { sighting, write } from '../../../worker/made-up-operations.ts';
import { credentialOf, joined } from '../../../worker/made-up-workspace.ts';
import { bundleForWorkerd } from '../machine/run-workerd.ts';
import { benchRecords } from '../records.ts';
import { changeOf } from '../subjects/change-of.ts';
import { serveHoldfast } from '../subjects/holdfast.ts';

export type BilledRows = { perImported: number; perChange: number; imported: number; changes: number };

/** How many records an import puts into one operation here, and how many go in all. */
const together = 50;
const imported = 2000;
const changes = 50;

/** What a push costs in rows written, by the counter of Cloudflare's own cursors: an import with its evidence, and single changes. */
export async function countBilledRows(): Promise<BilledRows> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-billed-'));
  const script = await bundleForWorkerd(join(import.meta.dirname, '../inside/counting-worker.ts'));
  const server = await serveHoldfast(folder, script);
  try {
    const send = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);
    const written = async () => v.parse(v.number(), await (await send('/rows-written')).json());
    const { link } = await server.client('a');
    const device = await joined(send, credentialOf(link));
    // As whoever imports has them: by their addresses.
    const { personId } = await derivationFrom(device.key);
    const contacts = benchRecords(imported);
    const ids = await Promise.all(contacts.map(({ email }) => personId(email)));
    const records = contacts.map((record, at) => ({ ...record, id: ids[at] ?? record.id }));
    const before = await written();
    for (let at = 0; at < records.length; at += 8 * together) {
      const operations = [];
      for (let from = at; from < Math.min(at + 8 * together, records.length); from += together) {
        const both: Change[] = records.slice(from, from + together).flatMap((record) => [
          changeOf(record),
          sighting(randomId(), record.id, {
            read: { name: record.name },
            reader: { id: 'person', version: 1 },
          }),
        ]);
        operations.push(write(...both));
      }
      await device.push(...operations);
    }
    const after = await written();
    for (const { id } of records.slice(0, changes)) {
      await device.push(write({ on: 'person', id, rank: 'person', set: { note: 'prefers mail' } }));
    }
    return {
      perImported: (after - before) / imported,
      perChange: ((await written()) - after) / changes,
      imported,
      changes,
    };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
