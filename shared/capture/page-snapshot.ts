import * as v from 'valibot';
import { longestSnapshotUrl, mostSnapshotText } from './page-snapshot-limits.ts';

/**
 * An ordinary page as it stood, for the extension to read on the same device: never stored, never sent on, dropped once it has been
 * read. Everything in it is the page's word.
 */
export const pageSnapshot = v.object({
  /** The document's address at that moment, which its own script may have changed since it was loaded. */
  url: v.pipe(v.string(), v.maxLength(longestSnapshotUrl)),
  html: v.pipe(v.string(), v.maxLength(mostSnapshotText)),
  /** How the text is to be parsed, so that the same tree comes of it. */
  form: v.picklist(['html', 'quirks', 'xml']),
  /** The page has more than was handed over. */
  cut: v.boolean(),
  /** Main-thread milliseconds that it took of the page. */
  ms: v.number(),
});
export type PageSnapshot = v.InferOutput<typeof pageSnapshot>;
