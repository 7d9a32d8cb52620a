import type { SeenMailbox } from '../../../../shared/capture/seen.ts';
import { isAddressShaped } from '../../../../shared/identity/email-address.ts';
import type { Place } from './detect.ts';
import { readAsUtf8 } from './read-as-utf8.ts';

/*
 * SOGo has two answers in JSON that name recipients by address. `headers` of a folder is the one of the message list: sender, To
 * and subject, and nothing of the body, but no Cc. `view` of a mail has Cc, and the body with it: it is asked for only where
 * the page shows that there is a Cc and SOGo does not answer to a PROPFIND (see message-properties.ts), and nothing but the addresses
 * is looked at. No request names a List- header that would not fetch the whole mail.
 */

export type Envelope = {
  from: SeenMailbox | null;
  replyTo: SeenMailbox[];
  to: SeenMailbox[];
  /** Null: this answer does not say. */
  cc: SeenMailbox[] | null;
  subject: string;
};

/**
 * How SOGo writes a folder's name in a path, character by character, before it leaves out what is not ASCII. What else could end
 * the name there is written as in any address: a link to a mail must not lead our requests elsewhere (`INBOX\batchDelete?`).
 */
const escapes: Record<string, string> = {
  ...{ _: '_U_', '.': '_D_', '#': '_H_', '@': '_A_', '*': '_S_', ':': '_C_', ',': '_CO_' },
  ...{ ' ': '_SP_', "'": '_SQ_', '&': '_AM_', '+': '_P_' },
};

/** The path of a folder, relative to the module's address (`…/Mail/view`). */
export function folderPath({ account, folder }: Place): string {
  const parts = folder.split('/').map((part) => {
    let name = '';
    for (const char of part) name += escapes[char] ?? (char > '~' ? '' : encodeURIComponent(char));
    return `folder${/^\d/.test(name) ? '_' : ''}${name}`;
  });
  return `${account}/${parts.join('/')}`;
}

/** Either answer; null where it is neither or of another mail. */
export function envelopeOf(json: string, uid: string): Envelope | null {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return null;
  }
  if (!Array.isArray(data)) return isObject(data) && data.from !== undefined ? fromView(data) : null;
  const [names, row] = data as unknown[];
  if (!Array.isArray(names) || !Array.isArray(row)) return null;
  const cell = (name: string): unknown => row[names.indexOf(name)];
  if (String(cell('uid')) !== uid) return null;
  return {
    from: mailboxes(cell('From'))[0] ?? null,
    replyTo: [],
    to: mailboxes(cell('To')),
    cc: null,
    subject: String(cell('Subject') ?? ''),
  };
}

function fromView(data: Record<string, unknown>): Envelope {
  return {
    from: mailboxes(data.from)[0] ?? null,
    replyTo: mailboxes(data['reply-to']).slice(0, 20),
    to: mailboxes(data.to),
    cc: mailboxes(data.cc),
    subject: String(data.subject ?? ''),
  };
}

/** Names of groups (RFC 5322 §3.4) arrive as people whose address has no domain. */
function mailboxes(value: unknown): SeenMailbox[] {
  return (Array.isArray(value) ? value : []).slice(0, 1000).flatMap((one: unknown) => {
    if (!isObject(one) || typeof one.email !== 'string' || !isAddressShaped(one.email)) return [];
    const name = typeof one.name === 'string' ? readAsUtf8(one.name.trim()).slice(0, 300) : '';
    return [{ name: name === '' || name === one.email ? null : name, email: one.email }];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
