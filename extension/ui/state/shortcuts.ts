import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { WordKey } from './say.ts';

/** One key (as `KeyboardEvent.key` has it) and what it does; listed under `?` while its screen is shown. */
export type Shortcut = { key: string; does: WordKey; run: () => void };

export const shortcuts = signal<readonly Shortcut[]>([]);
/** Single keys disturb those who dictate or whose hands shake (WCAG 2.1.4): they can be switched off. */
export const singleKeys = signal(true);
const storedUnder = 'single-keys';

/** True where a key means a letter, or the control's own business. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target.isContentEditable || /^(?:TEXTAREA|SELECT)$/.test(target.tagName);
}

/** The Latin letter of the key's place where the layout writes another script, so that shortcuts work on every keyboard. */
function keyOf(event: KeyboardEvent): string {
  if (event.key.length !== 1 || event.key <= '~') return event.key;
  return event.code.replace(/^(?:Key|Digit)/, '').toLowerCase();
}

function press(event: KeyboardEvent): void {
  if (!singleKeys.value || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.repeat || isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
  const hit = shortcuts.value.findLast((shortcut) => shortcut.key === keyOf(event));
  if (hit === undefined) return;
  event.preventDefault();
  hit.run();
}

/** Listens for shortcuts, and returns the end of that. */
export function listenForShortcuts(): () => void {
  addEventListener('keydown', press);
  void browser.storage.local.get(storedUnder).then((stored) => {
    singleKeys.value = stored[storedUnder] !== false;
  });
  return () => removeEventListener('keydown', press);
}

export function setSingleKeys(on: boolean): void {
  singleKeys.value = on;
  void browser.storage.local.set({ [storedUnder]: on });
}

/** Offers shortcuts while the component is there; they always run its latest closures. */
export function useShortcuts(offered: readonly Shortcut[]): void {
  const latest = useRef(offered);
  latest.current = offered;
  const names = offered.map(({ key }) => key).join(' ');
  // `names` is what the list depends on.
  useLayoutEffect(() => {
    const mine = latest.current.map(({ key, does }) => ({
      key,
      does,
      run: () => latest.current.find((shortcut) => shortcut.key === key)?.run(),
    }));
    shortcuts.value = [...shortcuts.value, ...mine];
    return () => {
      shortcuts.value = shortcuts.value.filter((shortcut) => !mine.includes(shortcut));
    };
  }, [names]);
}
