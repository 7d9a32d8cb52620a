import { browser } from 'wxt/browser';
import type { PageScripts } from './page-scripts.ts';

/**
 * The content scripts follow the grants. Registrations outlive a restart of the browser but not an update of the extension,
 * a grant may change while no service worker runs, and one that found a webmail may be stopped before it has registered it: so
 * they are made good at every start, which changes nothing where they are right. Pages that are open when a grant comes or the
 * extension is updated would be read from their next load on only, so they get their script at once.
 */
export function keepRegistered(scripts: PageScripts, origins: () => Promise<string[]>): void {
  const reconcile = () => scripts.reconcile().catch(console.error);
  const injectAt = (granted: string[]) => scripts.injectAt(granted).catch(console.error);
  browser.runtime.onInstalled.addListener(() => {
    void reconcile().then(async () => injectAt(await origins()));
  });
  // woken by the browser's start, so that pages which it restores find their scripts
  browser.runtime.onStartup.addListener(() => {});
  browser.permissions.onRemoved.addListener(() => void reconcile());
  browser.permissions.onAdded.addListener(({ origins: granted = [] }) => {
    void reconcile().then(() => injectAt(granted));
  });
  void reconcile();
}
