import {
  type Draft,
  type Enqueued,
  enqueueInBulk,
  enqueueOperations,
} from '../../extension/db/enqueue-operations.ts';
import { viewOf } from '../../extension/db/held-state.ts';
import { readMeta } from '../../extension/db/meta.ts';
import { recordTables } from '../../extension/db/settle-records.ts';
import type { BundleRow, Held } from '../../extension/db/stored-rows.ts';
import { copyUnsent } from '../../extension/db/unsent-copy.ts';
import { writeDecision, writeEdit } from '../../extension/record/write-decisions.ts';
import { expandOperation } from '../../shared/protocol/compact-operation.ts';
import type { Operation } from '../../shared/protocol/operation.ts';
import type { RegisterChange } from '../../shared/sync/change.ts';
import { checkOverlay } from './checks/overlay.ts';
import { checkStamps } from './checks/stamps.ts';
import type { SimDevice } from './device.ts';
import { draftsOf, type Sight } from './plan/drafts.ts';
import type { StepKind } from './plan/step-kinds.ts';
import type { Dice } from './random.ts';
import { Violation } from './violation.ts';
import type { World } from './world.ts';

/** A person writes something at a device; once the device says that it is recorded, that is a promise. */
export async function write(world: World, device: SimDevice, kind: StepKind, d: Dice): Promise<void> {
  const { process, storage, index } = device;
  if (process === null || device.kept.enrolment === null) return;
  const { db, deps } = process;
  await process.ready();
  const rows = new Map<string, Record<string, unknown>>();
  for (const table of ['accounts', 'people']) {
    for (const row of await storage.rows(table)) rows.set(row.id as string, row);
  }
  const sight: Sight = {
    tags: (_kind, id, set) => {
      const row = rows.get(id) as Held | undefined;
      return row === undefined ? {} : (viewOf(row).sets?.[set] ?? {});
    },
    touches: world.touches,
    members: world.founded.members,
    stewarded: [...rows.values()]
      .filter(({ steward }) => steward === device.identity.member)
      .map(({ id }) => id as string),
    isNarrow: world.plan.isNarrow,
  };
  const drafts = draftsOf(kind, d, sight);
  if (drafts.length === 0) return;
  const { member, device: id } = device.identity;
  if (kind === 'edit' || kind === 'note' || kind === 'command' || kind === 'restrict')
    return decideAt(world, device, drafts);
  let before = { last: undefined as string | undefined, offset: 0, now: 0 };
  let enqueued: Enqueued[] = [];
  const written = await db.transaction('rw', recordTables(db), async () => {
    // A device that is no longer one records nothing.
    if ((await readMeta(db, 'joined')) === undefined) return [];
    const now = deps.now();
    const offset = (await readMeta(db, 'clock'))?.offset ?? 0;
    before = { last: device.lastStamp, offset, now };
    const author = { member, device: id, now, random: deps.random };
    if (kind !== 'import') {
      enqueued = await enqueueOperations(db, drafts, author);
      return enqueued.map(({ operation }) => operation);
    }
    const bundled = new Set((await db.bundles.toArray()).map(({ n }) => n));
    await enqueueInBulk(db, drafts, author);
    const bodies = new Map((await db.bundleBodies.toArray()).map(({ n, body }) => [n, body]));
    const fresh = (await db.bundles.toArray()).filter(({ n }) => !bundled.has(n));
    return fresh.flatMap((row) => bundledIn(row, bodies.get(row.n)));
  });
  for (const operation of written) note(world, index, operation, false);
  // Bundles have no second copy: what was imported can be imported again.
  await copyUnsent({ member, ...(deps.unsent ? { unsent: deps.unsent } : {}) }, enqueued);
  checkStamps(world, device, before, written);
  for (const operation of written) note(world, index, operation, true);
  await checkOverlay(world, device);
}

/** As the interface does it. What it says is recorded is noted by its content: its id is the device's own affair. */
async function decideAt(world: World, device: SimDevice, drafts: readonly Draft[]): Promise<void> {
  const { process, index } = device;
  const [draft] = drafts;
  await process?.ready();
  if (process === null || draft === undefined || (await readMeta(process.db, 'joined')) === undefined) return;
  const { member, device: id } = device.identity;
  const { db, deps } = process;
  const derive = { personId: never, accountId: never, affiliationId: never, matchKey: never };
  const { unsent: copy } = deps;
  const recorder = {
    db,
    member,
    device: id,
    derive,
    now: deps.now,
    random: deps.random,
    ...(copy ? { unsent: copy } : {}),
  };
  const answer =
    draft.type === 'write'
      ? await writeEdit(recorder, draft.changes as RegisterChange[])
      : await writeDecision(recorder, draft.command);
  if (!answer.ok) throw new Violation('refused by the device', JSON.stringify(draft));
  world.books.promised.push({ author: index, content: contentKey(draft) });
  for (const operation of await unsent(device)) note(world, index, operation, true);
  await checkOverlay(world, device);
}

async function never(): Promise<string> {
  throw new Error('nothing is derived here');
}

/** What an operation does, whatever its id and stamp. */
export function contentKey(done: Draft | Operation): string {
  return JSON.stringify(done.type === 'write' ? done.changes : done.command);
}

function note(world: World, index: number, operation: Operation, acknowledged: boolean): void {
  world.books.note(index, operation, acknowledged);
  const device = world.devices[index];
  if (device !== undefined && acknowledged) device.lastStamp = operation.stamp;
  if (operation.type !== 'write') return;
  for (const change of operation.changes) if (change.on === 'touch') world.touches.push(change.id);
}

/** What a dead process had written down without having told anybody. */
export async function noteWritten(world: World, device: SimDevice): Promise<void> {
  for (const operation of await unsent(device)) note(world, device.index, operation, false);
}

/** Those of them that lie in bundles. */
export async function bundled({ storage }: SimDevice): Promise<Operation[]> {
  return (await bundlesOf(storage)).flatMap(({ operations }) => operations);
}

/** The operations that lie in a device's outbox, whatever their state, in the order in which they were made. */
export async function unsent({ storage }: SimDevice): Promise<Operation[]> {
  const pieces: { n: number; operations: Operation[] }[] = [];
  for (const row of await storage.rows('outbox')) {
    pieces.push({ n: row.n as number, operations: [row.operation as Operation] });
  }
  pieces.push(...(await bundlesOf(storage)));
  return pieces.sort((a, b) => a.n - b.n).flatMap(({ operations }) => operations);
}

async function bundlesOf(storage: SimDevice['storage']): Promise<{ n: number; operations: Operation[] }[]> {
  const bodies = new Map((await storage.rows('bundleBodies')).map((row) => [row.n, row.body as Uint8Array]));
  const rows = (await storage.rows('bundles')) as unknown as BundleRow[];
  return rows.map((row) => ({ n: row.n, operations: bundledIn(row, bodies.get(row.n)) }));
}

const decoder = new TextDecoder();

function bundledIn({ device }: BundleRow, body: Uint8Array | undefined): Operation[] {
  const compact = JSON.parse(decoder.decode(body)) as unknown[];
  return compact.map((one) => expandOperation(one, device) as Operation);
}
