/** One regular expression for phrases, in any case of letters; `before` and `after` stand around all of them. */
export function anyOf(
  phrases: readonly string[],
  { before = '', after = '' }: { before?: string; after?: string } = {},
): RegExp {
  return new RegExp(`${before}(?:${phrases.join('|')})${after}`, 'i');
}
