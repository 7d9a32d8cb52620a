import { browser } from 'wxt/browser';
import { randomId } from '../../shared/domain/ids.ts';
import { type CopyFactory, openUnsentCopy, type UnsentCopy } from '../db/unsent-copy.ts';

/** Storage Buckets (WICG): each has its own IndexedDB, in files of its own. Chromium alone has them, and it alone needs them. */
type Buckets = {
  open(name: string, options: { durability: 'relaxed' | 'strict' }): Promise<Pick<CopyFactory, 'indexedDB'>>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<void>;
};

const prefix = 'unsent-';
const sessionKey = 'unsent-bucket';

/**
 * `relaxed`: it is there for what a kill leaves, and against that the system's memory is enough; the database itself stands for the
 * disk. Null where there are no buckets.
 */
export function browserUnsentCopy(): UnsentCopy | null {
  const { storageBuckets: buckets } = navigator as { storageBuckets?: Buckets };
  if (buckets === undefined) return null;
  let current: Promise<string> | null = null;
  return openUnsentCopy({
    current: () => {
      current ??= ofThisStart();
      return current;
    },
    all: async () => (await buckets.keys()).filter((name) => name.startsWith(prefix)),
    open: async (name) => {
      const { indexedDB } = await buckets.open(name, { durability: 'relaxed' });
      return { indexedDB, IDBKeyRange };
    },
    drop: (name) => buckets.delete(name),
  });
}

/** Session storage goes with the browser's process, and outlives the service worker's. */
async function ofThisStart(): Promise<string> {
  const held = (await browser.storage.session.get(sessionKey))[sessionKey];
  if (typeof held === 'string') return held;
  const name = `${prefix}${randomId()}`;
  await browser.storage.session.set({ [sessionKey]: name });
  return name;
}
