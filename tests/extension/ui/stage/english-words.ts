import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { PROJECT } from '../../../tools/project.ts';

/**
 * Imported before anything that speaks: `chrome.i18n` over the English strings, in the form in which the build ships them,
 * and a browser set to British English.
 */
const file = join(PROJECT, 'extension/locales/en.json');
const messages = new Map<string, string>();
for (const message of await parseMessagesFile(file)) {
  if (message.type === 'simple') messages.set(message.key.join('_'), message.message);
}

function getMessage(key: string, values: string[] = []): string {
  return (messages.get(key) ?? '').replace(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] ?? '');
}

Object.assign(globalThis, { chrome: { i18n: { getMessage } } });
Object.defineProperty(globalThis, 'navigator', {
  value: { languages: ['fr-FR', 'en-GB'] },
  configurable: true,
});
