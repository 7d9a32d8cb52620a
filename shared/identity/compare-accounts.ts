import type { AccountFacts, DuplicateOptions, DuplicateReason, Verdict } from './duplicate.ts';
import { isFreemailDomain } from './freemail.ts';
import { foldName } from './person-name.ts';
import { registrableDomain } from './registrable-domain.ts';

/** How likely two sets of facts are about one organisation, and why. */
export function compareAccounts(a: AccountFacts, b: AccountFacts, options: DuplicateOptions = {}): Verdict {
  const policy = options.freemail ?? { also: [], not: [] };
  const reasons: DuplicateReason[] = [];
  const keys: readonly [DuplicateReason['kind'], keyof AccountFacts, (text: string) => string | null][] = [
    [
      'same-domain',
      'domains',
      (text) => {
        const domain = registrableDomain(text);
        return domain === null || isFreemailDomain(domain, domain, policy) ? null : domain;
      },
    ],
    ['same-name', 'names', (text) => foldName(text) || null],
    ['same-phone', 'phones', (text) => text.replace(/\D/g, '').slice(-9) || null],
  ];
  for (const [kind, field, key] of keys) {
    const pair = shared(a[field], b[field], key);
    if (pair !== null) reasons.push({ kind, ...pair });
  }
  return { score: reasons.length === 0 ? 0 : 0.6 + 0.1 * reasons.length, automatic: false, reasons };
}

function shared(
  a: string | readonly string[] | undefined,
  b: string | readonly string[] | undefined,
  key: (text: string) => string | null,
): { one: string; other: string } | null {
  if (typeof a === 'string' || typeof b === 'string') return null;
  for (const one of a ?? []) {
    const wanted = key(one);
    const other = wanted === null ? undefined : b?.find((text) => key(text) === wanted);
    if (other !== undefined) return { one, other };
  }
  return null;
}
