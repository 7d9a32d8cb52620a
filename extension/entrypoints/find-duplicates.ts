import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openDatabase } from '../db/database.ts';
import { keepFindingDuplicates } from '../record/keep-finding-duplicates.ts';

// Runs as a worker of the dashboard: comparing ten thousand people takes a while, and neither a page nor a capture waits for it.
export default defineUnlistedScript(() => {
  const tools = {
    wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    now: () => performance.now(),
    failed: console.error,
  };
  void keepFindingDuplicates(openDatabase(), tools, new AbortController().signal);
});
