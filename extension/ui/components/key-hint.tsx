/**
 * The key that does the same as the words beside it. Drawn by the style sheet, because a control's name must be the words
 * that are seen on it, for those who speak to their computer (WCAG 2.5.3), and the key is none of them.
 */
export function KeyHint({ of }: { of: string }) {
  return <kbd aria-hidden="true" data-key={of} />;
}
