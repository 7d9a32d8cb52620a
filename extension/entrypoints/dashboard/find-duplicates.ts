import { openDatabase } from '../../db/database.ts';
import { keepFindingDuplicates } from '../../record/keep-finding-duplicates.ts';

const tools = {
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  now: () => performance.now(),
  failed: console.error,
};
void keepFindingDuplicates(openDatabase(), tools, new AbortController().signal);
