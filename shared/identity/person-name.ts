/** Words that make "A, B" a company and no person written surname first. */
const companyWords =
  /(?:^|[\s.,])(?:gmbh|ag|kg|ug|inc|ltd|llc|llp|plc|co|corp|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy|aps|kft|sro|spzoo|pty)\.?$/iu;

/** Case, accents, punctuation and the order of the words are no difference between two spellings of one name. */
export function foldName(name: string): string {
  return nameWords(name).sort().join(' ');
}

/** The words of a name, folded, in order: lower case, without accents and punctuation. */
export function nameWords(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * The name that a header's display name gives to the owner of `email`, or null where it gives none: it is an address (worse,
 * another one), a repetition of the local part, or without a letter. "Doe, John" becomes "John Doe".
 */
export function personNameFrom(displayName: string | null | undefined, email: string): string | null {
  const name = (displayName ?? '')
    .normalize('NFC')
    // Control characters and changes of direction can turn a name around on screen; joiners belong to some scripts.
    .replace(/[\p{Cc}\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .slice(0, 500)
    .replace(/\s+/g, ' ')
    .replace(/^[ '"]+/u, '')
    .replace(/(?<![ '"])[ '"]+$/u, '')
    .replace(/(?<! ) \((?:via|über|par|per)\b[^()]{0,200}\)$/iu, '')
    .slice(0, 200)
    .trim();
  if (!/\p{L}/u.test(name) || name.includes('@') || /^(?:https?:|www\.)/i.test(name)) return null;
  if (name.toLowerCase() === email.slice(0, email.lastIndexOf('@')).toLowerCase()) return null;
  return surnameLast(name);
}

/** True where one name could be a shorter or differently ordered spelling of the other. */
export function namesAgree(one: string, other: string): boolean {
  const [a, b] = [nameWords(one), nameWords(other)];
  if (a.length === 0 || b.length === 0) return true;
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  return fewer.every((word) => more.some((other) => other === word || isInitial(word, other)));
}

function isInitial(one: string, other: string): boolean {
  return (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));
}

function surnameLast(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  const [surname, given] = parts;
  if (parts.length !== 2 || !surname || !given || companyWords.test(given)) return name;
  const short = surname.split(' ').length <= 3 && given.split(' ').length <= 3;
  return short ? `${given} ${surname}` : name;
}
