import { browser } from 'wxt/browser';
import { browserRegistration } from './browser-surfaces.ts';
import { type ContentScript, injectIntoOpenTabs, registerContentScripts } from './content-registration.ts';

/**
 * The content scripts follow the grants. Registrations outlive a restart of the browser but not an update of the extension,
 * and a grant may change while no service worker runs: so they are made good at both.
 */
export function keepRegistered(scripts: readonly ContentScript[]): void {
  const register = () => registerContentScripts(browserRegistration, scripts).catch(console.error);
  browser.runtime.onInstalled.addListener(() => void register());
  browser.runtime.onStartup.addListener(() => void register());
  browser.permissions.onRemoved.addListener(() => void register());
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void register().then(() => injectIntoOpenTabs(browserRegistration, scripts, origins));
  });
}
