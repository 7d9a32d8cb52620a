import { applyChange } from '../../shared/sync/apply-change.ts';
import { clampTags } from '../../shared/sync/clamp-tags.ts';
import { firstDecision } from '../../shared/sync/first-decision.ts';
import type { RecordState, Row } from '../../shared/sync/row.ts';
import { clampStamp } from '../../shared/sync/stamp.ts';
import { stateOf } from './held-state.ts';
import type { OwnOperation, RecordRef } from './overlay.ts';

/**
 * The record as the server has it after own operations of which it said that nothing else moved the pool: what it would send, were
 * it asked. Others are passed over, and so is what the base holds already.
 */
export function foldOwn(
  ref: RecordRef,
  base: Row | null,
  own: readonly OwnOperation[],
  member: string,
): Row | null {
  let row = base;
  for (const { operation, state, seq, now = 0 } of own) {
    if (state !== 'own' || operation.type !== 'write' || (base !== null && base.seq >= seq)) continue;
    const stamp = clampStamp(operation.stamp, now);
    for (const made of operation.changes) {
      if (made.id !== ref.id || made.on !== ref.kind) continue;
      const change = clampTags(made, now);
      const before: RecordState | null = row === null ? null : stateOf(row);
      const { outcome, state: after } = applyChange(before, change, stamp);
      if (outcome === 'stale') continue;
      const decided = before === null ? { decided: firstDecision(change.on, member, now) } : {};
      row = { kind: ref.kind, id: ref.id, seq, gone: false, ...after, ...decided };
    }
  }
  return row;
}
