import { browser } from 'wxt/browser';

/** Firefox has a sidebar where Chromium has a side panel, and the types know Chromium's only. */
type Sidebar = { sidebarAction?: { open(): Promise<void> } };

/** To be called at once in the person's click or key: browsers open nothing by themselves. */
export function openPanel(windowId: number | undefined): void {
  const opening =
    browser.sidePanel === undefined
      ? (browser as Sidebar).sidebarAction?.open()
      : windowId !== undefined && browser.sidePanel.open({ windowId });
  Promise.resolve(opening).catch(console.error);
}
