import type { Migration } from './migration.ts';

const statements = [
  // Rows of a transaction share one number, so that the pool needs no index over it: half of what a row was billed for.
  // gone: the day (since 1970, UTC) on which the row went; 0 where it is there. data: packed or as before, both are read.
  // hidden: who alone may see the row (rules/visible.ts says how); null where everybody may.
  `CREATE TABLE rec_new (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    seq INTEGER NOT NULL,
    gone INTEGER NOT NULL,
    steward TEXT,
    touch TEXT,
    hidden TEXT,
    data TEXT NOT NULL
  ) WITHOUT ROWID`,
  // Numbers are shared from now on by each 500 of the rows that there were, in their order: a cursor among them gets a few again.
  `INSERT INTO rec_new (id, kind, seq, gone, steward, touch, data)
    SELECT id, kind, max(seq) OVER (PARTITION BY chunk), gone * (unixepoch() / 86400), steward, touch, data
    FROM (SELECT *, (row_number() OVER (ORDER BY seq) - 1) / 500 AS chunk FROM rec)`,
  'DROP TABLE rec',
  'ALTER TABLE rec_new RENAME TO rec',
  'CREATE INDEX rec_steward ON rec (steward) WHERE steward IS NOT NULL',
  'CREATE INDEX rec_touch ON rec (touch) WHERE touch IS NOT NULL',
  'CREATE INDEX rec_hidden ON rec (hidden) WHERE hidden IS NOT NULL',
  'CREATE INDEX rec_gone ON rec (seq) WHERE gone > 0',

  // What moved with each number: a JSON array of ids. Those whose rec.seq is another have moved on since. n: how many there are.
  // live: rows of the pool that are not gone. entries: ids in the whole log. Both as of this number; the newest row always stays.
  `CREATE TABLE log (
    seq INTEGER PRIMARY KEY,
    n INTEGER NOT NULL,
    live INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    ids TEXT NOT NULL
  )`,
  `INSERT INTO log (seq, n, live, entries, ids)
    SELECT seq, count(*), (SELECT count(*) FROM rec WHERE gone = 0), (SELECT count(*) FROM rec), json_group_array(id)
    FROM rec GROUP BY seq`,
  // Ids of rows whose deletion is forgotten otherwise.
  `CREATE TABLE grave (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL
  ) WITHOUT ROWID`,
  'ALTER TABLE meta DROP COLUMN seq',
  // Deletions up to this number are forgotten.
  'ALTER TABLE meta ADD COLUMN floor INTEGER NOT NULL DEFAULT 0',
  // The floor from above which a device of an older version began from nothing, which then may pull from below it.
  'ALTER TABLE device ADD COLUMN boot INTEGER NOT NULL DEFAULT 0',
];

export const log: Migration = {
  version: 4,
  apply: (store) => {
    for (const statement of statements) store.write(statement);
  },
};
