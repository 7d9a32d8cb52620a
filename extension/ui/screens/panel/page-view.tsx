import { fetchPage } from '../../../db/queries/fetch-first.ts';
import { listSuggestions } from '../../../db/queries/list-suggestions.ts';
import { recognisePage } from '../../../db/queries/recognise-page.ts';
import type { PageState, RecognisedCompany, RecognisedPerson, SuggestionView } from '../../../db/views.ts';
import { Action } from '../../components/action.tsx';
import { acceptDifference } from '../../components/differences.tsx';
import { Empty } from '../../components/empty.tsx';
import { isUnassigned, takeAccount } from '../../components/steward.tsx';
import { tellOutcome } from '../../state/said.ts';
import { say, sayCount } from '../../state/say.ts';
import { useServices } from '../../state/services.ts';
import { type Shortcut, useShortcuts } from '../../state/shortcuts.ts';
import { answerOr, useLiveQuery } from '../../state/use-live-query.ts';
import { CompanyCard } from './company-card.tsx';
import { PersonCard } from './person-card.tsx';
import { Recorded } from './recorded.tsx';
import type { CardKeys } from './suggestion-buttons.tsx';

type Recognised = RecognisedPerson | RecognisedCompany;

/** Who and what is on the page in front, against the pool, with one key for what can be done about it. */
export function PageView({ state }: { state: PageState }) {
  const { calls } = useServices();
  const live = useLiveQuery(
    (db) => recognisePage(db, state),
    `${state.tab} ${state.at}`,
    (db) => fetchPage(db, state),
  );
  const open = answerOr(useLiveQuery(listSuggestions, 'suggestions'), []);
  const all: Recognised[] = answerOr(live, []);
  const companies = all.filter((one) => one.kind === 'company');
  const people = all.filter((one) => one.kind === 'person');
  // keys count down the page
  const recognised = [...companies, ...people];

  const take = async (suggestions: string[]) => {
    const result = await calls.take({ suggestions });
    tellOutcome(result, result.ok ? sayCount('suggestion.taken', result.value) : '');
  };
  const dismiss = async (suggestions: string[]) => {
    const result = await calls.dismiss({ suggestions });
    tellOutcome(result, result.ok ? sayCount('suggestion.dismissed', result.value) : '');
  };
  const suggested = recognised.flatMap(({ suggestion }) => (suggestion === null ? [] : [suggestion]));
  const changed = recognised.find(({ standing }) => standing.kind === 'changed');
  const unassigned = recognised.find(isFree);
  const keysOf = (one: Recognised): CardKeys => ({
    take: digitFor(suggested, one.suggestion),
    accept: one === changed ? 'c' : null,
    steward: one === unassigned ? 's' : null,
    why: whyOf(open, one.suggestion),
    takeOne: (suggestion) => take([suggestion]),
    dismissOne: (suggestion) => dismiss([suggestion]),
  });

  const offered: Shortcut[] = suggested.slice(0, 9).map((suggestion, n) => ({
    key: String(n + 1),
    does: 'keys.takeOne',
    run: () => void take([suggestion]),
  }));
  if (suggested.length > 0) offered.push({ key: 'a', does: 'keys.takeAll', run: () => void take(suggested) });
  const difference = changed?.standing.kind === 'changed' ? changed.standing.differences[0] : undefined;
  if (difference !== undefined) {
    offered.push({ key: 'c', does: 'keys.accept', run: () => void acceptDifference(calls, difference) });
  }
  const account = unassigned?.kind === 'company' ? unassigned.account : null;
  if (account !== null) {
    offered.push({ key: 's', does: 'keys.steward', run: () => void takeAccount(calls, account) });
  }
  useShortcuts(offered);

  if (live.kind === 'loading') return <p class="faint">{say('panel.reading')}</p>;
  return (
    <>
      {suggested.length > 0 && (
        <div class="take-all">
          <span>{sayCount('suggestion.open', suggested.length)}</span>
          <Action look="primary" keyHint="a" run={() => take(suggested)}>
            {say('suggestion.takeAll')}
          </Action>
        </div>
      )}
      {recognised.length === 0 && (
        <Empty title={say('panel.nobody')}>
          {say(state.health === 'ok' ? 'panel.nobodyWhy' : 'panel.nobodyInPart')}
        </Empty>
      )}
      {companies.length > 0 && (
        <section aria-labelledby="companies">
          <h2 id="companies">{say('panel.companies')}</h2>
          <ul class="cards">
            {companies.map((company) => (
              <CompanyCard key={company.key} company={company} keys={keysOf(company)} />
            ))}
          </ul>
        </section>
      )}
      {people.length > 0 && (
        <section aria-labelledby="people">
          <h2 id="people">{say('panel.people')}</h2>
          <ul class="cards">
            {people.map((person) => (
              <PersonCard key={person.key} recognised={person} keys={keysOf(person)} />
            ))}
          </ul>
        </section>
      )}
      <Recorded state={state} recognised={recognised} />
    </>
  );
}

function isFree(one: Recognised): boolean {
  return one.kind === 'company' && one.account !== null && isUnassigned(one.account);
}

function digitFor(suggested: readonly string[], suggestion: string | null): string | null {
  const place = suggestion === null ? -1 : suggested.indexOf(suggestion);
  return place >= 0 && place < 9 ? String(place + 1) : null;
}

function whyOf(open: readonly SuggestionView[], suggestion: string | null): SuggestionView['why'] | null {
  return open.find(({ id }) => id === suggestion)?.why ?? null;
}
