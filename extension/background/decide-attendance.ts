import type { Policy } from '../../shared/domain/policy.ts';
import { normaliseEmail } from '../../shared/identity/email-address.ts';
import { isWithin, judgeAddress, type PagePolicy } from '../../shared/policy/page-policy.ts';
import type { Database } from '../db/database.ts';
import { policyInForce } from '../db/queries/policy-in-force.ts';
import type { Attendance, Visit } from '../rpc/page-calls.ts';

/**
 * May this page be read? A webmail only where its mailbox is on the workspace's domains or was enabled by the person, who is
 * asked once for each other one; no site on the never-list; and nothing before the workspace's policy is here, since without
 * it colleagues could not be told from contacts. `origin` is the browser's word.
 */
export async function decideAttendance(
  db: Database,
  joined: boolean,
  visit: Pick<Visit, 'reader' | 'mailbox'>,
  origin: string,
): Promise<Attendance> {
  if (!joined || (await db.policy.count()) === 0) return { kind: 'off' };
  const policy = await policyInForce(db);
  if (isNeverSite(origin, policy)) return { kind: 'never' };
  if (visit.reader.id === 'web') return { kind: 'go', policy: pagePolicyOf(policy) };
  const mailbox = visit.mailbox === null ? null : normaliseEmail(visit.mailbox);
  if (mailbox === null) return { kind: 'ask' };
  const verdict = judgeAddress(mailbox, pagePolicyOf(policy));
  if (verdict === 'never') return { kind: 'never' };
  if (verdict === 'ours') return { kind: 'go', policy: pagePolicyOf(policy) };
  const answer = (await db.mailboxes.get(mailbox))?.answer;
  if (answer === undefined) await db.mailboxes.put({ address: mailbox, answer: 'asked' });
  if (answer === 'yes') return { kind: 'go', policy: pagePolicyOf(policy) };
  return { kind: answer === 'no' ? 'never' : 'ask' };
}

export function isNeverSite(origin: string, policy: Policy): boolean {
  const host = URL.parse(origin)?.hostname;
  if (host === undefined) return true;
  return policy.never.sites.some((site) => {
    const never = URL.parse(site)?.hostname || URL.parse(`http://${site}/`)?.hostname || site;
    return isWithin(host, never);
  });
}

function pagePolicyOf({ ownDomains, never }: Policy): PagePolicy {
  return { ownDomains, neverAddresses: never.addresses, neverDomains: never.domains };
}
