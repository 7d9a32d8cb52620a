import { browser } from 'wxt/browser';
import type { BadgeWords } from './badge.ts';

// WXT's i18n module names the sentences of locales/en.json with underscores, and types only those that it generated itself.
const i18n = browser.i18n as unknown as { getMessage(name: string): string };
const say = (key: string) => i18n.getMessage(key.replaceAll('.', '_'));

/** The badge's words in the browser's language, and the tooltip where there is nothing to say. */
export function badgeWords(): { words: BadgeWords; otherwise: string } {
  const words: BadgeWords = {
    known: { text: say('badge.known.text'), title: say('badge.known.title') },
    several: { text: say('badge.several.text'), title: say('badge.several.title') },
    unknown: { text: say('badge.unknown.text'), title: say('badge.unknown.title') },
    changed: { text: say('badge.changed.text'), title: say('badge.changed.title') },
    ask: { text: say('badge.ask.text'), title: say('badge.ask.title') },
    unhealthy: { text: say('badge.unhealthy.text'), title: say('badge.unhealthy.title') },
  };
  return { words, otherwise: say('extension.action') };
}
