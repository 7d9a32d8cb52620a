import type { Migration } from './migration.ts';

const statements = [
  // Merges that stand, as the pool's rows of kind `pair` say; here they can be walked from either end.
  `CREATE TABLE merge_link (
    pair TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    keep TEXT NOT NULL,
    other TEXT NOT NULL,
    number INTEGER NOT NULL UNIQUE
  ) WITHOUT ROWID`,
  'CREATE INDEX merge_link_keep ON merge_link (keep)',
  'CREATE INDEX merge_link_other ON merge_link (other)',

  // Who holds an address, so that a second holder is noticed.
  `CREATE TABLE person_email (
    email TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (email, person)
  ) WITHOUT ROWID`,
  `INSERT INTO person_email (email, person)
    SELECT held.key, rec.id FROM rec, json_each(rec.data, '$.sets.emails') AS held
    WHERE rec.kind = 'person' AND rec.gone = 0`,
];

export const merging: Migration = {
  version: 2,
  apply: (store) => {
    for (const statement of statements) store.write(statement);
  },
};
