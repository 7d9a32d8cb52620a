import type { UnsentCopy } from '../../extension/db/unsent-copy.ts';
import type { Operation } from '../../shared/protocol/operation.ts';
import type { Dice } from './random.ts';
import type { Life, Scheduler } from './scheduler.ts';

/** What lies in the second store of a device: it outlives its processes, and a database that is emptied. */
export type CopyState = { owner: string | null; operations: readonly Operation[] };

export type CopyHolder = { copy: CopyState; dice: Dice };

/** The copy as a process has it open: each call is one transaction, before which the process may die. */
export function simulatedCopy(holder: CopyHolder, scheduler: Scheduler, life: Life): UnsentCopy {
  const moment = () => scheduler.pause(holder.dice.next(), life);
  return {
    add: async (owner, added) => {
      if (added.length === 0) return;
      await moment();
      const ids = new Set(added.map(({ id }) => id));
      const others = holder.copy.operations.filter(({ id }) => !ids.has(id));
      holder.copy = { owner, operations: [...others, ...added].sort((a, b) => (a.stamp < b.stamp ? -1 : 1)) };
      await moment();
    },
    read: async (member) => {
      await moment();
      return holder.copy.owner === member ? [...holder.copy.operations] : null;
    },
    drop: async (ids) => {
      await moment();
      const { owner, operations } = holder.copy;
      holder.copy = { owner, operations: operations.filter(({ id }) => !ids.includes(id)) };
    },
    keepOnly: async (waiting) => {
      await moment();
      const there = new Set(holder.copy.operations.map(({ id }) => id));
      if (there.size === 0) return;
      const kept = await waiting();
      await moment();
      const { owner, operations } = holder.copy;
      holder.copy = { owner, operations: operations.filter(({ id }) => kept.has(id) || !there.has(id)) };
    },
    begin: async (owner) => {
      await moment();
      holder.copy = { owner, operations: [] };
    },
  };
}
