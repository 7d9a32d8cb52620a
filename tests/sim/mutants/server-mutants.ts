import { type Mutant, mutant } from './mutant.ts';

const push = 'worker/src/workspace/operations/push.ts';
const pull = 'worker/src/workspace/operations/pull.ts';
const applyWrite = 'worker/src/workspace/operations/apply-write.ts';

/** Faults of the server. */
export const serverMutants: readonly Mutant[] = [
  {
    name: 'dedupe per connection',
    file: push,
    tier: 'engine',
    edits: [
      {
        text: 'export function push(tx',
        instead:
          'const remembered = new WeakMap<object, Map<string, AppliedOperation[]>>();\n\nexport function push(tx',
      },
      {
        text: 'const known = appliedTo(tx.store, device.id);',
        instead: 'void appliedTo; const known = remembered.get(tx.limits)?.get(device.id) ?? [];',
      },
      {
        text: '    noteOutcomes(tx.store, device, outcomes);',
        instead:
          '    noteOutcomes(tx.store, device, outcomes);\n' +
          '    const own = remembered.get(tx.limits) ?? new Map();\n' +
          '    remembered.set(tx.limits, own.set(device.id, [...(own.get(device.id) ?? []), ...outcomes]));',
      },
    ],
  },
  {
    name: 'repeat answered as new',
    file: push,
    tier: 'engine',
    edits: [
      {
        text: 'const fresh = repeated === null ? [] : request.operations.slice(repeated.length);',
        instead: 'const fresh = repeated === null ? [] : request.operations;\n  repeated?.splice(0);',
      },
      { text: 'fresh.length > 0 &&', instead: 'fresh.length > 1e9 &&' },
    ],
  },
  mutant(
    'gap accepted',
    push,
    'if (at === -1 && !(from === null && complete)) return null;',
    'if (at === -1 && !(from === null && complete)) return [];',
  ),
  mutant(
    'a rejected operation does not advance',
    push,
    "noteApplied(tx, device, fresh.at(-1)?.id ?? '', device.operations + fresh.length);",
    "noteApplied(tx, device, outcomes.findLast((one) => one.outcome.kind !== 'rejected')?.id ?? device.last ?? '', device.operations + fresh.length);",
  ),
  {
    name: 'revocation checked outside the transaction',
    file: 'worker/src/workspace/rules/admit.ts',
    tier: 'engine',
    edits: [
      {
        text: 'export type Caller',
        instead: 'const checked = new WeakMap<object, Map<string, string>>();\n\nexport type Caller',
      },
      {
        text: "  if (device.state !== 'active') {",
        instead:
          '  const before = checked.get(tx.limits) ?? new Map<string, string>();\n' +
          '  checked.set(tx.limits, before);\n' +
          '  const state = before.get(tokenHash) ?? device.state;\n' +
          '  before.set(tokenHash, state);\n' +
          "  if (state !== 'active') {",
      },
    ],
  },
  mutant(
    'stamp not clamped',
    applyWrite,
    'const stamp = clampStamp(operation.stamp, tx.now);',
    'const stamp = operation.stamp;',
  ),
  mutant(
    'a private contact captured again',
    applyWrite,
    "if (change.on === 'touch' && isWithheld(tx.store, change.fact)) return 'not-allowed';",
    'void isWithheld;',
  ),
  mutant(
    'half of a rejected operation stays',
    applyWrite,
    'if (reason !== null) return rejected(reason);',
    'if (reason !== null) {\n      draft.commit();\n      return rejected(reason);\n    }',
  ),
  mutant(
    'cursor at the newest, whatever was sent',
    pull,
    'seq: more ? (found[taken - 1]?.seq ?? query.since) : newest',
    'seq: newest',
  ),
  mutant(
    'contacts linked in the order of arrival',
    'worker/src/workspace/rules/link-touch.ts',
    'const root = joined.map((group) => group.root).sort(byAge(tx))[0];',
    'const root = joined.map((group) => group.root)[0];',
  ),
  mutant(
    'a viewer writes',
    applyWrite,
    "if (writer.role === 'viewer') return rejected('not-allowed');",
    "if (writer.role === 'viewer' && operation.changes.length > 1) return rejected('not-allowed');",
  ),
];
