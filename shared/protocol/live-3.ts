import * as v from 'valibot';
import { packedRowSchema } from '../sync/packed-row.ts';
import type { CompactChange } from './compact-operation.ts';

/** The name under which version 3 connects; a worker that does not know it echoes nothing, and `liveProtocol` is tried. */
export const liveProtocol3 = 'holdfast.live.3';

/** A poke that would be longer says the number alone. Characters of JSON. */
export const pokeLength = 64 * 1024;

/** Changes under one whole, already clamped stamp. Their own tags are whole too: no device's name is left out here. */
export type PokedChanges = [stamp: string, changes: CompactChange[]];

/**
 * One transaction's effect for this device, between two numbers: either `changes`, which give the new state by `applyChange` on
 * the state at `from` (a record that this device does not hold is not its to see), or whole `rows`, where a row without a state
 * is gone. A device that stands exactly at `from` takes it and then stands at `seq`; one that stands at or beyond `seq` passes it
 * over; any other pulls.
 */
const pokedStep = v.union([
  v.tuple([v.number(), v.number(), v.literal('changes'), v.array(v.custom<PokedChanges>(isPokedChanges))]),
  v.tuple([v.number(), v.number(), v.literal('rows'), v.array(packedRowSchema)]),
]);
export type PokedStep = v.InferOutput<typeof pokedStep>;

/** Server → device, from version 3 on. `poke`: there is something up to `seq`; `steps`, oldest first, where it is small. */
export const liveDown3 = v.variant('type', [
  v.object({ type: v.literal('poke'), seq: v.number(), steps: v.optional(v.array(pokedStep)) }),
  v.object({ type: v.literal('revoked') }),
]);
export type LiveDown3 = v.InferOutput<typeof liveDown3>;

/** The shape alone; `expandChange` and `changeSchema` say whether each can be laid on a record. */
function isPokedChanges(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === 'string' &&
    Array.isArray(value[1]) &&
    value[1].every(Array.isArray)
  );
}
