import type { Randomness } from '../../../shared/domain/ids.ts';
import {
  type Decided,
  decide,
  type Engine,
  openEngine,
  runUpkeep,
} from '../../../worker/src/workspace/decide.ts';
import type { Answer, Decision, Refused } from '../../../worker/src/workspace/decision.ts';
import { memoryLimits } from '../../../worker/src/workspace/limits.ts';
import type { Transaction } from '../../../worker/src/workspace/transaction.ts';
import { Killed, type SqliteStore } from './sqlite-store.ts';

export type Operation<Body> = (tx: Transaction) => Decision<Body>;

/** What has to be done after a commit. */
export type Told = Omit<Decided<unknown>, 'answer'>;

/** The object as a process: what it holds in memory goes when it dies, what it committed stays. */
export type WorkspaceServer = {
  store: SqliteStore;
  engine(): Engine;
  /** Runs one operation in its transaction. `killed`: the process died in it, and nothing of it stays. */
  decide<Body>(operation: Operation<Body>): Answer<Body> | 'killed';
  /** What the alarm does; milliseconds until the next, or null. */
  keepUp(): number | null;
  /** A new process over the same database. */
  restart(): void;
};

export type ServerParts = {
  store: SqliteStore;
  now: () => number;
  random: Randomness;
  told: (told: Told) => void;
};

export function createWorkspaceServer({ store, now: clock, random, told }: ServerParts): WorkspaceServer {
  const open = () => openEngine({ store, random, clock, limits: memoryLimits() });
  let engine = open();
  return {
    store,
    engine: () => engine,
    decide: (operation) => {
      try {
        const { answer, ...news } = decide(engine, operation);
        told(news);
        return answer;
      } catch (error) {
        if (error instanceof Killed) return 'killed';
        throw error;
      }
    },
    keepUp: () => {
      try {
        return runUpkeep(engine);
      } catch (error) {
        // An alarm that failed comes again.
        if (error instanceof Killed) return 1_000;
        throw error;
      }
    },
    restart: () => {
      engine = open();
      store.killIn = null;
    },
  };
}

export function isRefused(answer: { kind: string } | 'killed'): answer is Refused {
  return answer !== 'killed' && answer.kind === 'refused';
}
