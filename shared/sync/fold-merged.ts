import type { ObservedSet } from './observed-set.ts';
import { ownEntry } from './own-entry.ts';
import type { Register } from './register.ts';
import type { RecordState } from './row.ts';

/** A value that another record of the group holds where the shown one differs. */
export type Alternative = { field: string; value: string; from: string };

/**
 * Several records read as one, the one on top first. A register is the first one that was ever written, also where it was
 * cleared since; what differs from it is an alternative. Sets are united. Nothing is written: each record stays as it is.
 */
export function foldMerged(records: readonly { id: string; state: RecordState }[]): {
  state: RecordState;
  alternatives: Alternative[];
} {
  const fields: Record<string, Register> = {};
  const sets: Record<string, ObservedSet> = {};
  const alternatives: Alternative[] = [];
  for (const { id, state } of records) {
    for (const [field, register] of Object.entries(state.fields ?? {})) {
      const shown = ownEntry(fields, field);
      if (shown === undefined) fields[field] = register;
      else if (register.value !== '' && register.value !== shown.value) {
        const said = alternatives.some((one) => one.field === field && one.value === register.value);
        if (!said) alternatives.push({ field, value: register.value, from: id });
      }
    }
    for (const [name, set] of Object.entries(state.sets ?? {})) {
      const united: ObservedSet = { ...ownEntry(sets, name) };
      for (const [value, tags] of Object.entries(set)) {
        united[value] = [...new Set([...(ownEntry(united, value) ?? []), ...tags])];
      }
      sets[name] = united;
    }
  }
  const decided = decidedOf(records);
  return { state: { fields, sets, ...(decided === undefined ? {} : { decided }) }, alternatives };
}

/** What was decided of the one on top; where nobody answers for that one, of the first for which somebody does. */
function decidedOf(records: readonly { state: RecordState }[]): RecordState['decided'] {
  const first = records[0]?.state.decided;
  if (first?.steward !== null) return first;
  return records.find(({ state }) => typeof state.decided?.steward === 'string')?.state.decided ?? first;
}
