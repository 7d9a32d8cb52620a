import type { Health, ReadingProblem } from '../../../shared/capture/page-reading.ts';
import type { SeenCompany, SeenPerson } from '../../../shared/capture/seen.ts';
import { folded } from '../../../shared/text/folded-text.ts';
import { matches } from '../unclobbered.ts';
import { boundedCompany, boundedPerson } from './bounded-facts.ts';
import { attribute, select, webAddress } from './dom.ts';
import { readHCard } from './h-card.ts';
import { readJsonLd } from './json-ld.ts';
import { mergePeople } from './merge-people.ts';
import { readMicrodata } from './microdata.ts';
import { readRdfa } from './rdfa.ts';
import { schemaFacts } from './schema-facts.ts';

/** What an ordinary page's mark-up says about people and companies. */
export interface WebReading {
  people: SeenPerson[];
  companies: SeenCompany[];
  health: Health;
  problems: ReadingProblem[];
}

const mostElements = 20_000;
const mostMarked = 4000;
const mostPeople = 300;
const mostCompanies = 100;
const scripts = 'script[type="application/ld+json" i]';
const microdata = '[itemscope]';
const rdfa = '[typeof], [property], [about], [rel*=":"]';
const cards = '.h-card, .vcard, .h-org';
const bases = 'base[href]';

/**
 * Reads an ordinary page's mark-up: JSON-LD, microdata, RDFa, h-card. Looks at 20,000 elements and 2,000,000
 * characters of JSON-LD at most; where the page has more, or names over 300 people, it says `partly` and `too-large`. Sends
 * nothing, runs nothing of the page's, never throws: a format that fails is left out and said as `threw`.
 */
export function readWebPage(doc: Document, url: URL): WebReading {
  const problems = new Set<ReadingProblem>();
  const people: SeenPerson[] = [];
  const companies: SeenCompany[] = [];
  const attempt = (work: () => void) => {
    try {
      work();
    } catch {
      problems.add('threw');
    }
  };
  let marked: Element[] = [];
  attempt(() => {
    const selection = select(
      doc,
      [scripts, microdata, rdfa, cards, bases].join(','),
      mostMarked,
      mostElements,
    );
    marked = selection.found;
    if (!selection.all) problems.add('too-large');
  });
  const of = (selector: string) => marked.filter((element) => matches(element, selector));
  const [given] = of(bases);
  const base = new URL((given && webAddress(attribute(given, 'href') ?? '', url)) ?? url.href);
  attempt(() => {
    const { nodes, all } = readJsonLd(of(scripts).map((script) => script.textContent ?? ''));
    if (!all) problems.add('too-large');
    add(schemaFacts(nodes, base));
  });
  attempt(() => add(schemaFacts(readMicrodata(doc, of(microdata), base), base)));
  attempt(() => add(schemaFacts(readRdfa(of(rdfa), base), base)));
  for (const card of of(cards)) {
    attempt(() => add(readHCard(card, base)));
  }
  function add(facts: { people: SeenPerson[]; companies: SeenCompany[] }): void {
    people.push(...facts.people);
    companies.push(...facts.companies);
  }
  const whole = mergePeople(people.slice(0, 5000));
  const distinct = distinctCompanies(companies.slice(0, 5000));
  if (whole.length > mostPeople || distinct.length > mostCompanies) problems.add('too-large');
  return {
    people: whole.slice(0, mostPeople).map(boundedPerson),
    companies: distinct.slice(0, mostCompanies).map(boundedCompany),
    health: problems.size > 0 ? 'partly' : whole.length + distinct.length > 0 ? 'ok' : 'unknown-page',
    problems: [...problems],
  };
}

/** One entry for each name; later entries fill what earlier ones leave open. */
function distinctCompanies(companies: readonly SeenCompany[]): SeenCompany[] {
  const byName = new Map<string, SeenCompany>();
  for (const company of companies) {
    const key = folded(company.name ?? '') || (company.emails?.[0] ?? company.domains?.[0] ?? '');
    byName.set(key, { ...company, ...byName.get(key) });
  }
  return [...byName.values()];
}
