import type { PageText } from '../../../shared/capture/page-text.ts';
import type { SeenCompany } from '../../../shared/capture/seen.ts';
import { type NameCandidate, nameCandidates } from './organisation-candidates.ts';
import { organisationFeatures, textToSearch } from './organisation-features.ts';
import { organisationWeights } from './organisation-weights.ts';
import type { PageNames } from './page-names.ts';

export type FoundOrganisation = {
  name: string;
  /** By which spellings of it are one. */
  key: string;
  /** 0…1, how likely it is the organisation whose page this is. */
  sure: number;
};

/** Below it a page's organisation is left open. */
const least = 0.5;

/** The organisation of a page by its title, footer, logo, imprint and host, with the others that were in question. */
export function findOrganisation(
  text: PageText,
  described: readonly SeenCompany[],
  names: PageNames,
  /** The page tells how to reach somebody. */
  reachable: boolean,
): { own: FoundOrganisation | null; candidates: NameCandidate[] } {
  const candidates = nameCandidates(text, described, names.hostLabel);
  const searched = textToSearch(text);
  let own: FoundOrganisation | null = null;
  for (const candidate of candidates) {
    const features = organisationFeatures(candidate, candidates, searched, names);
    if (!reachable && !isBorneOut(candidate, features)) continue;
    const sure = likelihood(features);
    if (sure >= least && sure > (own?.sure ?? 0))
      own = { name: candidate.spellings[0] ?? '', key: candidate.key, sure };
  }
  return { own, candidates };
}

/** Without contact facts a title or headline alone names whatever the page is about: an article, a product, the weather. */
function isBorneOut({ sources }: NameCandidate, features: ReadonlyMap<string, number>): boolean {
  const fits = ['host-equal', 'host-near', 'other-equal', 'other-near'].some((feature) =>
    features.has(feature),
  );
  return fits || [...sources].some((source) => !source.startsWith('title') && source !== 'headline');
}

function likelihood(features: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [feature, value] of features) sum += (organisationWeights[feature] ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}
