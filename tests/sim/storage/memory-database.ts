import type { Database } from '../../../extension/db/database.ts';
import type { Dice } from '../random.ts';
import type { Life, Scheduler } from '../scheduler.ts';
import { type Disk, type Key, named, spend } from './disk.ts';
import { MemoryTable } from './memory-table.ts';

/** Puts back what a transaction changed. */
type Undo = () => void;

type Transaction = { scope: ReadonlySet<string>; writes: boolean; undo: Undo[]; failed: Error | null };

/**
 * The way from one process to its disk: one transaction at a time, each begun and committed by an event of its own, so that the
 * process can die before, between and after. What a dead process had not committed is taken back.
 */
export class Gate {
  readonly #scheduler: Scheduler;
  readonly #life: Life;
  readonly #dice: Dice;
  readonly disk: Disk;
  #busy = false;
  #begun = 0;
  #waiting: (() => void)[] = [];
  /** The transaction whose body is running: everything that happens to a table now belongs to it. */
  current: Transaction | null = null;
  #open: Transaction | null = null;

  constructor(scheduler: Scheduler, life: Life, dice: Dice, disk: Disk) {
    this.#scheduler = scheduler;
    this.#life = life;
    this.#dice = dice;
    this.disk = disk;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** The process died: what was open is as if it had never been. */
  crash(): void {
    if (this.#open !== null) takeBack(this.#open);
    this.#open = null;
    this.current = null;
  }

  /** One access to one table: part of the open transaction, or a transaction of its own. */
  access<T>(table: string, writes: boolean, work: () => T): Promise<T> {
    const { current } = this;
    if (current !== null) {
      if (!current.scope.has(table))
        return Promise.reject(named('NotFoundError', `${table} is not in the transaction`));
      if (writes && !current.writes)
        return Promise.reject(named('ReadOnlyError', 'the transaction only reads'));
      if (current.failed !== null) return Promise.reject(current.failed);
      try {
        return Promise.resolve(work());
      } catch (error) {
        if (isFinal(error)) current.failed = error as Error;
        return Promise.reject(error);
      }
    }
    return new Promise((resolve, reject) => {
      this.#enter(() => {
        const own: Transaction = { scope: new Set([table]), writes, undo: [], failed: null };
        this.#open = own;
        try {
          const value = work();
          this.#leave();
          resolve(value);
        } catch (error) {
          takeBack(own);
          this.#leave();
          reject(aborted(error));
        }
      });
    });
  }

  transaction<T>(writes: boolean, scope: ReadonlySet<string>, body: () => Promise<T>): Promise<T> {
    // One within another is part of it, as in Dexie.
    if (this.current !== null) return body();
    return new Promise((resolve, reject) => {
      this.#enter(() => {
        const own: Transaction = { scope, writes, undo: [], failed: null };
        this.#open = own;
        this.current = own;
        const fail = (error: unknown) => {
          takeBack(own);
          this.current = null;
          this.#leave();
          reject(aborted(error));
        };
        let ended = false;
        Promise.resolve()
          .then(body)
          .then(
            (value) => {
              ended = true;
              if (own.failed !== null) return fail(own.failed);
              this.current = null;
              this.#scheduler.after(this.#latency(), this.#life, () => {
                this.#leave();
                resolve(value);
              });
            },
            (error) => {
              ended = true;
              fail(error);
            },
          );
        // Looked at now and then: it costs an event.
        this.#begun += 1;
        if (this.#begun % 8 !== 1) return;
        this.#scheduler.after(0, this.#life, () => {
          // Dexie commits a transaction early whose body waits for anything but the database.
          if (!ended) fail(named('PrematureCommitError', 'a transaction waited for something else'));
        });
      });
    });
  }

  /** Notes how to take back what is about to be changed. */
  changing(rows: Map<Key, Record<string, unknown>>, key: Key): void {
    const had = rows.get(key);
    this.#open?.undo.push(had === undefined ? () => void rows.delete(key) : () => void rows.set(key, had));
    spend(this.disk.fault, named);
  }

  /** Deleting needs no room. */
  deleting(rows: Map<Key, Record<string, unknown>>, key: Key): void {
    const had = rows.get(key);
    if (had !== undefined) this.#open?.undo.push(() => void rows.set(key, had));
  }

  nextKey(table: string): number {
    const next = (this.disk.counters.get(table) ?? 0) + 1;
    this.disk.counters.set(table, next);
    return next;
  }

  #latency(): number {
    return this.#dice.next() * 2;
  }

  #enter(begin: () => void): void {
    this.#scheduler.after(this.#latency(), this.#life, () => {
      if (this.#busy) {
        this.#waiting.push(begin);
        return;
      }
      this.#busy = true;
      begin();
    });
  }

  #leave(): void {
    this.#open = null;
    const next = this.#waiting.shift();
    if (next === undefined) this.#busy = false;
    // What happens now has to end before the next begins.
    else this.#scheduler.after(0, this.#life, next);
  }
}

/** The shipped code's view of a disk: Dexie's tables, as far as the code uses them. Anything else is missing and fails loudly. */
export function openMemoryDatabase(gate: Gate): Database {
  const tables = [...gate.disk.layouts].map(([name, layout]) => new MemoryTable(gate, name, layout));
  const db = {
    name: 'memory',
    tables,
    table: (name: string) => tables.find((one) => one.name === name),
    transaction: (mode: string, ...rest: unknown[]) => {
      const body = rest.pop() as () => Promise<unknown>;
      const scope = new Set<string>();
      for (const tables of rest as ({ name: string } | { name: string }[])[]) {
        if (!Array.isArray(tables)) scope.add(tables.name);
        else for (const { name } of tables) scope.add(name);
      }
      return gate.transaction(mode.startsWith('rw'), scope, body);
    },
    isOpen: () => true,
    hasFailed: () => false,
    open: async () => db,
    close: () => {},
    ...Object.fromEntries(tables.map((table) => [table.name, table])),
  };
  return db as unknown as Database;
}

function takeBack({ undo }: Transaction): void {
  for (let i = undo.length - 1; i >= 0; i -= 1) undo[i]?.();
}

function isFinal(error: unknown): boolean {
  return error instanceof Error && (error.name === 'QuotaExceededError' || error.name === 'UnknownError');
}

/** A full disk arrives as an aborted transaction, with the reason inside. */
function aborted(error: unknown): unknown {
  return isFinal(error) ? named('AbortError', 'aborted', error as Error) : error;
}
