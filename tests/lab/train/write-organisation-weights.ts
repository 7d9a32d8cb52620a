import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameCandidates, nameKey } from '../../../extension/reading/page/organisation-candidates.ts';
import { organisationFeatures, textToSearch } from '../../../extension/reading/page/organisation-features.ts';
import { pageNames } from '../../../extension/reading/page/page-names.ts';
import { findCorpora } from '../corpora-folder.ts';
import { foldFact } from '../score/counts.ts';
import { type Example, fitLogistic, likelihood } from './logistic.ts';
import { type LabelledPage, labelledPages } from './page-lines.ts';

/**
 * `npm run train -- FOLDER` fits the weights by which a page's organisation is chosen to the labelled contact pages of a corpora
 * folder, and writes them with what such weights give on sites that were left out (five parts): keep them where that has not fallen.
 */
const penalty = 0.01;
const least = 0.5;
const parts = 5;
const target = join(import.meta.dirname, '../../../extension/reading/page/organisation-weights.ts');

type Candidate = { example: Example; matches: boolean };

function candidatesOf({ text, described, host, organisations }: LabelledPage): Candidate[] {
  const names = pageNames(text, host);
  const candidates = nameCandidates(text, described, names.hostLabel);
  const searched = textToSearch(text);
  return candidates.map((candidate) => {
    const [name = ''] = candidate.spellings;
    const matches = organisations.some((other) => contains(foldFact(name), foldFact(other)));
    const tight = organisations.some((other) => near(nameKey(name), nameKey(other)));
    const features = organisationFeatures(candidate, candidates, searched, names);
    // A long title that holds the name is a worse answer than the name.
    return { matches, example: { features, right: matches, weight: matches && !tight ? 0.5 : 1 } };
  });
}

function contains(a: string, b: string): boolean {
  return a === b ? a !== '' : (b.length > 3 && a.includes(b)) || (a.length > 3 && b.includes(a));
}

function near(a: string, b: string): boolean {
  return contains(a, b) && Math.min(a.length, b.length) / Math.max(a.length, b.length) > 0.5;
}

function partOf(site: string): number {
  let hash = 2166136261;
  for (const char of site.replace(/^www\./, '')) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  return (hash >>> 7) % parts;
}

const folder = findCorpora(process.argv[2]);
if (folder === null || !existsSync(join(folder, 'contact-pages.jsonl'))) {
  console.error('npm run train -- FOLDER: FOLDER holds contact-pages.jsonl');
  process.exit(2);
}
const pages = (await labelledPages(folder)).map((page) => ({ page, candidates: candidatesOf(page) }));
const labelled = pages.filter(({ page }) => page.organisations.length > 0);
const examplesOf = (some: typeof pages) =>
  some.flatMap(({ candidates }) => candidates.map(({ example }) => example));

let right = 0;
let given = 0;
for (let part = 0; part < parts; part += 1) {
  const weights = fitLogistic(
    examplesOf(labelled.filter(({ page }) => partOf(page.site) !== part)),
    penalty / 10,
  );
  for (const { candidates } of pages.filter(({ page }) => partOf(page.site) === part)) {
    const ranked = candidates
      .map(({ example, matches }) => ({ matches, sure: likelihood(weights, example.features) }))
      .sort((a, b) => b.sure - a.sure);
    if (ranked[0] === undefined || ranked[0].sure < least) continue;
    given += 1;
    if (ranked[0].matches) right += 1;
  }
}
const figures = `precision ${(right / given).toFixed(3)}, recall ${(right / labelled.length).toFixed(3)}`;
console.log(`on sites left out: ${figures}`);

const weights = fitLogistic(examplesOf(labelled), penalty / 10);
const entries = [...weights].map(
  ([name, weight]) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${Number(weight.toFixed(2))},`,
);
writeFileSync(
  target,
  [
    '/**',
    ' * Fitted by `npm run train` (tests/lab/train/write-organisation-weights.ts); the features are those of organisation-features.ts.',
    ` * On sites left out: ${figures}.`,
    ' */',
    'export const organisationWeights: Readonly<Record<string, number>> = {',
    ...entries,
    '};',
    '',
  ].join('\n'),
);
