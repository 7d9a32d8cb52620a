import type { SeenMailbox } from '../../../../shared/capture/seen.ts';
import { all, attributeOf, firstNodeOf, nextNodeOf, nodeTypeOf, parentOf } from '../../unclobbered.ts';
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
  const namesOnly = new Set<Element>();
  for (const element of [field, ...all(field, '*').slice(0, mostElements)]) {
    const text = ownText(element);
    const labelled = labels.flatMap((name) => findAddresses(attributeOf(element, name) ?? ''));
    const written = findAddresses(text)[0];
    const email = written ?? (labelled.length === 1 ? labelled[0] : undefined);
    if (email === undefined) {
      if (isName(text)) namesOnly.add(element);
      continue;
    }
    const around = element === field ? null : parentOf(element);
    const name =
      nameIn(text.replace(email, '')) ??
      (around !== null && namesOnly.delete(around) ? ownText(around) : null);
    const key = email.toLowerCase();
    if (!byAddress.get(key)?.name) byAddress.set(key, { name: name?.slice(0, 300) ?? null, email });
  }
  const [only, ...others] = byAddress.values();
  const [named, ...more] = namesOnly;
  // the address of the field's label and the one name within it belong together
  if (only?.name === null && others.length === 0 && named !== undefined && more.length === 0)
    return { people: [{ ...only, name: ownText(named).slice(0, 300) }], hidden: false };
  return { people: [...byAddress.values()], hidden: namesOnly.size > 0 };
}

/** A field's label (“To:”) ends in a colon in every script. */
function isName(text: string): boolean {
  return /\p{L}/u.test(text) && !/[:：]\s*$/.test(text);
}

function nameIn(text: string): string | null {
  const name = text.replace(/[<>;]/g, '').trim();
  return isName(name) ? name : null;
}

function ownText(element: Element): string {
  let text = '';
  for (let node = firstNodeOf(element); node !== null; node = nextNodeOf(node))
    if (nodeTypeOf(node) === 3) text += node.nodeValue;
  return text.replace(/\s+/g, ' ').trim().slice(0, 1000);
}
