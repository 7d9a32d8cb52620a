import type { Migration } from './migration.ts';

// The day comes first, so that what is too old is one range at the table's beginning. No member: only the device can raise a total.
const statement = `CREATE TABLE yield (
  day INTEGER NOT NULL,
  device TEXT NOT NULL,
  reader TEXT NOT NULL,
  version INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  read INTEGER NOT NULL,
  partly INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  opened INTEGER NOT NULL,
  used INTEGER NOT NULL,
  PRIMARY KEY (day, device, reader, version)
) WITHOUT ROWID`;

export const yields: Migration = {
  version: 3,
  apply: (store) => store.write(statement),
};
