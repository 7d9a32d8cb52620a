import type { PageReading } from '../../../shared/capture/page-reading.ts';
import type { SeenCompany } from '../../../shared/capture/seen.ts';
import { isWithin, type PagePolicy } from '../../../shared/policy/page-policy.ts';
import { type HeldBack, type Judge, judgeFor, reasonToHide } from './hold-back.ts';

type Facts = Pick<PageReading, 'people' | 'companies'>;

/** Takes colleagues and never-listed people and companies out of what an ordinary page says. */
export function holdBackPage<F extends Facts>(
  reading: F,
  policy: PagePolicy,
): { reading: F; heldBack: HeldBack } {
  const judge = judgeFor(policy, null);
  const heldBack: HeldBack = { never: 0, bulk: 0, internal: 0 };
  const people = reading.people.filter((person) => {
    const reason = reasonToHide(person.emails, judge);
    if (reason !== null) heldBack[reason] += 1;
    return reason === null;
  });
  const companies = reading.companies.flatMap((company) => permitted(company, policy, judge));
  return { reading: { ...reading, people, companies }, heldBack };
}

function permitted(company: SeenCompany, policy: PagePolicy, judge: Judge): SeenCompany[] {
  const listed = [...policy.neverDomains, ...policy.ownDomains];
  const named = (company.domains ?? []).map((domain) => domain.toLowerCase());
  if (named.some((domain) => listed.some((one) => isWithin(domain, one)))) return [];
  if (company.emails === undefined) return [company];
  return [{ ...company, emails: company.emails.filter((email) => judge(email) === 'other') }];
}
