import { type Mutant, mutant, mutantOf } from './mutant.ts';

const takePage = 'extension/sync/take-page.ts';
const acknowledge = 'extension/sync/acknowledge.ts';
const enqueue = 'extension/db/enqueue-operations.ts';

/** Faults of the device. */
export const clientMutants: readonly Mutant[] = [
  mutant(
    'acknowledged before the commit',
    'extension/record/write-decisions.ts',
    "= await db.transaction('rw', recordTables(db), async () => {\n    const author",
    "= db.transaction('rw', recordTables(db), async () => {\n    const author",
  ),
  mutantOf('cursor written apart from its rows', takePage, [
    [
      "  return db.transaction('rw', recordTables(db), async () => {\n    const held",
      "  await writeMeta(db, 'cursor', page.cursor);\n  return db.transaction('rw', recordTables(db), async () => {\n    const held",
    ],
    ['if (held !== undefined && !isSame(held, asked)) return false;', 'void [held, asked, isSame];'],
  ]),
  mutant(
    'what is gone is kept',
    'extension/db/settle-records.ts',
    '=> (isAbsent(row) ? null : row);',
    '=> row;',
  ),
  mutantOf('a restart drops the outbox', takePage, [
    [
      "  await db.transaction('rw', [db.meta, db.bundles], async () => {\n    await doubtBundles(db);",
      "  await db.transaction('rw', [...[[db.meta, db.bundles]].flat(), db.outbox], async () => {\n    await db.outbox.clear();\n    await doubtBundles(db);",
    ],
  ]),
  mutant(
    'what an earlier bootstrap brought is never swept',
    takePage,
    'if (generation.sweep && !page.more) {',
    'if (generation.sweep && page.more) {',
  ),
  mutant(
    'pending work not laid on what is pulled',
    'extension/db/settle-records.ts',
    "const operations = all.filter(({ state }) => state !== 'own');",
    "const operations = all.filter(({ state }) => state !== 'own' && settling.base === undefined);",
  ),
  mutant(
    'work laid on a record of another kind',
    'extension/db/overlay.ts',
    'if (change.id !== ref.id || change.on !== ref.kind) continue;',
    'if (change.id !== ref.id) continue;',
  ),
  mutant(
    'acknowledged work forgotten before it is pulled',
    acknowledge,
    "if (outcome.kind === 'rejected' || state === 'done') done.push(row.n as number);",
    "if (outcome.kind === 'rejected' || state !== 'own') done.push(row.n as number);",
  ),
  mutant(
    'rejected work not shown to anybody',
    acknowledge,
    '  await db.outbox.bulkPut(taken);\n  await db.parked.bulkPut(parked);',
    '  await db.outbox.bulkPut(taken);',
  ),
  mutant(
    'the last acknowledged operation not remembered',
    acknowledge,
    "    await writeMeta(db, 'acked', answer.last);\n    await noteContact",
    '    await noteContact',
  ),
  mutant(
    'own work taken as pulled from the wrong place',
    acknowledge,
    'if (known && own !== null && cursor.seq === own.from && cursor.whole === true) {',
    'if (known && own !== null && cursor.whole === true) {',
  ),
  mutant(
    'a change from a poke laid on the wrong cursor',
    'extension/sync/take-steps.ts',
    'if (from !== at) break;',
    'if (from < at) break;',
  ),
  mutant(
    'a snapshot that was cut counts as whole',
    'extension/sync/read-snapshot.ts',
    "if (head === null || head.bytes > mostBytes) return 'cut';",
    "if (head === null || head.bytes > mostBytes) return 'end';",
  ),
  mutant(
    'outbox sent newest first',
    'extension/sync/batch.ts',
    '    .limit(most + inFlight)',
    '    .reverse()\n    .limit(most + inFlight)',
  ),
  mutant(
    "the server's clock not heeded",
    enqueue,
    'const now = author.now + (clock?.offset ?? 0);',
    'const now = author.now + 0 * (clock?.offset ?? 0);',
  ),
  mutant(
    'stamps forgotten',
    enqueue,
    "if (last !== null && operations.length > 0) await writeMeta(db, 'stamp', last);",
    '',
  ),
  mutant(
    'a revoked device keeps its pool',
    'extension/sync/revoked.ts',
    "new Set(['outbox', 'bundles', 'bundleBodies'])",
    "new Set(['outbox', 'bundles', 'bundleBodies', 'people'])",
  ),
  mutant(
    'a revoked device hands nothing in',
    'extension/sync/revoked.ts',
    'const handedIn = revoked.nonce !== null && (await handIn(deps, enrolment, revoked.nonce));',
    'const handedIn = revoked.nonce !== null || (await handIn(deps, enrolment, ""));',
  ),
  mutant(
    'an overloaded server asked again before its time',
    'extension/sync/syncer.ts',
    'if (retryAfterMs !== null) leaveAlone(retryAfterMs);',
    'if (retryAfterMs !== null) leaveAlone(0);',
  ),
  mutant(
    'news asks an overloaded server at once',
    'extension/sync/syncer.ts',
    'if (again && queued === null && !stopped && !heldBack) void start();',
    'if (again && queued === null && !stopped) void start();',
  ),
  mutant(
    'who is known kept by who has left',
    'extension/db/known-index.ts',
    "if ((await readMeta(db, 'cursor')) === undefined) return;",
    'void readMeta;',
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
  mutant(
    'what a database that was set back has lost stays lost',
    'extension/sync/restore-unsent.ts',
    'await requeueOperations(db, lost,',
    'await requeueOperations(db, lost.slice(1),',
  ),
  mutant(
    'an emptied database begins without its unsent work',
    'extension/sync/reconcile-storage.ts',
    'await requeueOperations(db, kept,',
    'await requeueOperations(db, kept.slice(0, -1),',
  ),
  mutant(
    'what waits is dropped from its copy',
    'extension/db/count-waiting.ts',
    'new Set(rows.map(({ id }) => id))',
    'new Set(rows.slice(1).map(({ id }) => id))',
  ),
  mutant(
    'called recorded before there is a copy',
    'extension/record/write-decisions.ts',
    "[{ type: 'write', changes: own }], author);\n  });\n  await copyUnsent(recorder, operations);",
    "[{ type: 'write', changes: own }], author);\n  });\n  void copyUnsent(recorder, operations);",
  ),
];
