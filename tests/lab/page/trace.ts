import type { Browser } from 'playwright-core';
import { TRACE_CATEGORIES } from './trace-times.ts';

/** Chromium's trace from now until `end`, which gives its events. One at a time in a browser. */
export async function beginTrace(browser: Browser): Promise<{ end(): Promise<unknown[]> }> {
  const session = await browser.newBrowserCDPSession();
  const events: unknown[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const one of value) events.push(one);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: TRACE_CATEGORIES, excludedCategories: ['*'] },
  });
  return {
    async end() {
      const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
      await session.send('Tracing.end');
      await complete;
      await session.detach();
      return events;
    },
  };
}
