import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityProblems, sticksOut } from './accessible.ts';

/** Nothing that axe finds in light or dark, and nothing that sticks out of a narrow, a middling or a wide window. */
export async function expectNoBarrier(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityProblems(page)).toEqual([]);
  }
  for (const width of [320, 700, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => sticksOut(page)).toEqual([]);
  }
}
