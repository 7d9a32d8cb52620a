import type { Copied, UnsentCopy } from '../../extension/db/unsent-copy.ts';
import type { Dice } from './random.ts';
import type { Life, Scheduler } from './scheduler.ts';

/** What lies in the second store of a device: it outlives its processes, and a database that is emptied. */
export type CopyState = { owner: string | null; rows: readonly Copied[] };

export type CopyHolder = { copy: CopyState; dice: Dice };

/** The copy as a process has it open: each call is one transaction, before which the process may die. */
export function simulatedCopy(holder: CopyHolder, scheduler: Scheduler, life: Life): UnsentCopy {
  const moment = () => scheduler.pause(holder.dice.next(), life);
  return {
    add: async (owner, added) => {
      if (added.length === 0) return;
      await moment();
      const rows = new Map([...holder.copy.rows, ...added].map((row) => [row.operation.id, row]));
      holder.copy = { owner, rows: [...rows.values()].sort((a, b) => (a.n ?? 0) - (b.n ?? 0)) };
      await moment();
    },
    read: async (member) => {
      await moment();
      return holder.copy.owner === member ? holder.copy.rows.map(({ operation }) => operation) : null;
    },
    drop: async (ids) => {
      await moment();
      const { owner, rows } = holder.copy;
      holder.copy = { owner, rows: rows.filter(({ operation }) => !ids.includes(operation.id)) };
    },
    keepOnly: async (waiting) => {
      await moment();
      const there = new Set(holder.copy.rows.map(({ operation }) => operation.id));
      if (there.size === 0) return;
      const kept = await waiting();
      await moment();
      const { owner, rows } = holder.copy;
      const isKept = (id: string) => kept.has(id) || !there.has(id);
      holder.copy = { owner, rows: rows.filter(({ operation }) => isKept(operation.id)) };
    },
    begin: async (owner) => {
      await moment();
      holder.copy = { owner, rows: [] };
    },
  };
}
