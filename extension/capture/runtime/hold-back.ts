import type { PageReading } from '../../../shared/capture/page-reading.ts';
import type { SeenCompany, SeenMail, SeenMailbox, SeenPerson } from '../../../shared/capture/seen.ts';
import {
  type AddressVerdict,
  isWithin,
  judgeAddress,
  type PagePolicy,
} from '../../../shared/policy/page-policy.ts';
import type { SiteReading } from '../sites/adapter.ts';

export type HeldBack = PageReading['heldBack'];

type Judge = (email: string) => AddressVerdict;

/**
 * The page's share of the capture policy. Dropped, and only counted: mail that is bulk, mail among our own people, mail from
 * a never-listed sender or with never-listed counterparts alone. Never-listed addresses leave all lists, and colleagues are
 * no contacts. The address of `mailbox` is our side even where its domain is not.
 */
export function holdBack<R extends Pick<SiteReading, 'mails' | 'people' | 'companies'>>(
  reading: R,
  policy: PagePolicy,
  mailbox: string | null,
): { reading: R; heldBack: HeldBack } {
  const owner = mailbox?.trim().toLowerCase();
  const judge: Judge = (email) => {
    const verdict = judgeAddress(email, policy);
    return verdict === 'other' && email.trim().toLowerCase() === owner ? 'ours' : verdict;
  };
  const heldBack: HeldBack = { never: 0, bulk: 0, internal: 0 };
  const mails = reading.mails.flatMap((mail) => {
    const reason = reasonToHold(mail, judge);
    if (reason === null) return [withoutNever(mail, judge)];
    heldBack[reason] += 1;
    return [];
  });
  const people = reading.people.filter((person) => {
    const reason = reasonToHide(person.emails, judge);
    if (reason !== null) heldBack[reason] += 1;
    return reason === null;
  });
  const companies = reading.companies.flatMap((company) => permitted(company, policy, judge));
  return { reading: { ...reading, mails, people, companies }, heldBack };
}

function reasonToHold(mail: SeenMail, judge: Judge): keyof HeldBack | null {
  const verdicts = [mail.from, mail.sender, ...mail.to, ...mail.cc].flatMap((one) =>
    one === null ? [] : [judge(one.email)],
  );
  const fromNever = [mail.from, mail.sender].some((one) => one !== null && judge(one.email) === 'never');
  if (fromNever) return 'never';
  if (mail.bulk !== null && mail.bulk !== 'unknown') return 'bulk';
  if (verdicts.includes('other')) return null;
  return verdicts.includes('never') ? 'never' : 'internal';
}

function withoutNever(mail: SeenMail, judge: Judge): SeenMail {
  const keep = (list: readonly SeenMailbox[]) => list.filter((one) => judge(one.email) !== 'never');
  const theirs = mail.from !== null && judge(mail.from.email) === 'other';
  return {
    ...mail,
    replyTo: keep(mail.replyTo),
    to: keep(mail.to),
    cc: keep(mail.cc),
    signature: theirs && mail.signature !== null ? signatureWithout(mail.signature, judge) : null,
  };
}

function signatureWithout(signature: SeenPerson, judge: Judge): SeenPerson | null {
  return reasonToHide(signature.emails, judge) === 'never' ? null : signature;
}

function reasonToHide(emails: readonly string[] = [], judge: Judge): 'never' | 'internal' | null {
  const verdicts = emails.map(judge);
  if (verdicts.includes('never')) return 'never';
  return verdicts.includes('ours') ? 'internal' : null;
}

function permitted(company: SeenCompany, policy: PagePolicy, judge: Judge): SeenCompany[] {
  const domains = (company.domains ?? []).map((domain) => domain.toLowerCase());
  const never = domains.some((domain) => policy.neverDomains.some((listed) => isWithin(domain, listed)));
  const ours = domains.some((domain) => policy.ownDomains.some((own) => isWithin(domain, own)));
  if (never || ours) return [];
  const { emails, ...rest } = company;
  return [
    emails === undefined ? company : { ...rest, emails: emails.filter((email) => judge(email) === 'other') },
  ];
}
