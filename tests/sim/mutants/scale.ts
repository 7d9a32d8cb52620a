import { type Mutant, mutant } from './mutant.ts';

/**
 * Limits of the engine, made so small that the little that happens in a run reaches them: pushes of several batches, pages in
 * pieces, pokes that only say the number. No faults: the engine has to be right with any of them.
 */
export const scaledDown: readonly Mutant[] = [
  mutant('push', 'shared/protocol/push.ts', 'operations: 500,', 'operations: 7,'),
  mutant('poke', 'shared/protocol/live-3.ts', 'pokeLength = 64 * 1024', 'pokeLength = 900'),
  mutant('newest', 'shared/protocol/pull-3.ts', 'newestRows = 500', 'newestRows = 9'),
  mutant('segments', 'extension/db/segment.ts', 'segmentLines = 250', 'segmentLines = 5'),
  mutant(
    'bundles',
    'extension/db/enqueue-operations.ts',
    '{ operations: 490, characters',
    '{ operations: 3, characters',
  ),
  mutant('what comes first', 'extension/sync/bootstrap.ts', 'newestFirst = 20_000', 'newestFirst = 6'),
  mutant('segments of one write', 'extension/sync/bootstrap.ts', 'written = 16', 'written = 2'),
  mutant('rows of one number', 'worker/src/workspace/tables/pool.ts', 'numberRows = 500', 'numberRows = 4'),
  mutant(
    'parts of a snapshot',
    'worker/src/workspace/operations/snapshot.ts',
    'partLength = 1_000_000',
    'partLength = 1_500',
  ),
  mutant('segments that are sent', 'shared/protocol/snapshot.ts', 'segmentRows = 250', 'segmentRows = 4'),
  {
    name: 'what is tidied up',
    file: 'worker/src/workspace/upkeep.ts',
    edits: [
      { text: 'const goneMost = 5_000;', instead: 'const goneMost = 2;' },
      { text: 'const entriesPerRow = 2;', instead: 'const entriesPerRow = 1;' },
      { text: 'const entriesSpare = 20_000;', instead: 'const entriesSpare = 1;' },
      { text: 'const sweptAtOnce = 500;', instead: 'const sweptAtOnce = 2;' },
      { text: 'const readAtOnce = 5_000;', instead: 'const readAtOnce = 6;' },
    ],
  },
  {
    name: 'outcomes that are kept',
    file: 'worker/src/workspace/tables/applied.ts',
    edits: [
      { text: 'const kept = 1000;', instead: 'const kept = 20;' },
      { text: 'const gathered = 100;', instead: 'const gathered = 4;' },
      { text: 'const rowMost = 500;', instead: 'const rowMost = 7;' },
    ],
  },
];
