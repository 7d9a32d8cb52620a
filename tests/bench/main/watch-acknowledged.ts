import type { OpenBrowser } from '../../e2e/browser.ts';

type SessionStorage = {
  get(): Promise<Record<string, unknown>>;
  onChanged: { addListener(f: (changes: Record<string, { newValue?: unknown }>) => void): void };
};

/**
 * Tells of every touch that the panel would call recorded: its id reaches session storage only after the transaction is
 * complete. `at` is the extension page's clock, milliseconds since the epoch. It watches from a tab of its own, whose
 * closing is the disposer.
 */
export async function watchAcknowledged(
  browser: OpenBrowser,
  told: (touch: string, at: number) => void,
): Promise<() => Promise<void>> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('dashboard.html'));
  const seen = new Set<string>();
  await page.exposeFunction('holdfastTold', (touches: string[], at: number) => {
    for (const touch of touches) {
      if (seen.has(touch)) continue;
      seen.add(touch);
      told(touch, at);
    }
  });
  await page.evaluate(() => {
    const scope = globalThis as unknown as {
      chrome: { storage: { session: SessionStorage } };
      holdfastTold(touches: string[], at: number): void;
    };
    const tell = (value: unknown) => {
      const touches = (value as { touches?: string[] } | undefined)?.touches ?? [];
      if (touches.length > 0) scope.holdfastTold(touches, performance.timeOrigin + performance.now());
    };
    scope.chrome.storage.session.onChanged.addListener((changes) => {
      for (const [key, { newValue }] of Object.entries(changes)) if (key.startsWith('page:')) tell(newValue);
    });
  });
  return () => page.close();
}
