import type { Store } from '../storage/store.ts';

/** One step of the stored form. A number once released is never changed or reused: add the next one. */
export type Migration = { version: number; apply(store: Store): void };
