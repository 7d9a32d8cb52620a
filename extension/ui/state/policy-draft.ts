import type { Policy } from '../../../shared/domain/policy.ts';

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

/** The policy that a draft stands for, or the lists in which an entry is not what the list holds. */
export function policyOf(
  draft: PolicyDraft,
): { kind: 'policy'; policy: Policy } | { kind: 'wrong'; entries: string[] } {
  const wrong: string[] = [];
  const read = (text: string, fits: (entry: string) => boolean) => {
    const entries = [...new Set(text.split(/[\s,;]+/).filter((entry) => entry !== ''))].map((entry) =>
      entry.toLowerCase(),
    );
    wrong.push(...entries.filter((entry) => !fits(entry)));
    return entries;
  };
  const policy: Policy = {
    ownDomains: read(draft.ownDomains, isDomain),
    never: {
      addresses: read(draft.neverAddresses, isAddress),
      domains: read(draft.neverDomains, isDomain),
      sites: read(draft.neverSites, isSite),
    },
    freemail: { also: read(draft.freemailAlso, isDomain), not: read(draft.freemailNot, isDomain) },
    keepSubject: draft.keepSubject,
    keepPath: draft.keepPath,
  };
  return wrong.length === 0 ? { kind: 'policy', policy } : { kind: 'wrong', entries: wrong };
}

function isDomain(text: string): boolean {
  return text.length <= 253 && /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.)+[\p{L}\p{N}-]{2,63}$/u.test(text);
}

function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  return text.length <= 254 && at > 0 && isDomain(text.slice(at + 1));
}

function isSite(text: string): boolean {
  return isDomain(text.replace(/^https?:\/\//, '').replace(/(?::\d+)?\/?$/, ''));
}
