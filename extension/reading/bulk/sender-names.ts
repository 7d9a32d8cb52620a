const service = new Set(['via', 'über', 'par', 'por', 'através']);
const house = new Set('from at von vom de del da do di du van z od'.split(' '));

/** `Peter Lund via SignDesk <…@signdesk.example>`: a service that writes for somebody, and whom it writes for is elsewhere. */
export function isInTheNameOf(name: string, email: string): boolean {
  return isNamedAfter(service, name, email);
}

/** `Anna from Acme <anna@acme.example>`, as mailings sign that want to be letters, and families who write from their own domain. */
export function speaksForHouse(name: string, email: string): boolean {
  return isNamedAfter(house, name, email);
}

/** Whether the words after one of `joining` name the address's host, but for an article before them. */
function isNamedAfter(joining: ReadonlySet<string>, name: string, email: string): boolean {
  const host = letters(email.slice(email.lastIndexOf('@')));
  const words = name
    .slice(0, 300)
    .toLowerCase()
    .split(/[\s()]/)
    .filter((word) => word !== '');
  return words.some((word, at) => {
    if (at === 0 || !joining.has(word)) return false;
    const [whole, withoutArticle] = [words.slice(at + 1), words.slice(at + 2)].map((rest) =>
      letters(rest.join('')),
    );
    return [whole, withoutArticle].some((named = '') => named.length > 2 && host.includes(named));
  });
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
