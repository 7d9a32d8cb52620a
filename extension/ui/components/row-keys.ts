import { useShortcuts } from '../state/shortcuts.ts';

/** j and k step through the rows of the list on screen; Enter then follows the row's link, as everywhere. */
export function useRowKeys(): void {
  useShortcuts([
    { key: 'j', does: 'keys.nextRow', run: () => step(1) },
    { key: 'k', does: 'keys.previousRow', run: () => step(-1) },
  ]);
}

function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? rows[by > 0 ? 0 : rows.length - 1] : rows[at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
