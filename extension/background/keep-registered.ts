import { browser } from 'wxt/browser';
import { browserRegistration } from './browser-surfaces.ts';
import { type ContentScript, injectIntoOpenTabs, registerContentScripts } from './content-registration.ts';

/**
 * The content scripts follow the grants. Registrations outlive a restart of the browser but not an update of the extension,
 * and a grant may change while no service worker runs: so they are made good at both. Pages that are open at that moment would
 * be read from their next load on only, so they get the scripts at once.
 */
export function keepRegistered(scripts: readonly ContentScript[]): void {
  const register = () => registerContentScripts(browserRegistration, scripts).catch(console.error);
  const injectAt = (origins: string[]) =>
    injectIntoOpenTabs(browserRegistration, scripts, origins).catch(console.error);
  browser.runtime.onInstalled.addListener(() => {
    void register().then(async () => injectAt(await browserRegistration.origins()));
  });
  browser.runtime.onStartup.addListener(() => void register());
  browser.permissions.onRemoved.addListener(() => void register());
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void register().then(() => injectAt(origins));
  });
}
