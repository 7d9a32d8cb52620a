import { fillClass, isPersonalBy, wordsIn } from './fill-names.ts';
import { fillText } from './fill-text.ts';
import { fillUrl } from './fill-url.ts';
import { isPublicWord } from './public-words.ts';
import { saysText, shapeAttribute } from './shape-attribute.ts';
import { attributesOf, childrenOf, isStandard, nameOf, shadowOf, textOf } from './unclobbered.ts';

/** The shape of one frame. `cut`: it was too large to be given whole. */
export type FrameShape = { url: string; html: string; cut: boolean };

const mostCharacters = 1_500_000;
const mostNodes = 120_000;
const deepest = 400;
const mostWords = 20_000;
const longestText = 50_000;

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** What runs or styles, and what only draws. */
const emptied = new Set('script style template noscript object path'.split(' '));

/**
 * A document as HTML with its structure, classes and ids, in which every text, address, name and number is replaced by fillers
 * of the same shape. Scripts, styles and comments lose what is in them. Reads the document and changes nothing in it.
 */
export function shapeDocument(doc: Document, url: string): FrameShape {
  const words = wordsOf(doc, url);
  // where not all of the page's words are known, any that is no page maker's may be one
  const isPersonal = words === null ? (word: string) => !isPublicWord(word) : isPersonalBy(words);
  const out: string[] = [];
  let characters = 0;
  let nodes = 0;
  let cut = false;
  const add = (text: string) => {
    characters += text.length;
    out.push(text);
  };
  const write = (node: Node, depth: number): void => {
    nodes += 1;
    if (characters > mostCharacters || nodes > mostNodes || depth > deepest) {
      cut = true;
      return;
    }
    const text = textOf(node);
    if (text !== null) add(escaped(fillText(text)));
    const tag = nameOf(node);
    if (tag === null) return;
    const name = isStandard(node) ? tag : fillClass(tag, isPersonal);
    const attributes = attributesOf(node).flatMap(([key, value]) => {
      const kept = shapeAttribute(key, value, isPersonal);
      return kept === null ? [] : [` ${kept.name}="${escaped(kept.value)}"`];
    });
    add(`<${name}${attributes.join('')}>`);
    if (voids.has(tag)) return;
    if (!emptied.has(tag)) {
      const shadow = shadowOf(node);
      if (shadow !== null) {
        add('<template shadowrootmode="open">');
        for (const child of childrenOf(shadow)) write(child, depth + 1);
        add('</template>');
      }
      for (const child of childrenOf(node)) write(child, depth + 1);
    }
    add(`</${name}>`);
  };
  add('<!DOCTYPE html>\n');
  for (const child of childrenOf(doc)) write(child, 0);
  return { url: fillUrl(url), html: `${out.join('')}\n`, cut };
}

/** Every word that the page says, in its text or in an attribute: none may stay in a class. Null: there are too many. */
function wordsOf(doc: Document, url: string): Set<string> | null {
  const words = new Set<string>();
  let nodes = 0;
  let whole = true;
  const note = (text: string) => {
    for (const word of wordsIn(text.slice(0, longestText))) words.add(word);
    if (text.length > longestText || words.size > mostWords) whole = false;
  };
  const visit = (node: Node, depth: number): void => {
    nodes += 1;
    if (nodes > mostNodes || depth > deepest) whole = false;
    if (!whole) return;
    note(textOf(node) ?? '');
    for (const [key, value] of attributesOf(node)) if (saysText(key)) note(unescapedUrl(value));
    const shadow = shadowOf(node);
    for (const child of [...(shadow === null ? [] : childrenOf(shadow)), ...childrenOf(node)])
      visit(child, depth + 1);
  };
  note(unescapedUrl(url));
  visit(doc, 0);
  return whole ? words : null;
}

function unescapedUrl(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return `${value} ${decodeURIComponent(value)}`;
  } catch {
    return value;
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
