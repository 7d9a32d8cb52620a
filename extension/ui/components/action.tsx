import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { singleKeys } from '../state/shortcuts.ts';
import { KeyHint } from './key-hint.tsx';

type Props = {
  children: ComponentChildren;
  run: () => void | Promise<unknown>;
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  /** The single key that does the same, shown beside the words. */
  keyHint?: string | null;
  /** Whom or what it concerns: said after the words, where several buttons carry the same ones. */
  about?: string;
  disabled?: boolean;
};

/** A button that cannot be pressed twice while what it started is still under way. */
export function Action({ children, run, look = 'plain', keyHint = null, about, disabled = false }: Props) {
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
      aria-keyshortcuts={keyHint ?? undefined}
      onClick={press}
    >
      {children}
      {about !== undefined && <span class="hidden"> {about}</span>}
      {keyHint !== null && singleKeys.value && <KeyHint of={keyHint} />}
    </button>
  );
}
