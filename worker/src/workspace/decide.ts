import type { DeviceId, Randomness } from '../../../shared/domain/ids.ts';
import type { Answer, Decision } from './decision.ts';
import { refuse } from './decision.ts';
import type { Limits } from './limits.ts';
import { type Step, stepOf } from './live/step.ts';
import { isWorkspace } from './migrations/migrate.ts';
import { hiddenFrom } from './rules/visible.ts';
import type { Store } from './storage/store.ts';
import { type Head, readHead } from './tables/log.ts';
import { type Meta, readMeta } from './tables/meta.ts';
import { openHolders } from './tables/person-emails.ts';
import { openPool } from './tables/pool.ts';
import { openTouchKeys } from './tables/touch-keys.ts';
import type { Transaction } from './transaction.ts';
import { keepUp, type Upkeep, upkeepAfter } from './upkeep.ts';

/**
 * One workspace without what it runs in: no sockets, no alarms, nothing of a platform. The Durable Object's class lays those
 * around it; the simulator brings its own.
 */
export type Engine = {
  store: Store;
  random: Randomness;
  /** Milliseconds since the epoch. */
  clock: () => number;
  limits: Limits;
  upkeep: Upkeep;
  /** Whether the store was seen to hold a workspace, which it never ceases to do. */
  isWorkspace: boolean;
  memo: Memo | null;
};

/** What the last commit left, so that the next transaction need not read it again: nobody else writes to the store. */
type Memo = { meta: Meta; head: Head; isAnyRestricted: boolean | null; isAnyWithheld: boolean | null };

export function openEngine(parts: Pick<Engine, 'store' | 'random' | 'clock' | 'limits'>): Engine {
  return { ...parts, upkeep: { compacted: null, shortened: false }, isWorkspace: false, memo: null };
}

/** What is to be done now that the transaction has committed, in this order: close, poke, set the alarm, answer. */
export type Decided<Body> = {
  answer: Answer<Body>;
  /** Devices that are no longer served. */
  close: readonly DeviceId[];
  /** What moved in the pool, for everybody else's devices; null where nothing did. */
  step: Step | null;
  /** The log or deletions have grown: `runUpkeep` is to run once so many milliseconds have passed, or sooner. */
  upkeepMs: number | null;
};

/** One operation in one synchronous transaction. What it throws is a bug, and leaves nothing behind. */
export function decide<Body>(engine: Engine, operation: (tx: Transaction) => Decision<Body>): Decided<Body> {
  engine.isWorkspace ||= isWorkspace(engine.store);
  if (!engine.isWorkspace) return nothing(refuse('not-found', 'No such workspace'));
  const now = engine.clock();
  const { decision, step, upkeepMs, memo } = engine.store.transaction(() => {
    const tx = openTransaction(engine, now);
    const from = tx.pool.head().seq;
    const decision = operation(tx);
    tx.holders.flush();
    tx.touchKeys.flush();
    tx.pool.seal();
    const by = decision.kind === 'refused' ? null : decision.tell.by;
    return { decision, step: stepOf(tx, from, by), upkeepMs: upkeepAfter(tx), memo: memoOf(tx) };
  });
  // Only now: what failed has left nothing.
  engine.memo = memo;
  if (decision.kind === 'refused') return nothing(decision);
  return { answer: { kind: 'done', body: decision.body }, close: decision.tell.close, step, upkeepMs };
}

/** What an alarm does: a bounded piece of tidying up. Milliseconds until it wants to be called again, or null. */
export function runUpkeep(engine: Engine): number | null {
  engine.isWorkspace ||= isWorkspace(engine.store);
  if (!engine.isWorkspace) return null;
  const now = engine.clock();
  // It moves the floor and the log's count of entries under what is remembered.
  engine.memo = null;
  return engine.store.transaction(() => keepUp(openTransaction(engine, now), engine.upkeep));
}

function memoOf({ meta, pool, isAnyRestricted, touchKeys }: Transaction): Memo {
  return { meta, head: pool.head(), isAnyRestricted, isAnyWithheld: touchKeys.isAnyWithheld() };
}

/** To be called inside a transaction of the engine's store. */
export function openTransaction({ store, limits, random, memo }: Engine, now: number): Transaction {
  const meta = memo?.meta ?? readMeta(store);
  if (meta === null) throw new Error('a workspace without its meta row');
  const pool = openPool(store, {
    start: memo?.head ?? readHead(store),
    now,
    buries: meta.floor > 0,
    hide: (id, held, reading) => hiddenFrom(tx, id, held, reading),
  });
  const tx: Transaction = {
    store,
    meta,
    pool,
    holders: openHolders(store, pool, meta.key),
    touchKeys: openTouchKeys(store, memo?.isAnyWithheld ?? null),
    limits,
    random,
    now,
    changes: [],
    restarted: new Set(),
    isAnyRestricted: memo?.isAnyRestricted ?? null,
  };
  return tx;
}

function nothing<Body>(answer: Answer<Body>): Decided<Body> {
  return { answer, close: [], step: null, upkeepMs: null };
}
