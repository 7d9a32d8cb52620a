import type { BenchRecord } from '../records.ts';

/** What a page is told when it becomes a client. */
export type ClientOptions = {
  /** The engine's server, without a slash at the end. */
  server: string;
  /** `a` writes, `b` reads. */
  name: string;
  /** How an invited device joins; empty for engines without such a thing. */
  link: string;
};

/** One engine in a page, behind the interface that all of them share. */
export type Engine = {
  /** What happens once in a device's life and is not timed, such as redeeming an invitation. */
  prepare?(options: ClientOptions): Promise<void>;
  /** Opens an empty database of its own and begins to replicate. */
  open(options: ClientOptions): Promise<Client>;
};

export type Client = {
  /**
   * Whether `write` and `holds` resolve only when it is durable here. Where an engine writes to IndexedDB behind the
   * application's back, the end of its last transaction is taken instead.
   */
  saysDurable: boolean;
  /** Writes locally as the engine's makers document it for many records, and sets off the push. */
  write(records: readonly BenchRecord[]): Promise<void>;
  /**
   * Resolves once the server has acknowledged all that was written, with the moment where that was earlier (milliseconds since
   * the epoch); absent where the engine does not say.
   */
  acknowledged?(): Promise<number | undefined>;
  /** Resolves once so many records can be read here. */
  holds(count: number): Promise<void>;
  /** How many records can be read here. */
  count(): Promise<number>;
  /** Changes one field of one record. */
  change(id: string, note: string): Promise<void>;
  /** Calls back with the note of this record whenever it changes; may call more often. */
  watch(id: string, seen: (note: string) => void): void;
  /** Opens the live connection, where that is apart from opening; resolves once it stands. */
  goLive?(): Promise<void>;
};
