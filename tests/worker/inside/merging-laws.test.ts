import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idFromBytes } from '../../../shared/domain/ids.ts';
import type { Command, Operation } from '../../../shared/protocol/operation.ts';
import type { TestDevice } from '../device-client.ts';
import { command, noon, person, write } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { query, send, setClock } from './send.ts';

const ids = [1, 2, 3, 4, 5].map((n) => idFromBytes(new Uint8Array(16).fill(n)));
const anId = fc.constantFrom(...ids);

type Step = { by: 0 | 1; does: 'merge' | 'unmerge' | 'capture'; one: string; other: string };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    by: fc.constantFrom(0 as const, 1 as const),
    does: fc.constantFrom('merge' as const, 'merge' as const, 'unmerge' as const, 'capture' as const),
    one: anId,
    other: anId,
  }),
  { minLength: 4, maxLength: 25 },
);

function commandOf({ does, one, other }: Step): Command {
  return does === 'merge'
    ? { name: 'merge-records', kind: 'person', keep: one, other, reasons: [] }
    : { name: 'unmerge-records', one, other, verdict: 'open' };
}

/** What the workspace holds of people, byte for byte, without the numbers that only say when a row was last written. */
const peopleIn = (workspace: string) =>
  query(workspace, "SELECT id, gone, data FROM rec WHERE kind = 'person' ORDER BY id");
const linksIn = (workspace: string) => query(workspace, 'SELECT pair, keep, other FROM merge_link');

async function freshPool(): Promise<{ workspace: string; devices: [TestDevice, TestDevice] }> {
  const { id, admin, member } = await foundWorkspace(send);
  await setClock(id, () => noon);
  const devices: [TestDevice, TestDevice] = [admin, await member('Jonas Weber', 'rep')];
  await admin.push(write(...ids.map((one, n) => person(one, `Twin ${n}`))));
  return { workspace: id, devices };
}

test('merges of two devices, chained, crossed and in circles, undone in any order, leave what was captured and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.infiniteStream(fc.nat()), async (taken, picks) => {
      const [merged, plain] = [await freshPool(), await freshPool()];
      for (const [n, step] of taken.entries()) {
        const captured = write(person(step.one, 'Twin', { add: { phones: [`+49 ${n}`] } }));
        const operation: Operation = step.does === 'capture' ? captured : command(commandOf(step));
        await merged.devices[step.by].push(operation);
        if (step.does === 'capture') await plain.devices[step.by].push(captured);
      }
      for (
        let left = await linksIn(merged.workspace);
        left.length > 0;
        left = await linksIn(merged.workspace)
      ) {
        const { keep, other } = left[(picks.next().value ?? 0) % left.length] as {
          keep: string;
          other: string;
        };
        const undo: Command = { name: 'unmerge-records', one: other, other: keep, verdict: 'apart' };
        const answer = await merged.devices[0].push(command(undo));
        expect(answer.outcomes[0]?.outcome.kind).toBe('applied');
      }
      expect(await peopleIn(merged.workspace)).toEqual(await peopleIn(plain.workspace));
      const pairs = [...(await merged.devices[1].rows()).values()].filter(({ kind }) => kind === 'pair');
      expect(pairs.filter(({ fact }) => (fact as { verdict: string }).verdict === 'same')).toEqual([]);
    }),
    { numRuns: 12 },
  );
});
