import type { PageText } from '../../../shared/capture/page-text.ts';
import { toLatin } from '../../../shared/identity/script/to-latin.ts';
import { folded } from '../../../shared/text/folded-text.ts';
import {
  hasAddressWord,
  hasLegalForm,
  hasOrganisationWord,
  hasTitleWord,
} from '../../../shared/text/signature-words.ts';
import { isGivenName } from '../names/is-given-name.ts';
import type { NameCandidate } from './organisation-candidates.ts';
import type { PageNames } from './page-names.ts';

/** One text to look words up in, folded, with a space at both ends. */
export function textToSearch({ lines }: PageText): string {
  return ` ${lines.map(({ text }) => folded(text.replace(/&/g, ' and '))).join(' · ')} `;
}

/** Features of a candidate, by name; those that are absent are 0. All lie between 0 and about 1. */
export function organisationFeatures(
  candidate: NameCandidate,
  all: readonly NameCandidate[],
  searched: string,
  { hostLabel, otherLabels }: PageNames,
): Map<string, number> {
  const { key, spellings, sources } = candidate;
  const [name = ''] = spellings;
  const features = new Map<string, number>();
  const set = (feature: string, value: number | boolean) => {
    if (value) features.set(feature, Number(value));
  };
  set('bias', 1);
  for (const source of sources) set(`from-${source}`, 1);
  set('sources', Math.min(1, (sources.size - 1) / 3));
  const words = name.split(/\s+/);
  const count = words.length;
  set(`words-${count === 1 ? 1 : count === 2 ? 2 : count <= 4 ? 4 : count <= 7 ? 7 : 9}`, 1);
  set('often', Math.min(1, Math.log2(1 + occurrences(searched, key)) / 4));
  set('host-equal', hostFit(key, hostLabel) === 'equal');
  set('host-near', hostFit(key, hostLabel) === 'near');
  set(
    'other-equal',
    otherLabels.some((label) => hostFit(key, label) === 'equal'),
  );
  set(
    'other-near',
    otherLabels.some((label) => hostFit(key, label) === 'near'),
  );
  set('legal-form', spellings.some(hasLegalForm));
  set('organisation-word', hasOrganisationWord(name));
  set('title-word', hasTitleWord(name));
  set('address', hasAddressWord(name));
  set('digits', /\d/.test(name));
  set('sentence', /[.!?]\s|[!?]$|…/.test(name));
  set('comma', name.includes(','));
  set('person', count <= 3 && isGivenName(folded(words[0] ?? '')) && !hasOrganisationWord(name));
  set('small', words.filter((word) => /^\p{Ll}{4}/u.test(word)).length / count);
  set('capitals', name.length > 4 && name === name.toUpperCase() && name !== name.toLowerCase());
  set('plain-words', words.filter((word) => plain.test(word)).length / count);
  const others = all.filter((other) => other !== candidate);
  set(
    'within',
    others.some((other) => ` ${other.key} `.includes(` ${key} `)),
  );
  set(
    'within-copyright',
    others.some((o) => o.sources.has('copyright') && ` ${o.key} `.includes(` ${key} `)),
  );
  set(
    'within-title',
    others.some((o) => isTitle(o) && ` ${o.key} `.includes(` ${key} `)),
  );
  set(
    'around',
    others.some((other) => other.key.length > 3 && ` ${key} `.includes(` ${other.key} `)),
  );
  set(
    'around-strong',
    others.some((o) => strong(o) && o.key.length > 3 && ` ${key} `.includes(` ${o.key} `)),
  );
  set(
    'rival-strong',
    others.some((o) => strong(o) && !` ${key} `.includes(` ${o.key} `) && !` ${o.key} `.includes(` ${key} `)),
  );
  set('first', all[0] === candidate);
  return features;
}

const plain =
  /^(?:home|online|best|free|new|quality|professional|services?|products?|solutions?|contact|about|welcome|information|local|your|our|for|with|how|to|sale|rent|buy|jobs|news|search|official|the|website|page|click|here|more|all|view|map|directions|send|call|join|sign|log|read|terms|privacy|policy|shipping|delivery|testimonials|customers?|und|oder|für|pour|para|per)$/iu;

function isTitle({ sources }: NameCandidate): boolean {
  return [...sources].some((source) => source.startsWith('title'));
}

function strong({ sources }: NameCandidate): boolean {
  return sources.has('copyright') || sources.has('host') || sources.has('site-name');
}

function occurrences(searched: string, key: string): number {
  let found = 0;
  for (
    let at = searched.indexOf(` ${key} `);
    at >= 0 && found < 20;
    at = searched.indexOf(` ${key} `, at + 1)
  )
    found += 1;
  return found;
}

/** How a name goes with a host's label: pushed together it is the same, or one holds the other, or its initials. */
export function hostFit(key: string, label: string): 'equal' | 'near' | null {
  if (label.length < 2) return null;
  const squeezed = toLatin(key).replaceAll(' ', '');
  const bare = label.replace(/[^\p{L}\p{N}]/gu, '');
  if (squeezed === bare || squeezed.replace(/and/g, '') === bare) return 'equal';
  const initials = key
    .split(' ')
    .map((word) => word[0])
    .join('');
  if (initials.length >= 3 && initials === bare) return 'near';
  if (bare.length >= 4 && squeezed.includes(bare)) return 'near';
  return squeezed.length >= 4 && bare.includes(squeezed) ? 'near' : null;
}
