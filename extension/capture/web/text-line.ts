/** A line of visible text while it is being put together from the text nodes of one block. */
export interface TextLine {
  text: string;
  bold: number;
  linked: number;
  emails: string[];
  phones: string[];
}

/** Longer text on one line is cut: nothing short follows so late. */
const longest = 4000;

export function emptyLine(): TextLine {
  return { text: '', bold: 0, linked: 0, emails: [], phones: [] };
}

/**
 * Adds a text node's text with its white space collapsed. A tab stands where the page sets things apart without a break: at
 * three or more no-break spaces, and where an element ends between a small and a capital letter (`seam`).
 */
export function addText(line: TextLine, data: string, seam: boolean, bold: boolean, linked: boolean): void {
  let piece = data.length > longest ? data.slice(0, longest) : data;
  if (/[^ -~]| {2}/.test(piece)) {
    piece = piece
      .replace(/[ \t\r\n\f]+/g, ' ')
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
      .replace(/\u00a0[\u00a0 ]{2,}/g, '\t')
      .replace(/[\u00a0\u2000-\u200a\u2028\u2029\u202f\u3000\u0085\v]/g, ' ');
  }
  const { text } = line;
  if (text === '' || text.endsWith(' ') || text.endsWith('\t')) piece = piece.trimStart();
  if (piece === '' || text.length > longest) return;
  const apart = seam && isCapital(piece[0]) && !isCapital(text.at(-1)) && /[^\s(["'“‘/-]$/.test(text);
  const added = apart ? `\t${piece}` : piece;
  line.text = text + added;
  if (bold && line.bold === text.length) line.bold = line.text.length;
  if (linked && line.linked === text.length) line.linked = line.text.length;
}

/** Cheaper than a pattern that knows the letters of all scripts. */
function isCapital(letter = ''): boolean {
  return letter !== letter.toLowerCase();
}

/** Numbers, addresses, copyright signs, and two words in a row that begin with capitals, as names do. */
const telling =
  /@|\([aA][tT]\)|\[at\]|©|\([cC]\)|[Cc]opyright|\+?\(?\d[\d\s()./\u2010-\u2015-]{5,24}\d|([A-Z\u00c0-\u024f\u0386-\u03ab\u0400-\u042f][^\s\d,;:()"]{0,20}[ \t][A-Z\u00c0-\u024f\u0386-\u03ab\u0400-\u042f][^\s\dA-Z,;:])/g;
const aroundFact = 120;
const aroundName = 50;
const mostPieces = 8;
const longestPiece = 400;

/** What is kept of longer prose: the pieces around a number, an address, a copyright sign or what may be a name. */
export function tellingPieces(text: string): string[] {
  const pieces: { start: number; end: number }[] = [];
  for (const match of text.matchAll(telling)) {
    const around = match[1] === undefined ? aroundFact : aroundName;
    const start = Math.max(0, match.index - around);
    const end = Math.min(text.length, match.index + match[0].length + around);
    const last = pieces.at(-1);
    if (last !== undefined && start <= last.end && end - last.start <= longestPiece) last.end = end;
    else if (pieces.length < mostPieces) pieces.push({ start: Math.max(start, last?.end ?? 0), end });
    else break;
  }
  return pieces.map(({ start, end }) => wholeWords(text, start, end));
}

function wholeWords(text: string, start: number, end: number): string {
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1 || start;
  const to = end === text.length ? end : text.lastIndexOf(' ', end);
  return text.slice(from, to > from ? to : end).trim();
}
