import { fillText } from './fill-text.ts';
import { isKnownWord } from './public-words.ts';

/**
 * An address with nothing left of whom or what it names: scheme and marks stay, and words of page makers and webmails
 * (`_task=mail`). Hosts become letters alone, so that the address stays one. What carries its content within itself is emptied.
 */
export function fillUrl(value: string): string {
  const url = value.trim();
  const scheme = /^([a-z][a-z0-9+.-]{0,20}):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'data' || scheme === 'javascript' || scheme === 'blob') return `${scheme}:`;
  if (scheme === 'mailto' || scheme === 'tel' || scheme === 'sms')
    return `${scheme}:${fillText(url.slice(scheme.length + 1))}`;
  const host = /^(?:[a-z][a-z0-9+.-]{0,20}:)?\/\/([^/?#]*)/i.exec(url);
  if (host === null) return fillWords(url);
  const known = scheme === 'http' || scheme === 'https' ? `${scheme}:` : '';
  return `${known}//${fillHost(host[1] ?? '')}${fillWords(url.slice(host[0].length))}`;
}

function fillHost(host: string): string {
  const name = host.replace(/^.*@/, '').replace(/:\d*$/, '');
  return fillWords(name).replace(/[^a-z.-]/gi, 'x') || 'x';
}

function fillWords(text: string): string {
  const plain = text.replace(/%[0-9a-f]{2}/gi, 'x');
  return plain.replace(/[\p{L}\p{M}\p{N}]+|[^\u0020-\u007e]/gu, (word) =>
    /^[a-z]+$/i.test(word) && isKnownWord(word) ? word : fillText(word),
  );
}
