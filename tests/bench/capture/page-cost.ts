import * as v from 'valibot';
import { openPageReader } from '../../lab/page/open-page-reader.ts';

export type PageCost = {
  /** Main-thread milliseconds that the content script took of each page. */
  perPage: number[];
  /** The longest of each page's tasks, as far as it was the script's, in milliseconds. */
  longestTask: number[];
};

const row = v.object({ url: v.optional(v.nullable(v.string()), ''), html: v.string() });

/** Reads pages one after the other, with nothing beside them, as one tab is read. Pages that cannot be read are left out. */
export async function measurePageCost(rows: readonly unknown[], signal: AbortSignal): Promise<PageCost> {
  const reader = await openPageReader(signal);
  const cost: PageCost = { perPage: [], longestTask: [] };
  try {
    for (const one of rows) {
      signal.throwIfAborted();
      const { url, html } = v.parse(row, one);
      const read = await reader.read({ url: url ?? '', html });
      if (read.kind === 'failed') continue;
      cost.perPage.push(read.times.ms);
      cost.longestTask.push(read.times.longestTask);
    }
  } finally {
    await reader.close();
  }
  return cost;
}
