import { type Charset, encodeCharset } from './mime.ts';

export type Address = { name?: string; email: string };

/** Which encoding non-ASCII header text takes. */
export type HeaderStyle = { charset: Charset; form: 'B' | 'Q' };

export const UTF8: HeaderStyle = { charset: 'utf-8', form: 'B' };

/** Header text as RFC 2047 wants it: as it stands where it is ASCII, otherwise encoded words of at most 75 characters. */
export function headerText(content: string, { charset, form }: HeaderStyle = UTF8): string {
  if (/^[\x20-\x7e]*$/.test(content)) return content;
  const words: string[] = [];
  let word = '';
  for (const char of content) {
    const longer = encodedWord(word + char, charset, form);
    if (longer.length > 72 && word !== '') {
      words.push(encodedWord(word, charset, form));
      word = char;
    } else {
      word += char;
    }
  }
  return [...words, encodedWord(word, charset, form)].join('\r\n ');
}

function encodedWord(content: string, charset: Charset, form: 'B' | 'Q'): string {
  const bytes = Buffer.from(encodeCharset(content, charset));
  if (form === 'B') return `=?${charset.toUpperCase()}?B?${bytes.toString('base64')}?=`;
  const quoted = [...bytes].map((byte) => {
    const char = String.fromCharCode(byte);
    if (/[A-Za-z0-9]/.test(char)) return char;
    return char === ' ' ? '_' : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return `=?${charset.toUpperCase()}?Q?${quoted.join('')}?=`;
}

/** `name <email>`, the name quoted where RFC 5322 asks for it. */
export function headerAddress({ name, email }: Address, style: HeaderStyle = UTF8): string {
  if (name === undefined) return email;
  if (/[^\x20-\x7e]/.test(name)) return `${headerText(name, style)} <${email}>`;
  const plain = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+$/.test(name);
  return `${plain ? name : `"${name.replace(/["\\]/g, '\\$&')}"`} <${email}>`;
}

/** Many addresses, one a line. */
export const headerAddresses = (addresses: readonly Address[], style: HeaderStyle = UTF8): string =>
  addresses.map((address) => headerAddress(address, style)).join(',\r\n ');

/** A date header from `2026-10-05T09:14:22+01:00`, keeping its offset. */
export function headerDate(iso: string): string {
  const [, local = '', offset = ''] = /^(.{19})(.*)$/.exec(iso) ?? [];
  const [weekday, day, month, year, time] = new Date(`${local}Z`).toUTCString().replace(',', '').split(' ');
  return `${weekday}, ${day} ${month} ${year} ${time} ${offset === 'Z' ? '+0000' : offset.replace(':', '')}`;
}
