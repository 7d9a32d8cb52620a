import type { Policy } from '../../shared/domain/policy.ts';
import { normaliseEmail } from '../../shared/identity/email-address.ts';
import { isFreemailDomain } from '../../shared/identity/freemail.ts';
import { registrableDomain } from '../../shared/identity/registrable-domain.ts';
import { isWithin, judgeAddress, mailDomain } from '../../shared/policy/page-policy.ts';
import { isRoboticAddress } from '../../shared/policy/robotic-address.ts';

/**
 * Where an address stands on the capture ladder; the first rung that fits decides. `none`: it is no address, or its domain
 * belongs to nobody that could be told apart.
 */
export type Placed =
  | { kind: 'never' }
  | { kind: 'ours'; email: string }
  | { kind: 'robot' }
  | { kind: 'freemail'; email: string }
  | { kind: 'business'; email: string; domain: string }
  | { kind: 'none' };

/** `mailbox` is the rep's own address in front, ours whatever its domain. */
export function placeAddress(address: string, policy: Policy, mailbox: string | null): Placed {
  const email = normaliseEmail(address);
  if (email === null) return { kind: 'none' };
  const verdict = judgeAddress(email, {
    ownDomains: policy.ownDomains,
    neverAddresses: policy.never.addresses,
    neverDomains: policy.never.domains,
  });
  if (verdict === 'never') return { kind: 'never' };
  if (verdict === 'ours' || isMailbox(email, mailbox)) return { kind: 'ours', email };
  if (isRoboticAddress(email)) return { kind: 'robot' };
  const host = mailDomain(email);
  const domain = registrableDomain(host);
  if (isFreemailDomain(host, domain, policy.freemail)) return { kind: 'freemail', email };
  return domain === null ? { kind: 'none' } : { kind: 'business', email, domain };
}

/** A plus tag makes no other mailbox of the rep's own. */
export function isMailbox(email: string, mailbox: string | null): boolean {
  return mailbox !== null && untagged(email) === untagged(mailbox);
}

/** The registrable domain of a company's host or mail domain, or null where policy or nature make it no company. */
export function placeCompany(host: string, policy: Policy): string | null {
  const domain = registrableDomain(host);
  if (domain === null || isFreemailDomain(domain, domain, policy.freemail)) return null;
  const barred = [...policy.ownDomains, ...policy.never.domains];
  return barred.some((b) => isWithin(domain, b.toLowerCase())) ? null : domain;
}

function untagged(email: string): string {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at).split('+', 1)[0];
  return `${local}${email.slice(at)}`.toLowerCase();
}
