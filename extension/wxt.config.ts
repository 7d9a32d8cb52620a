import type { UserManifest } from 'wxt';
import { defineConfig } from 'wxt';
import manifestOfPackage from '../package.json' with { type: 'json' };

/*
 * `wxt build extension` makes .output/chrome-mv3, `wxt build extension -b firefox --mv3` .output/firefox-mv3.
 * With HOLDFAST_GRANT_LOCAL=1 the folder is called …-local and hosts of this machine and of samples are granted from the start:
 * a permission prompt cannot be clicked by a test. Nothing else differs.
 */
const grantLocal = process.env.HOLDFAST_GRANT_LOCAL === '1';
const localHosts = ['127.0.0.1', 'localhost', '*.example', '*.test'].flatMap((host) => [
  `http://${host}/*`,
  `https://${host}/*`,
]);

/** Fixes the id of an unpacked extension (debjhfinkedgfbhdanpgamlobidbfgol); its private half was never kept. */
const publicKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAoxC8VD267U46o2HbjCTcEWax4H/7fInttiV+sJPVgQkcnFDR+p/8f94P8JQGpBtYSaiVYdj0' +
  'hg4uDTbseOI7YjKWZvhERxJt/5JdNHKaTiD0ydyCj0cU0U3A4nLyL7xbuDsr6dmKXn7ILDI/bOk79QCqIgURPYpydPiJaKQUtqusU2TB3eVwJ2NrjvyV' +
  'x9VBT6dnDoHg/9qMtmzNKeOTSgfJYBWV1AzwVGSL0JJnWzjy8xsJb+lhVwenaT5pObXQHF99Qjx6+//N/sdC4kX95NcGShqsDXuKIlpnG0cQzgBRFM9G' +
  'pO6+ZTylErb0FS9cGRpp43Xb9ALnvcQpoXfEcwIDAQAB';

/** The worker's address is the workspace's own, so any host may be connected to; images may not, lest one phones home. */
const pageSecurity = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  'connect-src http: https: ws: wss:',
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const openKey = { default: 'Alt+Shift+H' };

const everywhere: UserManifest = {
  name: '__MSG_extension_name__',
  short_name: 'Holdfast',
  description: '__MSG_extension_description__',
  version: manifestOfPackage.version,
  default_locale: 'en',
  permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'activeTab'],
  optional_host_permissions: ['https://*/*', 'http://*/*'],
  ...(grantLocal ? { host_permissions: localHosts } : {}),
  incognito: 'not_allowed',
  content_security_policy: { extension_pages: `${pageSecurity};` },
  action: { default_title: '__MSG_extension_action__' },
};

const look = {
  description: '__MSG_extension_lookCommand__',
  suggested_key: { default: 'Alt+Shift+L' },
};

const chrome: UserManifest = {
  ...everywhere,
  key: publicKey,
  minimum_chrome_version: '126',
  // a service worker has no parser; neither shows a warning
  permissions: [...(everywhere.permissions ?? []), 'sidePanel', 'offscreen'],
  // Without this key every other extension may message this one.
  externally_connectable: { ids: [] },
  commands: { _execute_action: { suggested_key: openKey }, look },
};

const firefox: UserManifest = {
  ...everywhere,
  browser_specific_settings: {
    gecko: {
      id: '{0806911b-6de2-41d4-81ac-9d576856fe35}',
      strict_min_version: '140.0',
      data_collection_permissions: {
        required: ['personallyIdentifyingInfo', 'personalCommunications', 'websiteContent'],
      },
    },
  },
  commands: { _execute_sidebar_action: { suggested_key: openKey }, look },
};

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}{{modeSuffix}}${grantLocal ? '-local' : ''}`,
  manifest: ({ browser }) => (browser === 'firefox' ? firefox : chrome),
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { target: 'es2023', modulePreload: false },
  }),
});
