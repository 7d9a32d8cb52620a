import type { SeenMailbox } from '../../../shared/capture/seen.ts';
import { isAddressShaped } from '../../../shared/identity/email-address.ts';
import { parseHeaderMailboxes } from './parse-header-mailboxes.ts';

const quotedLocal = /^"[^"\\@]{1,60}"@([^\s@"]+)$/;

/**
 * The mailboxes of an address header (From, To, Cc, Reply-To), in order, groups flattened; also of such a list as a webmail
 * shows it. Only what is shaped like an address is given; a name that only repeats the address is none. Never throws.
 */
export function parseAddressList(header: string): SeenMailbox[] {
  const seen: SeenMailbox[] = [];
  for (const { name: written, address } of parseHeaderMailboxes(header)) {
    const name = written?.replace(/\s+/g, ' ').trim() ?? '';
    const email = address.replace(/^mailto:/i, '').replace(/\?.*$/s, '');
    const shape = quotedLocal.test(email) ? email.replace(quotedLocal, 'quoted@$1') : email;
    if (!isAddressShaped(shape)) continue;
    const repeats = bare(name) === bare(email);
    seen.push({ name: name === '' || repeats ? null : name.slice(0, 300), email });
  }
  return seen;
}

function bare(text: string): string {
  return text.replace(/['"<>]/g, '').toLowerCase();
}
