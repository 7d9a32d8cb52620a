import type { Database } from '../../../extension/db/database.ts';
import type { Life } from '../scheduler.ts';

type StoredRow = Record<string, unknown>;

/** A device's storage as the simulator handles it: opened by a process, looked into by the checks, harmed by faults. */
export type DeviceStorage = {
  open(life: Life): { db: Database; busy: () => boolean };
  /** The process that had it open died. */
  crashed(): void;
  /** What is committed, without going through the engine. */
  rows(table: string): Promise<StoredRow[]>;
  tables(): readonly string[];
  /** How many more writes fit; null: any number. */
  setRoom(writes: number | null): void;
  /** One write fails, after so many others. */
  failIn(writes: number | null): void;
  /** As a release before this one left it, where the tier has releases; its upgrade comes with the next opening. */
  layOld?(rows: ReadonlyMap<string, readonly object[]>, blockedMs: number): Promise<void>;
  /** What eviction or a purge does. No process has it open. */
  clear(): Promise<void>;
  /** An image, and going back to one: a copied profile, a restored backup. */
  image(): Promise<unknown>;
  setImage(image: unknown): Promise<void>;
};
