import type { Randomness } from '../../../shared/domain/ids.ts';
import type { Answer, Decision, refuse } from '../../../worker/src/workspace/decision.ts';
import { type Limits, memoryLimits } from '../../../worker/src/workspace/limits.ts';
import { readMeta } from '../../../worker/src/workspace/tables/meta.ts';
import { openPool } from '../../../worker/src/workspace/tables/pool.ts';
import type { Transaction } from '../../../worker/src/workspace/transaction.ts';
import { Killed, type SqliteStore } from './sqlite-store.ts';

export type Operation<Body> = (tx: Transaction) => Decision<Body>;

/** What the object tells others after a commit. */
export type Told = { moved: number | null; by: string | null; close: readonly string[] };

/** The object as a process: what it holds in memory goes when it dies, what it committed stays. */
export type WorkspaceServer = {
  store: SqliteStore;
  /** Runs one operation in its transaction. `killed`: the process died in it, and nothing of it stays. */
  decide<Body>(operation: Operation<Body>): Answer<Body> | 'killed';
  /** A new process over the same database. */
  restart(): void;
};

export type ServerParts = {
  store: SqliteStore;
  now: () => number;
  random: Randomness;
  told: (told: Told) => void;
};

/** What the Durable Object's shell does around each operation. */
export function createWorkspaceServer({ store, now: clock, random, told }: ServerParts): WorkspaceServer {
  let limits: Limits = memoryLimits();
  const open = (now: number): Transaction => {
    const meta = readMeta(store);
    if (meta === null) throw new Error('a workspace without its meta row');
    return { store, meta, pool: openPool(store, meta.seq), limits, random, now };
  };
  return {
    store,
    decide: (operation) => {
      const now = clock();
      try {
        const { decision, moved } = store.transaction(() => {
          const tx = open(now);
          const decision = operation(tx);
          tx.pool.flush();
          return { decision, moved: tx.pool.seq() > tx.meta.seq ? tx.pool.seq() : null };
        });
        if (decision.kind === 'refused') return decision;
        told({ moved, by: decision.tell.by, close: decision.tell.close });
        return { kind: 'done', body: decision.body };
      } catch (error) {
        if (error instanceof Killed) return 'killed';
        throw error;
      }
    },
    restart: () => {
      limits = memoryLimits();
      store.killIn = null;
    },
  };
}

export function isRefused(answer: { kind: string } | 'killed'): answer is ReturnType<typeof refuse> {
  return answer !== 'killed' && answer.kind === 'refused';
}
