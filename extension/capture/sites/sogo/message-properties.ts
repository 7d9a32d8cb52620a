import type { SeenMailbox } from '../../../../shared/capture/seen.ts';
import { parseAddressList } from '../../addresses/parse-address-list.ts';
import { answeredIds, messageIdOf } from '../../mail/message-ids.ts';
import { parseMailDate } from '../../mail/parse-date.ts';
import { readAsUtf8 } from './read-as-utf8.ts';

/*
 * SOGo answers a PROPFIND (RFC 4918, 9.1) at a mail's own address, with the session's cookie, with header fields by name
 * (namespace urn:schemas:mailheader:) and nothing of the body. It is the only answer of SOGo's that names the Message-ID without the
 * whole mail. Addresses stand in it as shown to people: names unquoted, groups as if they were people without an address.
 */

const wanted = ['message-id', 'references', 'in-reply-to', 'cc', 'date'];

export const propertiesRequest: RequestInit = {
  method: 'PROPFIND',
  headers: { 'Content-Type': 'application/xml', Depth: '0' },
  body: `<propfind xmlns="DAV:" xmlns:h="urn:schemas:mailheader:"><prop>${wanted.map((name) => `<h:${name}/>`).join('')}</prop></propfind>`,
};

export type MessageProperties = {
  messageId: string | null;
  answers: string[];
  cc: SeenMailbox[];
  /** Milliseconds since the epoch, to the second. */
  date: number | null;
};

const property = /<(?:[\w-]{1,40}:)?(message-id|references|in-reply-to|cc|date)>([^<]*)</g;
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** SOGo's answer to `propertiesRequest`; null where it is none. What stands in a header cannot look like a property: it is escaped. */
export function propertiesOf(xml: string): MessageProperties | null {
  if (!/<(?:[\w-]{1,40}:)?multistatus[\s>]/.test(xml)) return null;
  const fields = new Map(
    [...xml.matchAll(property)].map(([, name = '', value = '']) => [name, plain(value)]),
  );
  const text = (name: string): string => fields.get(name) ?? '';
  return {
    messageId: messageIdOf(text('message-id')),
    answers: answeredIds([text('references')], [text('in-reply-to')]),
    cc: parseAddressList(text('cc')).map(({ name, email }) => ({
      name: name === null ? null : readAsUtf8(name),
      email,
    })),
    date: parseMailDate(text('date')),
  };
}

function plain(escaped: string): string {
  return escaped.replace(/&(?:#(\d{1,7})|(lt|gt|amp|quot|apos));/g, (whole, code: string, name: string) => {
    if (name) return entities[name] as string;
    const point = Number(code);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** A group's name (RFC 5322, 3.4), which stands as a person before its first member, taken off that member's name again. */
export function withoutGroupNames(list: readonly SeenMailbox[], chips: readonly string[]): SeenMailbox[] {
  const shown = new Set(chips);
  return list.map(({ name, email }) => {
    if (name === null || shown.has(name)) return { name, email };
    const own = name.slice(name.lastIndexOf(',') + 1).trim();
    return { name: shown.has(own) ? own : name, email };
  });
}
