import type { DuplicateOptions, DuplicateReason, PersonFacts, Verdict } from './duplicate.ts';
import { normaliseEmail } from './email-address.ts';
import { foldName, namesAgree } from './person-name.ts';

/** How likely two sets of facts are about one person, and why. */
export function comparePeople(a: PersonFacts, b: PersonFacts, _options: DuplicateOptions = {}): Verdict {
  const reasons: DuplicateReason[] = [];
  let score = 0;
  const email = shared(a.emails, b.emails, (text) => normaliseEmail(text));
  if (email !== null) {
    reasons.push({ kind: 'same-email', ...email });
    score = 1;
  }
  const phone = shared(a.phones, b.phones, (text) => text.replace(/\D/g, '').slice(-9) || null);
  if (phone !== null) {
    reasons.push({ kind: 'same-phone', ...phone });
    score = Math.max(score, 0.7);
  }
  const same = shared(a.names, b.names, (text) => foldName(text) || null);
  if (same !== null) {
    reasons.push({ kind: 'same-name', ...same });
    score = Math.max(score, 0.6);
  } else {
    const [one, other] = [a.names?.[0], b.names?.[0]];
    if (one && other && namesAgree(one, other)) reasons.push({ kind: 'similar-name', one, other });
    else score = Math.min(score, email === null ? 0.4 : 1);
  }
  return { score, automatic: email !== null, reasons };
}

function shared(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
  key: (text: string) => string | null,
): { one: string; other: string } | null {
  for (const one of a ?? []) {
    const wanted = key(one);
    const other = wanted === null ? undefined : b?.find((text) => key(text) === wanted);
    if (other !== undefined) return { one, other };
  }
  return null;
}
