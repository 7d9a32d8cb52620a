import type { Page } from 'playwright-core';

type SessionStorage = {
  get(): Promise<Record<string, unknown>>;
  onChanged: { addListener(f: (changes: Record<string, { newValue?: unknown }>) => void): void };
};

/**
 * Tells of every touch that the panel would call recorded: its id reaches session storage only after the transaction is
 * complete. `at` is the extension page's clock, milliseconds since the epoch. Works in any page of the extension.
 */
export async function watchAcknowledged(
  page: Page,
  told: (touch: string, at: number) => void,
): Promise<void> {
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
}
