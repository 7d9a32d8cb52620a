import type { Migration } from './migration.ts';

// private: 1 where a handed-in operation is a private note: no admin is shown it, and its member alone gets it back.
const statement = 'ALTER TABLE quarantine ADD COLUMN private INTEGER NOT NULL DEFAULT 0';

export const privateHandIns: Migration = {
  version: 6,
  apply: (store) => store.write(statement),
};
