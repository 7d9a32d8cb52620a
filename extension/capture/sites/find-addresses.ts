import { isAddressShaped } from '../../../shared/identity/email-address.ts';

const part = /[^\s<>()[\]"',;:@]/;
const longestText = 5000;
const longestLocal = 64;
const longestDomain = 190;

/** The addresses in a short text such as a title or a label, in order. Looks at 5,000 characters. */
export function findAddresses(given: string): string[] {
  const text = given.slice(0, longestText);
  const found: string[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > from && at - start < longestLocal && part.test(text[start - 1] ?? ' ')) start -= 1;
    let end = at + 1;
    while (end - at <= longestDomain && part.test(text[end] ?? ' ')) end += 1;
    const next = end;
    // the mark that ends a sentence
    while (/[.!?]/.test(text[end - 1] ?? '')) end -= 1;
    const address = text.slice(start, end);
    if (!isAddressShaped(address)) continue;
    found.push(address);
    from = next;
  }
  return found;
}
