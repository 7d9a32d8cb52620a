import type { Migration } from './migration.ts';

// Accounts that only some may see, as their rows in the pool say; here it can be asked without reading these. team: a JSON array.
const statement = `CREATE TABLE restricted (
  account TEXT PRIMARY KEY,
  steward TEXT,
  team TEXT NOT NULL
) WITHOUT ROWID`;

export const restricted: Migration = {
  version: 5,
  apply: (store) => store.write(statement),
};
