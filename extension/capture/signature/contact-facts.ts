/** A fact found in a line of text, with the place it stands at. */
export interface Found {
  text: string;
  start: number;
  end: number;
}

const email = /[\p{L}\p{N}][\p{L}\p{N}._%+'&/-]{0,63}@[\p{L}\p{N}][\p{L}\p{N}.-]{0,200}\.[\p{L}]{2,24}/gu;
const url = /(?:https?:\/\/|www\.)[^\s<>"'|)\]]{3,300}/gi;
const bareHost =
  /(?<![\p{L}\p{N}@._/-])[a-z\d][a-z\d-]{0,62}(?:\.[a-z\d-]{2,62}){0,3}\.(?:com|net|org|info|biz|eu|de|at|ch|fr|nl|be|es|it|pl|cz|co\.uk|io|dev|example|test)(?![\p{L}\p{N}@.-])/giu;
const digits = /[+(]?\(?\d[\d\s()./\u00a0\u2010-\u2015-]{4,26}\d/g;
const date = /^\(?\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/;
const notPhone =
  /(?<!\p{L})(?:ust|uid|vat|tva|mwst|nif|cif|iva|btw|kvk|hr[ab]|ičo?|ico|dic|dič|siret|siren|rcs|cnpj|cpf|iban|bic|swift|blz|konto|account|reg|registry|no|nr|order|invoice|ticket|case|id|p\.?o\.? box|postfach)(?!\p{L})[\p{L}\s.:#-]{0,16}$/iu;

export function findEmails(line: string): Found[] {
  return [...line.matchAll(email)].map((match) => at(match, match[0]));
}

/** Web addresses, with or without scheme; a bare host only where nothing but a host is meant (`tidewater.example`). */
export function findUrls(line: string): Found[] {
  const full = [...line.matchAll(url)].map((match) => at(match, match[0].replace(/[.,;:!?]+$/, '')));
  const bare = [...line.matchAll(bareHost)]
    .map((match) => at(match, match[0]))
    .filter((host) => !full.some((one) => host.start < one.end && one.start < host.end));
  return [...full, ...bare.filter((host) => !overlapsAny(host, findEmails(line)))];
}

/**
 * Telephone numbers as written, 7 to 15 digits, with their extension. Dates, register and bank numbers are left out: a
 * number needs a telephone's grouping, a `+`, or a label.
 */
export function findPhones(line: string, labelled = false): Found[] {
  const taken = [...findEmails(line), ...[...line.matchAll(url)].map((match) => at(match, match[0]))];
  const found: Found[] = [];
  for (const match of line.slice(0, 1000).matchAll(digits)) {
    for (const piece of splitNumbers(match[0], match.index)) {
      if (overlapsAny(piece, taken)) continue;
      const before = line.slice(Math.max(0, piece.start - 40), piece.start);
      if (!isPhone(piece.text, labelled || phoneLabel.test(before)) || notPhone.test(before)) continue;
      if (/[\p{L}\d#]$/u.test(before.trimEnd()) && /\S$/.test(before) && !phoneLabel.test(before)) continue;
      found.push(withExtension(line, piece));
    }
  }
  return found;
}

export const phoneLabel =
  /(?:^|[^\p{L}])(?:t|p|m|c|d|o|f|h|tel|tél|telefon|telefono|teléfono|telefone|téléphone|phone|ph|mobile?|mobil|móvil|móviles|celular|cell|cel|handy|direct|direkt|durchwahl|office|büro|gsm|fon|fax|telefax|fixe|portable|whatsapp|tlf|tlph|puh|telefonszám|电话|電話|手机|هاتف|work|home|main|voice|pager)[\s.:()#-]{0,6}$/iu;

function isPhone(text: string, labelled: boolean): boolean {
  const count = text.replace(/\D/g, '').length;
  if (
    count < 7 ||
    count > 15 ||
    /^0{4}/.test(text) ||
    (count > 12 && !/^(?:\+|00)/.test(text)) ||
    date.test(text) ||
    /^\d+\.\d+$/.test(text)
  )
    return false;
  if (labelled || text.startsWith('+')) return true;
  if (/^\d{4,}\s?[-–]\s?\d{4,}$/.test(text) || /^(?:\d{1,3}\.){3}\d{1,3}$/.test(text)) return false;
  const groups = text.split(/\D+/).filter((group) => group !== '');
  if (/^\(?0/.test(text)) return count >= 8;
  return (
    groups.length >= 2 &&
    count >= 9 &&
    (/^\(\d/.test(text) || /^1?\W?\d{3}\D{1,2}\d{3}\D?\d{4}$/.test(text) || groups.length >= 3) &&
    groups.every((group) => group.length <= 5)
  );
}

/** Two numbers that only white space or a slash parts: cut where a new number plainly begins. */
function splitNumbers(text: string, start: number): Found[] {
  const cuts = [...text.matchAll(/\s{3,}|\s+\/\s+|[\s/]+(?=\+)|\t/g)];
  const pieces: Found[] = [];
  let from = 0;
  for (const cut of [...cuts, null]) {
    const raw = text.slice(from, cut?.index ?? text.length);
    const piece = raw.replace(/[\s./()-]+$/, '').replace(/^[\s./)-]+/, '');
    const offset = raw.indexOf(piece);
    if (piece !== '')
      pieces.push({ text: piece, start: start + from + offset, end: start + from + offset + piece.length });
    if (cut !== null) from = cut.index + cut[0].length;
  }
  return pieces;
}

function withExtension(line: string, piece: Found): Found {
  const match = /^\)?\s{0,3},?\s{0,2}(?:ext|extension|x|dw|poste|ramal|anexo)\.?\s{0,2}-?\d{1,6}\b/i.exec(
    line.slice(piece.end, piece.end + 30),
  );
  if (match === null) return piece;
  return {
    text: line.slice(piece.start, piece.end + match[0].length),
    start: piece.start,
    end: piece.end + match[0].length,
  };
}

function at(match: RegExpExecArray, text: string): Found {
  return { text, start: match.index, end: match.index + text.length };
}

function overlapsAny(one: Found, others: Found[]): boolean {
  return others.some((other) => one.start < other.end && other.start < one.end);
}
