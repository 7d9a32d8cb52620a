import { seqOf, viewOf } from '../../../extension/db/held-state.ts';
import type { Held, OutboxRow } from '../../../extension/db/stored-rows.ts';
import type { Operation } from '../../../shared/protocol/operation.ts';
import type { SimDevice } from '../device.ts';
import { type Content, copyContent, emptyContent, lay, same } from '../model/rules.ts';
import { maySee } from '../model/visibility.ts';
import { Violation } from '../violation.ts';
import type { World } from '../world.ts';
import { contentOf, setsOf } from './content.ts';

const tables = { account: 'accounts', person: 'people', affiliation: 'affiliations', note: 'notes' } as const;

/** An operation of the device's own whose effects it has not pulled. `from`: where the pool has them, once it has. */
type Own = { operation: Operation; from: number };

/** Everything that this device has written and not seen come back lies on top of what it pulled, until it is pulled. */
export async function checkOverlay(world: World, device: SimDevice): Promise<void> {
  const { storage, process } = device;
  if (process === null || process.busy()) return;
  const meta = new Map((await storage.rows('meta')).map((row) => [row.key, row.value]));
  if (!meta.has('joined')) return;
  const cursor = (meta.get('cursor') as { seq: number } | undefined)?.seq ?? 0;
  // What waits in pieces is looked at once it has been unpacked.
  if (piecesIn(meta) > 0) return;
  const outbox = (await storage.rows('outbox')) as unknown as OutboxRow[];
  // Of these it is only known that they were taken some time ago; the pull of the same round brings them.
  if (outbox.some(({ state, seq }) => state === 'sent' && seq === 0)) return;
  const own = ownOperations(world, device, outbox, cursor);
  // Where the pool is fetched anew, what was taken before may have been pulled, and with it that it is gone or for others alone.
  const isAnew = cursor === 0;
  if (own.length === 0) return;
  const rows = new Map<string, Held>();
  for (const table of Object.values(tables)) {
    for (const row of await storage.rows(table)) rows.set(`${table} ${row.id}`, row as unknown as Held);
  }
  for (const [key, content] of expectedOf(own, rows)) {
    if (isAnew && isLostTo(world, device, key)) continue;
    const held = rows.get(key);
    const shown = held === undefined ? null : contentOf(viewOf(held));
    if (shown !== null && same(shown.fields, content.fields) && same(setsOf(shown), setsOf(content)))
      continue;
    const told = JSON.stringify({ shown, expected: content });
    throw new Violation('own work not shown', `${key} on device ${device.index}: ${told}`);
  }
}

/** In the order in which they were made: what waits in the outbox, and what was taken and is not pulled yet. */
function ownOperations(
  { books }: World,
  device: SimDevice,
  outbox: readonly OutboxRow[],
  cursor: number,
): Own[] {
  const own = new Map<string, Own & { order: number }>();
  for (const [id, { operation, author, order }] of books.authored) {
    const taken = books.committed.get(id);
    if (author !== device.index || device.cleared || taken === undefined || books.excused.has(id)) continue;
    if (taken.outcome.kind !== 'rejected' && taken.seq > cursor)
      own.set(id, { operation, order: order - 1e9, from: taken.seq });
  }
  for (const { id, operation, state, seq, n: order = 0 } of outbox) {
    own.set(id, { operation, order, from: state === 'sent' ? seq : Number.POSITIVE_INFINITY });
  }
  return [...own.values()].sort((a, b) => a.order - b.order);
}

function isLostTo({ books: { company } }: World, { enrolled }: SimDevice, key: string): boolean {
  const record = company.records.get(key.slice(key.indexOf(' ') + 1));
  return record !== undefined && (record.gone || !maySee(company, enrolled.member, record));
}

function expectedOf(own: readonly Own[], rows: ReadonlyMap<string, Held>): Map<string, Content> {
  const expected = new Map<string, Content>();
  for (const { operation, from } of own) {
    if (operation.type !== 'write') continue;
    for (const change of operation.changes) {
      if (change.on === 'touch' || change.on === 'sighting') continue;
      const key = `${tables[change.on]} ${change.id}`;
      const base = rows.get(key)?.base ?? null;
      const content = expected.get(key) ?? (base === null ? null : copyContent(contentOf(viewOf({ base }))));
      if (content === null && base !== null) continue;
      const now = content ?? emptyContent();
      if (base === null || seqOf(base) < from) lay(now, change, operation.stamp);
      expected.set(key, now);
    }
  }
  return expected;
}

/** How many records and bundles of operations lie in pieces, not in the indexed tables; what is to be swept after them is one more. */
export async function piecesLeft({ storage }: SimDevice): Promise<number> {
  return piecesIn(new Map((await storage.rows('meta')).map((row) => [row.key, row.value])));
}

function piecesIn(meta: ReadonlyMap<unknown, unknown>): number {
  const { left = 0 } = (meta.get('segments') ?? {}) as { left?: number };
  const { rows = 0 } = (meta.get('bundled') ?? {}) as { rows?: number };
  const { later = false } = (meta.get('generation') ?? {}) as { later?: boolean };
  return left + rows + Number(later);
}
