import { type CopyFactory, openUnsentCopy, type UnsentCopy } from '../db/unsent-copy.ts';

/** Storage Buckets (WICG): each has its own IndexedDB. Chromium alone has them, and it alone needs them. */
type Buckets = {
  open(name: string, options: { durability: 'relaxed' | 'strict' }): Promise<Pick<CopyFactory, 'indexedDB'>>;
};

/**
 * The copy in a bucket of its own, whose files are others than those of the device's database. `relaxed`: it is there for what a kill
 * leaves, and against that the system's memory is enough; the database itself stands for the disk. Null where there are no buckets.
 */
export function browserUnsentCopy(): UnsentCopy | null {
  const { storageBuckets } = navigator as { storageBuckets?: Buckets };
  if (storageBuckets === undefined) return null;
  return openUnsentCopy(async () => {
    const { indexedDB } = await storageBuckets.open('unsent', { durability: 'relaxed' });
    return { indexedDB, IDBKeyRange };
  });
}
