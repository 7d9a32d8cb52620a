import * as v from 'valibot';

/**
 * The part of the capture policy that the page's process needs: enough to hold back what may never leave it, with no table
 * of providers or suffixes, since the content script must stay small.
 */
export const pagePolicy = v.object({
  ownDomains: v.array(v.string()),
  neverAddresses: v.array(v.string()),
  neverDomains: v.array(v.string()),
});
export type PagePolicy = v.InferOutput<typeof pagePolicy>;

/** True where `host` is `domain` or lies below it. Both in lower case. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

export function mailDomain(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

export type AddressVerdict = 'never' | 'ours' | 'other';

/** The first two rungs of the ladder. The address in any case; never throws. */
export function judgeAddress(email: string, policy: PagePolicy): AddressVerdict {
  const address = email.trim().toLowerCase();
  const domain = mailDomain(address);
  if (policy.neverAddresses.includes(address)) return 'never';
  if (policy.neverDomains.some((never) => isWithin(domain, never))) return 'never';
  return policy.ownDomains.some((own) => isWithin(domain, own)) ? 'ours' : 'other';
}
