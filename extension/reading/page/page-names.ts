import { getDomain } from 'tldts';
import type { PageText } from '../../../shared/capture/page-text.ts';
import { isFreemailDomain } from '../../../shared/identity/freemail.ts';
import { pageEmails } from './page-emails.ts';

/** Which hosts and mail domains a page may belong to, by their own labels (`tidewater` of www.tidewater.co.uk). */
export type PageNames = {
  /** Empty where the host tells nothing. */
  hostLabel: string;
  /** Labels of the domains of e-mail addresses, freemail aside, and of the hosts that the page names as its own. */
  otherLabels: readonly string[];
};

export function pageNames(text: PageText, host: string): PageNames {
  const hostLabel = labelOf(host);
  const mails = pageEmails(text.lines).map(({ email }) => email.slice(email.lastIndexOf('@') + 1));
  const others = [...mails.filter((domain) => !isFreemail(domain)), ...text.hosts].map(labelOf);
  return {
    hostLabel,
    otherLabels: [...new Set(others)].filter((label) => label !== '' && label !== hostLabel),
  };
}

/** The label that somebody registered, without the suffix: `tidewater` of www.tidewater.co.uk. */
export function labelOf(host: string): string {
  const domain = getDomain(host, { allowPrivateDomains: true });
  return domain === null ? '' : domain.slice(0, domain.indexOf('.')).replace(/^xn--.*/, '');
}

const plain = { also: [], not: [] };

/** Whether anybody may have a mailbox there, by the shipped list alone. */
export function isFreemail(domain: string): boolean {
  const lower = domain.toLowerCase();
  return isFreemailDomain(lower, getDomain(lower), plain);
}
