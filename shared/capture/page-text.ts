import * as v from 'valibot';
import { mostLines } from './page-text-limits.ts';

const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

/**
 * What a line is on its page. `title`, `site-name` and `heading` (a page's own headline for others) stand in its head; `alt`
 * describes a picture, `logo` one that is a logo; `prose` is a piece of longer text; `text` is what no other kind names.
 */
export const lineKind = v.picklist([
  ...(['title', 'site-name', 'heading', 'author', 'logo', 'alt'] as const),
  ...(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'cell', 'head-cell', 'term', 'definition'] as const),
  ...(['address', 'caption', 'label', 'text', 'prose'] as const),
]);
export type LineKind = v.InferOutput<typeof lineKind>;

/** What the elements around a line are for, by their tags or by what their classes are called. */
export const lineZone = v.picklist([
  ...(['header', 'footer', 'nav', 'aside'] as const),
  ...(['team', 'person', 'quote', 'post', 'logo', 'contact', 'copyright'] as const),
]);
export type LineZone = v.InferOutput<typeof lineZone>;

/**
 * One short line of a page's visible text. The lines are the leaves of the page's tree of blocks: `depth` is how many blocks
 * a line stands in, `shared` how many of these it shares with the line before.
 */
export const pageLine = v.object({
  text: v.pipe(v.string(), v.maxLength(400)),
  kind: lineKind,
  depth: count(1000),
  shared: count(1000),
  zones: v.optional(v.pipe(v.array(lineZone), v.maxLength(20))),
  /** How many characters at its beginning are set apart (bold, or a link's). */
  bold: v.optional(count(400)),
  /** Characters at its beginning that are a link within the site. */
  linked: v.optional(count(400)),
  /** The table on the page, the row and the column where it stands, each counted from 0. */
  cell: v.optional(v.tuple([count(100_000), count(100_000), count(100_000)])),
  /** Addresses and numbers that its links name. */
  emails: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(320))), v.maxLength(5))),
  phones: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(5))),
});
export type PageLine = v.InferOutput<typeof pageLine>;

/** The short lines of an ordinary page, in its order, for as long as they are being read: never stored, never sent on. */
export const pageText = v.object({
  /** The page's word for its language (`de-CH`); empty where it says none. */
  lang: v.pipe(v.string(), v.maxLength(35)),
  /** Hosts that the page names as its own (canonical address and the like). */
  hosts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(253))), v.maxLength(5)),
  lines: v.pipe(v.array(pageLine), v.maxLength(mostLines)),
});
export type PageText = v.InferOutput<typeof pageText>;
