import { viewOf } from '../../../extension/db/held-state.ts';
import type { KnownRow } from '../../../extension/db/known-index.ts';
import type { Held, OutboxRow } from '../../../extension/db/stored-rows.ts';
import { decodeKnown } from '../../../shared/protocol/known.ts';
import type { Row } from '../../../shared/sync/row.ts';
import type { SimDevice } from '../device.ts';
import type { Merges } from '../model/company-state.ts';
import { groupOf } from '../model/merges.ts';
import { same } from '../model/rules.ts';
import { maySee } from '../model/visibility.ts';
import { standingOf } from '../settle.ts';
import { Violation } from '../violation.ts';
import type { World } from '../world.ts';
import { contentOf, setsOf } from './content.ts';
import { knownText } from './known.ts';

const recordTables = [
  'accounts',
  'people',
  'affiliations',
  'touches',
  'sightings',
  'notes',
  'members',
  'policy',
  'pairs',
];

/** Every served device holds what the rules give for its member, and no other record; a revoked one holds nothing. */
export async function checkDevices(world: World, rows: ReadonlyMap<string, Row>): Promise<void> {
  for (const device of world.devices) {
    const standing = standingOf(world, device.identity);
    if (standing === 'served') await checkServed(world, device, rows);
    if (standing === 'revoked') await checkWiped(device);
  }
}

async function checkServed(world: World, device: SimDevice, rows: ReadonlyMap<string, Row>): Promise<void> {
  const { company } = world.books;
  const who = `device ${device.index}`;
  const held = new Map<string, Held>();
  for (const table of recordTables) {
    for (const row of await device.storage.rows(table)) {
      if (held.has(row.id as string)) throw new Violation('one id, two records', `${who}: ${row.id}`);
      held.set(row.id as string, row as unknown as Held);
    }
  }
  const merges = company.merges.filter(({ pair }) => {
    const record = company.records.get(pair);
    return record !== undefined && maySee(company, device.enrolled.member, record);
  });
  for (const record of company.records.values()) {
    if (record.gone || !maySee(company, device.enrolled.member, record)) continue;
    const row = held.get(record.id);
    if (row === undefined)
      throw new Violation('missing at a device', `${who} lacks ${record.kind} ${record.id}`);
    const content = contentOf(viewOf(row));
    const right =
      same(content.fields, record.fields) &&
      same(setsOf(content), setsOf(record)) &&
      same(content.fact, record.fact) &&
      same(content.decided, record.decided);
    if (!right)
      throw new Violation(
        'diverged',
        `${who} shows ${JSON.stringify(row)} where the rules give ${JSON.stringify(record)}`,
      );
    checkColumns(merges, who, row, held);
  }
  for (const [id, row] of held) {
    const record = company.records.get(id);
    if (record === undefined || record.gone)
      throw new Violation('kept what is gone', `${who}: ${JSON.stringify(row)}`);
    if (!maySee(company, device.enrolled.member, record))
      throw new Violation('leaked', `${who} holds ${record.kind} ${id}`);
  }
  await checkCursor(device, rows);
  await checkIndex(world, device);
}

/** It is one that was sent to the member, or none. */
async function checkIndex({ knownSent }: World, { index, storage, enrolled }: SimDevice): Promise<void> {
  for (const { bytes } of (await storage.rows('known')) as unknown as KnownRow[]) {
    if (decodeKnown(bytes) !== null && !knownSent.has(knownText(enrolled.member, bytes)))
      throw new Violation('known', `device ${index} has an index that was not sent to it`);
  }
}

/** What is merged is listed under the one on top, as far as the member may know of it. */
function checkColumns(merges: Merges, who: string, row: Held, held: ReadonlyMap<string, Held>): void {
  const { merged, mergedInto } = row as Held & { merged?: string[]; mergedInto?: string };
  const group = groupOf(merges, row.id).filter((id) => held.has(id));
  const [top] = group;
  const right =
    group.length < 2
      ? merged === undefined && mergedInto === undefined
      : top === row.id
        ? same(merged, group.slice(1)) && mergedInto === undefined
        : mergedInto === top && merged === undefined;
  if (!right) {
    throw new Violation(
      'grouped wrongly',
      `${who}: ${row.id} has ${JSON.stringify({ merged, mergedInto })}, the group is ${group}`,
    );
  }
}

async function checkCursor(device: SimDevice, rows: ReadonlyMap<string, Row>): Promise<void> {
  const who = `device ${device.index}`;
  const meta = new Map((await device.storage.rows('meta')).map((row) => [row.key, row.value]));
  const cursor = meta.get('cursor') as { epoch: number; view: number; seq: number } | undefined;
  const newest = Math.max(0, ...[...rows.values()].map((row) => row.seq));
  if (cursor === undefined || cursor.seq < newest)
    throw new Violation('cursor', `${who} stands at ${cursor?.seq} of ${newest}`);
  const outbox = (await device.storage.rows('outbox')) as unknown as OutboxRow[];
  if (outbox.length > 0)
    throw new Violation('left in the outbox', `${who}: ${outbox.map((row) => `${row.id} ${row.state}`)}`);
}

/** Why and how the last round failed may stay. */
async function checkWiped(device: SimDevice): Promise<void> {
  for (const table of device.storage.tables()) {
    const rows = await device.storage.rows(table);
    const left = table === 'meta' ? rows.filter((row) => row.key !== 'revoked' && row.key !== 'sync') : rows;
    if (left.length > 0)
      throw new Violation('not wiped', `device ${device.index} has ${left.length} rows of ${table}`);
  }
}
