import * as v from 'valibot';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** What a mail's own words say to somebody who knows the phrases of mass mailings: not kept, and never sent. */
export const ownWords = v.object({
  /** Its first and its last lines; quoted mail is no part of them. */
  lines: v.pipe(v.array(text(300)), v.maxLength(60)),
  /** Links to websites and addresses, each with the words around it. */
  links: v.pipe(v.array(v.object({ href: text(300), beside: text(300) })), v.maxLength(40)),
  /** It has headings, which nobody writes into a letter. */
  designed: v.boolean(),
});
export type OwnWords = v.InferOutput<typeof ownWords>;

/** From what the background judges whether a mail is bulk. */
export const bulkSigns = v.object({
  /** The first values of headers that tell, by name in lower case. Null: they could not be read. */
  headers: v.nullable(v.record(text(60), text(300))),
  /** Null: no text is on view. Absent: not yet; another frame will show it, and tell. */
  words: v.optional(v.nullable(ownWords)),
});
export type BulkSigns = v.InferOutput<typeof bulkSigns>;
