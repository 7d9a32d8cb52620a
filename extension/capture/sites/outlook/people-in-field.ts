import type { SeenMailbox } from '../../../../shared/capture/seen.ts';
import { findAddresses } from '../find-addresses.ts';

const labels = ['title', 'aria-label', 'data-email'];
const mostElements = 2000;

export type FieldPeople = {
  people: SeenMailbox[] /** Somebody is named whose address is only in a card that opens on hover. */;
  hidden: boolean;
};

/**
 * The people in a From, To or Cc field. Outlook writes `Name<address>`, or the name alone with the address in a label, or
 * only in a card that opens on hover: such people are not given.
 */
export function peopleInField(field: Element | null): FieldPeople {
  if (field === null) return { people: [], hidden: false };
  const byAddress = new Map<string, SeenMailbox>();
  const elements = [field, ...[...field.querySelectorAll('*')].slice(0, mostElements)];
  const nameless: string[] = [];
  for (const element of elements) {
    const text = ownText(element);
    const labelled = labels.flatMap((name) => findAddresses(element.getAttribute(name) ?? ''));
    const written = findAddresses(text);
    const email = written[0] ?? (labelled.length === 1 ? labelled[0] : undefined);
    if (email === undefined) {
      if (isName(element, text)) nameless.push(text.slice(0, 300));
      continue;
    }
    const name = text.replace(email, '').replace(/[<>;]/g, '').trim();
    const known = byAddress.get(email.toLowerCase());
    if (known === undefined || known.name === null)
      byAddress.set(email.toLowerCase(), { name: name === '' ? null : name.slice(0, 300), email });
  }
  const [only, ...others] = byAddress.values();
  // the address of the field's label and the one name within it belong together
  if (only?.name === null && others.length === 0 && nameless.length === 1)
    return { people: [{ ...only, name: nameless[0] ?? null }], hidden: false };
  return { people: [...byAddress.values()], hidden: nameless.length > 0 };
}

/** A name stands in an element of its own; the field's label (“To:”) ends in a colon in every script. */
function isName(element: Element, text: string): boolean {
  return element.childElementCount === 0 && /\p{L}/u.test(text) && !/[:：]\s*$/.test(text);
}

function ownText(element: Element): string {
  let text = '';
  for (const node of element.childNodes) if (node.nodeType === 3) text += node.nodeValue;
  return text.replace(/\s+/g, ' ').trim().slice(0, 1000);
}
