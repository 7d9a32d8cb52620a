import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

type Props = { title: string; children: ComponentChildren; close: () => void };

/** A dialog in the browser's top layer: focus stays in it, Escape closes it, focus returns to where it came from. */
export function Modal({ title, children, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} class="modal" aria-labelledby={heading} onClose={close}>
      <h2 id={heading} dir="auto">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
