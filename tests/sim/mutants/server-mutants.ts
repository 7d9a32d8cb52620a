import { type Mutant, mutant, mutantOf } from './mutant.ts';

const push = 'worker/src/workspace/operations/push.ts';
const applyWrite = 'worker/src/workspace/operations/apply-write.ts';
const visible = 'worker/src/workspace/rules/visible.ts';
const upkeep = 'worker/src/workspace/upkeep.ts';

/** Faults of the server. */
export const serverMutants: readonly Mutant[] = [
  mutantOf('dedupe per connection', push, [
    [
      'export function push(tx',
      'const remembered = new WeakMap<object, Map<string, AppliedOperation[]>>();\n\nexport function push(tx',
    ],
    [
      'const known = appliedTo(tx.store, device.id);',
      'void appliedTo; const known = remembered.get(tx.limits)?.get(device.id) ?? [];',
    ],
    [
      '    noteOutcomes(tx.store, device, outcomes);',
      '    noteOutcomes(tx.store, device, outcomes);\n' +
        '    const own = remembered.get(tx.limits) ?? new Map();\n' +
        '    remembered.set(tx.limits, own.set(device.id, [...(own.get(device.id) ?? []), ...outcomes]));',
    ],
  ]),
  mutantOf('repeat answered as new', push, [
    [
      'const fresh = repeated === null ? [] : request.operations.slice(repeated.length);',
      'const fresh = repeated === null ? [] : request.operations;\n  repeated?.splice(0);',
    ],
    ['fresh.length > 0 && wereTaken', 'fresh.length > 1e9 && wereTaken'],
  ]),
  mutant(
    'gap accepted, fork ignored',
    push,
    'return since.every(({ id }, i) => operations[i]?.id === id) ? since : null;',
    'return since.every(({ id }, i) => operations[i]?.id === id) ? since : [];',
  ),
  mutant(
    'a rejected operation does not advance',
    push,
    "noteApplied(tx, device, fresh.at(-1)?.id ?? '', device.operations + fresh.length);",
    "noteApplied(tx, device, outcomes.findLast((one) => one.outcome.kind !== 'rejected')?.id ?? device.last ?? '', device.operations + fresh.length);",
  ),
  mutantOf('revocation checked outside the transaction', 'worker/src/workspace/rules/admit.ts', [
    [
      'export type Caller',
      'const checked = new WeakMap<object, Map<string, string>>();\n\nexport type Caller',
    ],
    [
      "  if (device.state !== 'active') {",
      '  const before = checked.get(tx.limits) ?? new Map<string, string>();\n' +
        '  checked.set(tx.limits, before);\n' +
        '  const state = before.get(tokenHash) ?? device.state;\n' +
        '  before.set(tokenHash, state);\n' +
        "  if (state !== 'active') {",
    ],
  ]),
  mutant(
    'stamp not clamped',
    applyWrite,
    'const stamp = clampStamp(operation.stamp, tx.now);',
    'const stamp = operation.stamp;',
  ),
  mutant(
    'a private contact captured again',
    applyWrite,
    "if (change.on === 'touch' && tx.touchKeys.isWithheld(change.fact)) return 'not-allowed';",
    '',
  ),
  mutant(
    'half of a rejected operation stays',
    applyWrite,
    'if (reason !== null) return rejected(reason);',
    'if (reason !== null) {\n      draft.commit();\n      return rejected(reason);\n    }',
  ),
  mutant(
    'a viewer writes',
    applyWrite,
    "if (writer.role === 'viewer' && !operation.changes.every(isOwnAffair)) return rejected('not-allowed');",
    "if (writer.role === 'viewer' && operation.changes.length > 1) return rejected('not-allowed');",
  ),
  mutant(
    'cursor at the newest, whatever was sent',
    'worker/src/workspace/operations/pull.ts',
    'const cursor: Cursor = { epoch, view, seq: reached ?? newest };',
    'const cursor: Cursor = { epoch, view, seq: newest };',
  ),
  mutant(
    'what was set apart is linked again',
    'worker/src/workspace/rules/link-touch.ts',
    'if (areApart(store, idsOf(touches), idsOf(group.touches))) continue;',
    'void [areApart, idsOf];',
  ),
  mutant(
    'what is restricted is not numbered anew',
    'worker/src/workspace/operations/restrict-account.ts',
    'if (was || restricted) {',
    'if (was && !restricted) {',
  ),
  mutantOf('a poke carries what its device may not see', 'worker/src/workspace/live/poke-text.ts', [
    ['const hidden = hiddenRows(rows, seer);', 'void hiddenRows; const hidden = new Set<string>();'],
    ['packedRowText(row, sees(seer, row.hidden))', 'packedRowText(row, sees(seer, null))'],
  ]),
  mutantOf('everybody is told what who left may still see', 'worker/src/workspace/live/poke-round.ts', [
    ["same && seer?.isActive === true ? '' : member", "same ? '' : member"],
    [
      'pokeText(steps, { device, proto, seer }, most)',
      'pokeText(seer?.isActive === false ? steps.map((one) => ({ ...one, rows: one.rows?.map((row) => ({ ...row, gone: true })) ?? null })) : steps, { device, proto, seer: seer && { ...seer, isActive: true } }, most)',
    ],
  ]),
  mutant(
    'a snapshot holds what its device may not see',
    'worker/src/workspace/operations/snapshot.ts',
    '!gone && sees(seer, hidden) && mayBeKnown(kind, query.proto);',
    '!gone && sees(seer, hidden && null) && mayBeKnown(kind, query.proto);',
  ),
  mutant(
    'pairs of restricted accounts are open to everybody',
    visible,
    "return of === 'account' ? [keep",
    'return of !== of ? [keep',
  ),
  mutant(
    'who may not see an account decides about its pairs',
    'worker/src/workspace/operations/apply-command.ts',
    'if (!seesAll(tx, actor.member, ids)) return noSuchRecord;',
    'void seesAll;',
  ),
  mutant(
    'taken again from another copy of a device',
    push,
    'device.copied === 0 ? nothing',
    'device.copied < 2 ? nothing',
  ),
  mutant(
    'a restored server is taken for the one before',
    'worker/src/workspace/operations/pull.ts',
    'return query.epoch === tx.meta.epoch && query.view',
    'return query.view',
  ),
  mutant(
    'the index of who is known tells of who is seen anyway',
    'worker/src/workspace/operations/known.ts',
    'all || !sees(seer, hidden)',
    'all || sees(seer, hidden)',
  ),
  mutant(
    'the index of who is known names somebody else as steward',
    'worker/src/http/known-index.ts',
    'const place = new Map(stewards.map((steward, i) => [steward, i]));',
    'const place = new Map(stewards.map((steward) => [steward, 0]));',
  ),
  mutant(
    'a device goes on by itself where something is hidden from it',
    push,
    'operation.changes.every(({ id }) => sees(seer, tx.pool.hidden(id)))',
    'operation.changes.every(() => seer.isActive)',
  ),
  mutant(
    'a private note is open to everybody',
    visible,
    "if (held.kind === 'note') return",
    "if (held.kind === 'note' && tx.now < 0) return",
  ),
  mutant(
    'others hear that there is a private note',
    visible,
    "every((group) => !group.startsWith('@') || group.slice(1) === seer.member)",
    "every((group) => group !== '')",
  ),
  mutant(
    'somebody else changes a private note',
    applyWrite,
    "held !== null && held.state.decided?.member !== writer.id) return 'id-in-use';",
    "held?.state.decided?.member === null) return 'id-in-use';",
  ),
  mutant(
    'nothing taken of the copy of a wiped device',
    'worker/src/workspace/operations/quarantine.ts',
    "  if ('kind' in device) return device;",
    "  if ('kind' in device) return device;\n  if (device.state === 'wiped') return refuse('conflict', 'The device reported that it is wiped');",
  ),
  mutant(
    'deletions forgotten, and nobody begins again',
    upkeep,
    '  raiseFloor(store, last.seq);',
    '  void raiseFloor;',
  ),
  mutant(
    'the log compacted with what still counts',
    upkeep,
    'if (ids.length === 0) dropLog(store, seq);',
    'if (ids.length <= 1) dropLog(store, seq);',
  ),
  mutant(
    'who has the id of an address is not found by it',
    'worker/src/workspace/tables/person-emails.ts',
    'if (holds(id, email)) people.push(id);',
    'if (holds(id, email)) people.push();',
  ),
  mutant(
    'who has the id of an address holds it for ever',
    'worker/src/workspace/tables/person-emails.ts',
    'held.state.sets?.emails?.[email] !== undefined',
    'held.state !== undefined',
  ),
];
