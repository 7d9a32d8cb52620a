import * as v from 'valibot';
import { registerKinds } from '../../../../shared/domain/records.ts';
import type { RejectionReason } from '../../../../shared/protocol/operation.ts';
import type { RegisterChange } from '../../../../shared/sync/change.ts';

type Schemas = Readonly<Record<string, v.GenericSchema<string>>>;

// A set keeps its values as an object's keys, where these would not be found but inherited.
const inheritedNames = new Set(Object.getOwnPropertyNames(Object.prototype));
const inherited = (value: string) => inheritedNames.has(value);

/** Whether the named fields and sets exist for this kind and the values fit them: asked before anything is merged. */
export function checkRegisterChange(change: RegisterChange): RejectionReason | null {
  const kind = registerKinds[change.on];
  const fields: Schemas = kind.fields;
  const sets: Schemas = kind.sets;
  for (const [name, value] of Object.entries(change.set ?? {})) {
    if (!Object.hasOwn(fields, name)) return 'unknown-field';
    // An empty text is how a person clears a field, also one whose values have a shape.
    if (value !== '' && !v.is(fields[name] as v.GenericSchema<string>, value)) return 'bad-value';
  }
  for (const [name, values] of Object.entries(change.add ?? {})) {
    if (!Object.hasOwn(sets, name)) return 'unknown-field';
    const schema = sets[name] as v.GenericSchema<string>;
    if (values.some((value) => inherited(value) || !v.is(schema, value))) return 'bad-value';
  }
  for (const [name, values] of Object.entries(change.drop ?? {})) {
    if (!Object.hasOwn(sets, name)) return 'unknown-field';
    if (Object.keys(values).some(inherited)) return 'bad-value';
  }
  return null;
}
