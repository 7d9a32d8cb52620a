import type { Migration } from './migration.ts';

// copied: 1 for a device whose profile was found to be copied or set back, and for those that came of it: they may all hold the same
// unsent work.
const statement = 'ALTER TABLE device ADD COLUMN copied INTEGER NOT NULL DEFAULT 0';

export const copies: Migration = {
  version: 7,
  apply: (store) => store.write(statement),
};
