import type { Change, RegisterChange } from './change.ts';
import { addToSet, dropFromSet, type ObservedSet } from './observed-set.ts';
import { ownEntry } from './own-entry.ts';
import { mergeRegister, type Register, registerOf } from './register.ts';
import type { RecordState } from './row.ts';
import type { Stamp } from './stamp.ts';

/** `changed`: the state is new. `stale`: the change is understood and loses to what is held. */
export type Applied = { outcome: 'changed' | 'stale'; state: RecordState };

/**
 * One change laid on one record; the same code decides on the server and foresees on the device. Pure, and never fails:
 * whether the writer may do it, and whether the fields exist, is asked before.
 */
export function applyChange(held: RecordState | null, change: Change, stamp: Stamp): Applied {
  if (change.on === 'touch' || change.on === 'sighting') {
    return held === null
      ? { outcome: 'changed', state: { fact: change.fact } }
      : { outcome: 'stale', state: held };
  }
  return applyRegisterChange(held, change, stamp);
}

function applyRegisterChange(held: RecordState | null, change: RegisterChange, stamp: Stamp): Applied {
  const fields: Record<string, Register> = { ...held?.fields };
  const sets: Record<string, ObservedSet> = { ...held?.sets };
  let changed = held === null;
  if (change.set !== undefined) {
    for (const name of Object.keys(change.set)) {
      const before = ownEntry(fields, name);
      const after = mergeRegister(before, registerOf(change.set[name] as string, stamp, change.rank));
      if (after !== before) changed = true;
      fields[name] = after;
    }
  }
  if (change.add !== undefined) {
    for (const name of Object.keys(change.add)) {
      const before = ownEntry(sets, name) ?? {};
      // A page that repeats a known value adds nothing: a tag per sighting would grow without end.
      const after = addToSet(before, change.add[name] as string[], stamp, change.rank === 'person');
      if (after !== before) changed = true;
      sets[name] = after;
    }
  }
  if (change.drop !== undefined) {
    for (const [name, drops] of Object.entries(change.drop)) {
      const before = ownEntry(sets, name) ?? {};
      let after = before;
      for (const [value, seen] of Object.entries(drops)) after = dropFromSet(after, value, seen);
      if (after !== before) changed = true;
      sets[name] = after;
    }
  }
  if (!changed && held !== null) return { outcome: 'stale', state: held };
  return { outcome: 'changed', state: { ...held, fields, sets } };
}
