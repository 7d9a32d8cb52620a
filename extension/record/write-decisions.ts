import * as v from 'valibot';
import { registerKinds } from '../../shared/domain/records.ts';
import type { Command } from '../../shared/protocol/operation.ts';
import type { RegisterChange } from '../../shared/sync/change.ts';
import { enqueueOperations } from '../db/enqueue-operations.ts';
import { touchFact } from '../db/held-rows.ts';
import { viewOf } from '../db/held-state.ts';
import { reachWithin } from '../db/reach.ts';
import { recordTables } from '../db/settle-records.ts';
import { copyUnsent } from '../db/unsent-copy.ts';
import type { Result } from '../rpc/notice.ts';
import type { Recorder } from './record-reading.ts';

const done: Result<null> = { ok: true, value: null };

/** A person's own values: always of a person's rank. Refused (`malformed`) where a field or its value is not one we have. */
export async function writeEdit(
  recorder: Recorder,
  changes: readonly RegisterChange[],
): Promise<Result<null>> {
  const fault = changes.map(faultOf).find((f) => f !== null);
  if (fault !== undefined) return { ok: false, notice: { kind: 'malformed', detail: fault } };
  if (changes.length === 0) return done;
  const { db, member, device, random } = recorder;
  const own = changes.map((change) => ({ ...change, rank: 'person' as const }));
  const operations = await db.transaction('rw', recordTables(db), async () => {
    const author = { member, device, now: recorder.now(), random };
    return enqueueOperations(db, [{ type: 'write', changes: own }], author);
  });
  await copyUnsent(recorder, operations);
  return done;
}

/** Queues what the server decides. A contact called private is remembered by its keys, so that it is not captured again. */
export async function writeDecision(recorder: Recorder, command: Command): Promise<Result<null>> {
  const { db, member, device, random } = recorder;
  const operations = await db.transaction('rw', [...recordTables(db), db.withheld], async () => {
    const now = recorder.now();
    if (command.name === 'withdraw-touch') {
      await reachWithin(db, { ids: [command.touch] }, { around: 'none' });
      const row = await db.touches.get(command.touch);
      const fact = row === undefined ? null : touchFact(viewOf(row));
      if (fact !== null) await db.withheld.add({ strong: fact.strong, weak: fact.weak, at: fact.at });
    }
    return enqueueOperations(db, [{ type: 'command', command }], { member, device, now, random });
  });
  await copyUnsent(recorder, operations);
  return done;
}

/** A parked operation goes out again, as a new one: its old id has had its answer. */
export async function retryParked(recorder: Recorder, id: string): Promise<Result<null>> {
  const { db, member, device, random } = recorder;
  const operations = await db.transaction('rw', [...recordTables(db), db.parked], async () => {
    const row = await db.parked.get(id);
    if (row === undefined) return [];
    await db.parked.delete(id);
    return enqueueOperations(db, [row.operation], { member, device, now: recorder.now(), random });
  });
  await copyUnsent(recorder, operations);
  return done;
}

export async function discardParked({ db }: Recorder, id: string): Promise<Result<null>> {
  await db.parked.delete(id);
  return done;
}

function faultOf(change: RegisterChange): string | null {
  const { fields, sets } = registerKinds[change.on];
  const entries = (o: object | undefined): [string, unknown][] => Object.entries(o ?? {});
  const schemaOf = (table: object, name: string): v.GenericSchema | undefined =>
    Object.hasOwn(table, name) ? (table as Record<string, v.GenericSchema>)[name] : undefined;
  for (const [name, value] of entries(change.set)) {
    const schema = schemaOf(fields, name);
    // An empty text clears a field, also one whose values have a shape.
    if (schema === undefined || (value !== '' && !v.is(schema, value))) return `${change.on}.${name}`;
  }
  for (const [name, added] of entries(change.add)) {
    const schema = schemaOf(sets, name);
    if (schema === undefined || !v.is(v.array(schema), added)) return `${change.on}.${name}`;
  }
  for (const [name] of entries(change.drop)) {
    if (schemaOf(sets, name) === undefined) return `${change.on}.${name}`;
  }
  return null;
}
