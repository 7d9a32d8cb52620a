import type { DuplicateReason, DuplicateReasonKind } from '../../../shared/identity/duplicate-verdict.ts';
import type { DuplicateField, MergeView } from '../../db/views.ts';
import { say, sayList, type WordKey } from './say.ts';

/** `why` takes the value that both have, or the two that are compared; `short` names the reason without any. */
const reasons: Record<DuplicateReasonKind, { why: WordKey; short: WordKey }> = {
  'same-email': { why: 'reason.sameEmail.why', short: 'reason.sameEmail.short' },
  'similar-email': { why: 'reason.similarEmail.why', short: 'reason.similarEmail.short' },
  'same-phone': { why: 'reason.samePhone.why', short: 'reason.samePhone.short' },
  'same-name': { why: 'reason.sameName.why', short: 'reason.sameName.short' },
  'similar-name': { why: 'reason.similarName.why', short: 'reason.similarName.short' },
  'same-domain': { why: 'reason.sameDomain.why', short: 'reason.sameDomain.short' },
  'name-matches-domain': {
    why: 'reason.nameMatchesDomain.why',
    short: 'reason.nameMatchesDomain.short',
  },
  'same-birth-date': { why: 'reason.sameBirthDate.why', short: 'reason.sameBirthDate.short' },
  'similar-birth-date': { why: 'reason.similarBirthDate.why', short: 'reason.similarBirthDate.short' },
  'same-city': { why: 'reason.sameCity.why', short: 'reason.sameCity.short' },
  'same-address': { why: 'reason.sameAddress.why', short: 'reason.sameAddress.short' },
  'similar-address': { why: 'reason.similarAddress.why', short: 'reason.similarAddress.short' },
  'same-zip': { why: 'reason.sameZip.why', short: 'reason.sameZip.short' },
  'related-organisation': {
    why: 'reason.relatedOrganisation.why',
    short: 'reason.relatedOrganisation.short',
  },
};

const fields: Record<DuplicateField, WordKey> = {
  name: 'field.name',
  emails: 'person.email',
  work: 'person.work',
  phones: 'person.phone',
  urls: 'person.links',
  domains: 'account.domains',
  website: 'field.website',
  address: 'field.address',
  steward: 'account.steward',
};

export const duplicateFieldWord = (field: DuplicateField): string => say(fields[field]);

/** Why two records may be one, in a sentence; null for a reason that this version does not know. */
export function reasonSentence({ kind, one, other }: DuplicateReason): string | null {
  if (!Object.hasOwn(reasons, kind)) return null;
  // Two spellings of the same are both shown: the person is to see what was compared.
  if (kind.startsWith('same-')) return say(reasons[kind].why, one === other ? one : `${one} / ${other}`);
  return say(reasons[kind].why, one, other);
}

/** Who merged two records and why, in a line. */
export function mergeLine({ automatic, by, reasons: codes }: MergeView): string {
  const who = by === null ? say('merge.byNobody') : say('merge.by', by.name);
  const known = codes.filter((code): code is DuplicateReasonKind => Object.hasOwn(reasons, code));
  const words = known.map((code) => say(reasons[code].short));
  const done = automatic ? say('merge.automatic') : who;
  return words.length === 0 ? done : `${done} ${say('merge.because', sayList(words))}`;
}

type Named = { name: string; key: string | null };

/** Both names; two of one name are told apart by address or domain. */
export function bothNames(one: Named, other: Named): [string, string] {
  if (one.name !== other.name) return [one.name, other.name];
  return [one.key ?? one.name, other.key ?? other.name];
}

/** What a pair is called: by one name where both have the same. */
export function pairName(one: { name: string }, other: { name: string }): string {
  return one.name === other.name ? one.name : say('duplicate.pair', one.name, other.name);
}
