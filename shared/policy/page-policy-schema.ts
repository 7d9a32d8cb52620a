import * as v from 'valibot';

/**
 * The part of the capture policy that the page's process needs: enough to hold back what may never leave it, with no table
 * of providers or suffixes, since the content script must stay small. Apart from its functions for the same reason.
 */
export const pagePolicy = v.object({
  ownDomains: v.array(v.string()),
  neverAddresses: v.array(v.string()),
  neverDomains: v.array(v.string()),
});
export type PagePolicy = v.InferOutput<typeof pagePolicy>;
