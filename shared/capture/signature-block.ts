import * as v from 'valibot';
import { longestSignatureLine, mostSignatureLines } from './signature-limits.ts';

/*
 * Context: telling names, titles and companies apart takes tables that no content script may weigh, and a mail's body must
 * never leave the page's process.
 * Decision: the page finds the sender's own closing block by the shape of its lines, above any quote, and only that block
 * crosses, cut to short lines. What its lines mean, and whether it is signed by the sender at all, the background says
 * (extension/reading/signature), which forgets the lines at once.
 * Consequence: sentences that a mail program set among the signature's lines are in the worst case seen by the background.
 */

/** The sender's closing block as displayed. An empty line is a gap; a tab parts cells, or a link's text from its target. */
export const signatureBlock = v.object({
  lines: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(longestSignatureLine))),
    v.maxLength(mostSignatureLines),
  ),
});
export type SignatureBlock = v.InferOutput<typeof signatureBlock>;
