import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { singleKeys } from '../state/shortcuts.ts';

type Props = {
  children: ComponentChildren;
  run: () => void | Promise<unknown>;
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  /** The single key that does the same, shown beside the words. */
  keyHint?: string | null;
  /** Said instead of the words where several buttons carry the same ones. */
  label?: string;
  disabled?: boolean;
};

/** A button that cannot be pressed twice while what it started is still under way. */
export function Action({ children, run, look = 'plain', keyHint = null, label, disabled = false }: Props) {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await run();
    } finally {
      setBusy(false);
    }
  };
  return (
    <button
      type="button"
      class={`button ${look}`}
      disabled={disabled}
      aria-disabled={busy}
      aria-label={label}
      aria-keyshortcuts={keyHint ?? undefined}
      onClick={press}
    >
      {children}
      {keyHint !== null && singleKeys.value && <kbd aria-hidden="true">{keyHint}</kbd>}
    </button>
  );
}
