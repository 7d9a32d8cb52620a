import type { Randomness } from '../../../shared/domain/ids.ts';
import type { PokedChanges } from '../../../shared/protocol/live-3.ts';
import type { Limits } from './limits.ts';
import type { Store } from './storage/store.ts';
import type { Meta } from './tables/meta.ts';
import type { Holders } from './tables/person-emails.ts';
import type { Pool } from './tables/pool.ts';
import type { TouchKeys } from './tables/touch-keys.ts';

/** Everything an operation may touch. It is only valid until the transaction ends. */
export type Transaction = {
  store: Store;
  meta: Meta;
  pool: Pool;
  holders: Holders;
  touchKeys: TouchKeys;
  limits: Limits;
  random: Randomness;
  /** Milliseconds since the epoch, the same all through. */
  now: number;
  /** The changes of operations that were applied, in their order: what small pokes carry. */
  changes: PokedChanges[];
  /** Members whose view has changed. */
  restarted: Set<string>;
  /** Whether any account is restricted; null while nobody has asked, or since that may have changed. */
  isAnyRestricted: boolean | null;
};
