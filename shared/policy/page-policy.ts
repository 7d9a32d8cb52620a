import type { PagePolicy } from './page-policy-schema.ts';

export type { PagePolicy };

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
