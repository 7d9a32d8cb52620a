import type { Policy } from '../../../shared/domain/policy.ts';
import { normaliseEmail } from '../../../shared/identity/email-address.ts';

/** The policy as a person edits it: every list as text, one entry a line. */
export type PolicyDraft = {
  ownDomains: string;
  neverAddresses: string;
  neverDomains: string;
  neverSites: string;
  freemailAlso: string;
  freemailNot: string;
  keepSubject: boolean;
  keepPath: boolean;
};

export type PolicyList = Exclude<keyof PolicyDraft, 'keepSubject' | 'keepPath'>;

export function draftOf(policy: Policy): PolicyDraft {
  const text = (entries: string[]) => entries.join('\n');
  return {
    ownDomains: text(policy.ownDomains),
    neverAddresses: text(policy.never.addresses),
    neverDomains: text(policy.never.domains),
    neverSites: text(policy.never.sites),
    freemailAlso: text(policy.freemail.also),
    freemailNot: text(policy.freemail.not),
    keepSubject: policy.keepSubject,
    keepPath: policy.keepPath,
  };
}

/** The policy that a draft stands for, or the entries that are not what their list holds. */
export function policyOf(
  draft: PolicyDraft,
): { kind: 'policy'; policy: Policy } | { kind: 'wrong'; entries: string[] } {
  const wrong: string[] = [];
  const read = (text: string, normal: (entry: string) => string | null) => {
    const entries = text.split(/[\s,;]+/).filter((entry) => entry !== '');
    wrong.push(...entries.filter((entry) => normal(entry) === null));
    return [...new Set(entries.map(normal).filter((entry) => entry !== null))];
  };
  const policy: Policy = {
    ownDomains: read(draft.ownDomains, normalDomain),
    never: {
      addresses: read(draft.neverAddresses, normaliseEmail),
      domains: read(draft.neverDomains, normalDomain),
      // Rules compare hosts: what else of an address was pasted is let go.
      sites: read(draft.neverSites, (entry) =>
        normalDomain(entry.replace(/^https?:\/\//i, '').split('/')[0] ?? ''),
      ),
    },
    freemail: { also: read(draft.freemailAlso, normalDomain), not: read(draft.freemailNot, normalDomain) },
    keepSubject: draft.keepSubject,
    keepPath: draft.keepPath,
  };
  return wrong.length === 0 ? { kind: 'policy', policy } : { kind: 'wrong', entries: wrong };
}

/** The form in which domains are compared: lower case, ASCII by the URL parser, without a port. Null where it is none. */
function normalDomain(text: string): string | null {
  if (/[@/?#\s]/.test(text)) return null;
  const host = URL.parse(`http://${text}/`)?.hostname ?? '';
  return /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(host) ? host : null;
}
