import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactOperation, expandOperation } from '../../../shared/protocol/compact-operation.ts';
import type { Operation } from '../../../shared/protocol/operation.ts';
import { outcomesOfPush3, pushRequest3 } from '../../../shared/protocol/push-3.ts';
import { makeStamp } from '../../../shared/sync/stamp.ts';
import { device, someOperation } from './made-up-operations.ts';

fc.configureGlobal({ seed: 20_261_122 });

const id = 'b'.repeat(26);
const name: Operation = {
  type: 'write',
  id,
  stamp: makeStamp(Date.UTC(2026, 10, 22), 0, device),
  changes: [{ on: 'person', id, rank: 'person', set: { name: 'Ines Gull-Henriksen' } }],
};

describe('a compact operation', () => {
  it('comes back as it was, through JSON', () => {
    fc.assert(
      fc.property(someOperation, (operation) => {
        const sent: unknown = JSON.parse(JSON.stringify(compactOperation(operation, device)));
        expect(expandOperation(sent, device)).toEqual(operation);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes at most 150 bytes for one change of one field, envelope and all', () => {
    const bytes = new TextEncoder().encode(JSON.stringify(pushRequest3(1, id, [name], device))).length;
    expect(bytes).toBeLessThanOrEqual(150);
  });

  it('keeps the stamp of another device, as after a re-enrolment', () => {
    const other = makeStamp(1, 2, 'c'.repeat(26));
    const drop = { emails: { 'ines@gull.example': [other, name.stamp] } };
    const operation: Operation = {
      ...name,
      stamp: other,
      changes: [{ on: 'person', id, rank: 'person', drop }],
    };
    expect(expandOperation(compactOperation(operation, device), device)).toEqual(operation);
  });

  it.each([[null], [[]], [[id, 1]], [{}], [[id, 1, [], 4]], ['operation']])('is not %j', (raw) => {
    expect(expandOperation(raw, device)).toBeNull();
  });
});

describe('what became of a push', () => {
  it('names what was not applied, by its place', () => {
    const answer = {
      last: id,
      from: 1,
      seq: 2,
      now: 3,
      own: false,
      except: [
        [1, 'stale' as const],
        [2, 'rejected' as const, 'bad-value' as const],
        [9, 'stale' as const],
      ] as [number, 'stale'][],
    };
    expect(outcomesOfPush3(answer, 4)).toEqual([
      { kind: 'applied' },
      { kind: 'stale' },
      { kind: 'rejected', reason: 'bad-value' },
      { kind: 'applied' },
    ]);
  });
});
