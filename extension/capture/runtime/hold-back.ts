import type { PageReading } from '../../../shared/capture/page-reading.ts';
import { type AddressVerdict, judgeAddress, type PagePolicy } from '../../../shared/policy/page-policy.ts';
import type { SiteReading } from '../sites/adapter.ts';

export type HeldBack = PageReading['heldBack'];

/**
 * The page's share of the capture policy, for what one kind of reader reads: what may leave the page's process, and how much
 * was held back. Two kinds, so that each content script carries its own alone.
 */
export type HoldBack = (
  reading: SiteReading,
  policy: PagePolicy,
  mailbox: string | null,
) => { reading: SiteReading; heldBack: HeldBack };

export type Judge = (email: string) => AddressVerdict;

/** The address of `mailbox` is our side even where its domain is not. */
export function judgeFor(policy: PagePolicy, mailbox: string | null): Judge {
  const owner = mailbox?.trim().toLowerCase();
  return (email) => {
    const verdict = judgeAddress(email, policy);
    return verdict === 'other' && email.trim().toLowerCase() === owner ? 'ours' : verdict;
  };
}

/** Why facts that name these addresses may not leave the page; null where they may. */
export function reasonToHide(emails: readonly string[] = [], judge: Judge): 'never' | 'internal' | null {
  const verdicts = emails.map(judge);
  if (verdicts.includes('never')) return 'never';
  return verdicts.includes('ours') ? 'internal' : null;
}
