import { decodeHeaderText } from './decode-header-text.ts';
import { type HeaderToken, headerTokens } from './header-tokens.ts';

/** A mailbox by the header's grammar alone: `address` is whatever stands in its place, a web address in list headers too. */
export interface HeaderMailbox {
  name: string | null;
  address: string;
}

const mostMailboxes = 2000;

/**
 * Mailboxes of an address header by RFC 5322 (3.4, and 4.4 for the obsolete forms), groups flattened. Comments are kept in
 * brackets after the name, as mail programs show them; alone they are the name. A piece between commas that has no
 * address belongs to the name after it (`Doe, John <…>`, unquoted), otherwise it is dropped. Never throws.
 */
export function parseHeaderMailboxes(header: string): HeaderMailbox[] {
  const found: HeaderMailbox[] = [];
  let piece: HeaderToken[] = [];
  let before: HeaderToken[] = [];
  const finish = (mark: string) => {
    const mailbox = readMailbox(piece, before);
    if (mailbox !== null) found.push(mailbox);
    // At most three parts of a name may wait for their address: `Doe, John, Dr.`
    const waits = mailbox === null && mark === ',' && piece.length > 0 && piece.length < 8;
    before = waits && before.length < 16 ? [...before, ...piece, comma] : [];
    piece = [];
  };
  for (const token of headerTokens(header)) {
    if (found.length >= mostMailboxes) return found;
    if (token.kind === ':') {
      piece = [];
      before = [];
    } else if (token.kind === ',' || token.kind === ';') finish(token.kind);
    else {
      // `Ann <a@x.example> Bob <b@x.example>`: the comma was forgotten.
      const first = token.kind === 'angle' ? piece.findIndex(({ kind }) => kind === 'angle') : -1;
      if (first >= 0) {
        const rest = piece.splice(first + 1);
        finish(';');
        piece = rest;
      }
      piece.push(token);
    }
  }
  finish(';');
  return found;
}

const comma: HeaderToken = { kind: 'word', text: ',', glued: true };

function readMailbox(tokens: HeaderToken[], before: HeaderToken[]): HeaderMailbox | null {
  const angle = tokens.find(({ kind }) => kind === 'angle');
  if (angle === undefined) return readBare(tokens, before);
  const inner = headerTokens(angle.text.replace(/\n/g, ''));
  const address = inner
    .filter(({ kind }) => kind !== 'comment')
    .map(({ kind, text }) => (kind === 'quoted' ? JSON.stringify(text) : text))
    .join('')
    // The obsolete route: <@a.example,@b.example:ann@c.example>
    .replace(/^@[^:]*:/, '');
  if (address === '') return null;
  const comments = inner.filter(({ kind }) => kind === 'comment');
  return { name: nameOf([...waitingName(tokens, before), ...tokens, ...comments]), address };
}

/** What waited for its address, where that has words of a name as well: `Doe, John <…>`. */
function waitingName(tokens: HeaderToken[], before: HeaderToken[]): HeaderToken[] {
  return tokens.some(({ kind }) => kind === 'word' || kind === 'quoted') ? before : [];
}

/** An address without brackets; words before it are its name. White space around dots and the at sign is obsolete, and allowed. */
function readBare(tokens: HeaderToken[], before: HeaderToken[]): HeaderMailbox | null {
  const words: HeaderToken[] = [];
  for (const token of tokens) {
    const last = words.at(-1);
    const joins =
      token.kind === 'word' &&
      last !== undefined &&
      last.kind !== 'comment' &&
      (token.glued
        ? /^[.@]/.test(token.text)
        : /^[.@]/.test(token.text) ||
          (last.kind === 'word' && /[@.]$/.test(last.text) && last.text.includes('@')));
    if (joins) {
      const start = last.kind === 'quoted' ? JSON.stringify(last.text) : last.text;
      words[words.length - 1] = { kind: 'word', text: start + token.text, glued: last.glued };
    } else words.push(token);
  }
  const at = words.findLastIndex(({ kind, text }) => kind === 'word' && /[^@]@[^@]/.test(text));
  const found = words[at]?.text;
  if (found === undefined) return null;
  let end = found.length;
  while (found[end - 1] === '>') end -= 1;
  const address = found.slice(0, end);
  const name = words.toSpliced(at, 1);
  return { name: nameOf([...waitingName(name, before), ...name]), address };
}

function nameOf(tokens: HeaderToken[]): string | null {
  const comments: string[] = [];
  let phrase = '';
  for (const { kind, text, glued } of tokens) {
    if (kind === 'comment') comments.push(text);
    // a bracket too many closes nothing
    else if (kind !== 'angle' && (kind === 'quoted' || !/^>+$/.test(text)))
      phrase += (phrase === '' || (glued && kind === 'word') ? '' : ' ') + text;
  }
  // white space in quotes is part of the name (RFC 5322, 3.2.4)
  const unfolded = phrase.replaceAll('\n', '');
  const first = unfolded.slice(0, unfolded.length - unfolded.trimStart().length);
  const last = unfolded.slice(unfolded.trimEnd().length);
  const name = decodeHeaderText(unfolded);
  const comment = decodeHeaderText(comments.join(' ')).replace(/\s+/g, ' ').trim();
  if (name === '') return comment === '' ? null : comment;
  return comment === '' ? first + name + last : `${first}${name} (${comment})`;
}
