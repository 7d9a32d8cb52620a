import { attributeOf, firstNodeOf, localNameOf, matches, nextNodeOf, nodeTypeOf } from '../unclobbered.ts';

/** A mail body's HTML as lines of text, with what its tags say beyond the text. */
export interface TextLines {
  lines: string[];
  /** First line and the line after the last of what a mail program marked as the signature; null where none did. */
  marked: { start: number; end: number } | null;
  /** `mailto:`, `tel:` and web links in the order of their lines, for text that hides its target (`Website`). */
  links: { line: number; href: string }[];
}

const mostNodes = 20_000;
const mostText = 200_000;
const deepest = 400;
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TFOOT THEAD TR UL CENTER'.split(
    ' ',
  ),
);
const skipped = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE TEXTAREA SELECT SVG MATH IFRAME OBJECT'.split(' '),
);
// Webmails put letters of their own before the ids and classes in a mail (Roundcube `v1gmail_quote`, Outlook `x_Signature`).
const quoted =
  'blockquote, [class*=gmail_quote], [class*=gmail_attr], [class*=yahoo_quoted], [class*=protonmail_quote], [class*=moz-cite-prefix], [class*=zmail_extra], [class*=tutanota_quote]';
const restQuoted = '[id$=divRplyFwdMsg], [id$=appendonsend], [id$=stopSpelling] ~ hr';
const signature =
  '[class*=gmail_signature]:not([class*=gmail_signature_prefix]), [data-smartmail=gmail_signature], [class*=moz-signature], [id$=Signature], [id*=ms-outlook-mobile-signature], [class*=protonmail_signature_block-user], [class*=tutanota_signature], [class*=email-signature], [class*=zmail_signature]';

/**
 * Text of an element as lines: blocks and `<br>` break, cells of a row stand on one line with a tab between, quoted mail
 * is left out. Looks at 20,000 nodes, 400 deep, 200,000 characters; what is beyond is not read. Never follows or loads anything.
 */
export function textLines(root: Element): TextLines {
  if (latest?.root === root) return latest.lines;
  const lines = readLines(root);
  latest = { root, lines };
  // a mail's signature and its words are read in one task, in which the page cannot change
  queueMicrotask(() => {
    latest = null;
  });
  return lines;
}

let latest: { root: Element; lines: TextLines } | null = null;

function readLines(root: Element): TextLines {
  const out: TextLines = { lines: [], marked: null, links: [] };
  let current = '';
  let seen = 0;
  let size = 0;
  let stopped = false;
  const flush = (force: boolean) => {
    const line = current.replace(/[ \u00a0]+/g, ' ').trim();
    if (line !== '' || (force && out.lines.at(-1) !== '')) out.lines.push(line);
    current = '';
  };
  const visit = (node: Node, depth: number, pre: boolean) => {
    seen += 1;
    if (stopped || seen > mostNodes || size > mostText || depth > deepest) return;
    if (nodeTypeOf(node) === 3) {
      const text = (node.nodeValue ?? '').slice(0, mostText - size);
      size += text.length;
      if (!pre) current += text.replace(/\s+/g, ' ');
      else {
        const [first = '', ...rest] = text.split('\n');
        current += first;
        for (const line of rest) {
          flush(true);
          current = line;
        }
      }
      return;
    }
    if (nodeTypeOf(node) !== 1) return;
    const element = node as Element;
    const name = localNameOf(element).toUpperCase();
    if (skipped.has(name) || matches(element, quoted) || isHidden(element)) return;
    if (matches(element, restQuoted)) {
      stopped = true;
      return;
    }
    if (name === 'BR') return flush(true);
    const isSignature = matches(element, signature);
    const block = blocks.has(name);
    if (block || isSignature) flush(name === 'P' || name === 'HR');
    const start = out.lines.length;
    if (name === 'A')
      out.links.push({ line: out.lines.length, href: (attributeOf(element, 'href') ?? '').slice(0, 1000) });
    const preformatted = pre || name === 'PRE';
    for (let child = firstNodeOf(element); child !== null && !stopped; child = nextNodeOf(child))
      visit(child, depth + 1, preformatted);
    if (name === 'TD' || name === 'TH') current += '\t';
    if (block || isSignature) flush(name === 'P');
    if (isSignature && out.lines.length > start && (out.marked === null || out.marked.start >= start))
      out.marked = { start, end: out.lines.length };
  };
  visit(root, 0, false);
  flush(false);
  return out;
}

function isHidden(element: Element): boolean {
  return (
    attributeOf(element, 'hidden') !== null ||
    /display\s{0,4}:\s{0,4}none/i.test((attributeOf(element, 'style') ?? '').slice(0, 500))
  );
}
