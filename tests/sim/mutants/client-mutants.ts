import { type Mutant, mutant } from './mutant.ts';

const takePage = 'extension/sync/take-page.ts';
const acknowledge = 'extension/sync/acknowledge.ts';
const enqueue = 'extension/db/enqueue-operations.ts';
const revoked = 'extension/sync/revoked.ts';

/** Faults of the device. */
export const clientMutants: readonly Mutant[] = [
  {
    name: 'cursor written apart from its rows',
    file: takePage,
    tier: 'engine',
    edits: [
      {
        text: "  return db.transaction('rw', recordTables(db), async () => {\n    const held",
        instead:
          "  await writeMeta(db, 'cursor', page.cursor);\n  return db.transaction('rw', recordTables(db), async () => {\n    const held",
      },
      {
        text: 'if (held !== undefined && !isSame(held, asked)) return false;',
        instead: 'void [held, asked, isSame];',
      },
    ],
  },
  mutant(
    'what is gone is kept',
    takePage,
    'base: row.gone ? null : { kind, id, ...row },',
    'base: { kind, id, ...row },',
  ),
  {
    name: 'a restart drops the outbox',
    file: takePage,
    tier: 'engine',
    edits: [
      {
        text: "  await db.transaction('rw', db.meta, async () => {",
        instead:
          "  await db.transaction('rw', [db.meta, db.outbox], async () => {\n    await db.outbox.clear();",
      },
    ],
  },
  mutant(
    'pending work not laid on what is pulled',
    'extension/db/settle-records.ts',
    'const operations = own.get(settling.id) ?? [];',
    'const operations = settling.base === undefined ? (own.get(settling.id) ?? []) : [];',
  ),
  mutant(
    'acknowledged work forgotten before it is pulled',
    acknowledge,
    "if (outcome.kind === 'rejected' || pulled) done.push",
    'if (pulled || !pulled) done.push',
  ),
  mutant(
    'rejected work not shown to anybody',
    acknowledge,
    'await db.parked.bulkPut(parked);',
    'void parked;',
  ),
  mutant(
    'the last acknowledged operation not remembered',
    acknowledge,
    "    await writeMeta(db, 'acked', answer.last);\n    await noteContact",
    '    await noteContact',
  ),
  mutant(
    'outbox sent newest first',
    'extension/sync/push.ts',
    "const waiting = await db.outbox.where('state').equals('waiting').limit(most).toArray();",
    "const waiting = await db.outbox.where('state').equals('waiting').reverse().limit(most).toArray();",
  ),
  mutant(
    "the server's clock not heeded",
    enqueue,
    'const now = author.now + (clock?.offset ?? 0);',
    'const now = author.now + 0 * (clock?.offset ?? 0);',
  ),
  mutant('stamps forgotten', enqueue, "  await writeMeta(db, 'stamp', last);", '  void writeMeta;'),
  mutant(
    'a revoked device keeps its pool',
    revoked,
    "db.tables.filter((t) => t.name !== 'outbox')",
    "db.tables.filter((t) => t.name !== 'outbox' && t.name !== 'people')",
  ),
  mutant(
    'a revoked device hands nothing in',
    revoked,
    'const handedIn = revoked.nonce !== null && (await handIn(deps, enrolment, revoked.nonce));',
    'const handedIn = revoked.nonce !== null || (await handIn(deps, enrolment, ""));',
  ),
  mutant(
    'a page outranks a person',
    'shared/sync/register.ts',
    "if (write.rank === 'page') return held;",
    "if (write.rank === 'page' && held.rank === 'page') return held;",
  ),
  mutant(
    'removal without the tags that were seen',
    'shared/sync/observed-set.ts',
    'const left = tags.filter((tag) => !seen.includes(tag));',
    'const left = tags.filter((tag) => seen.length === 0 && !seen.includes(tag));',
  ),
];
