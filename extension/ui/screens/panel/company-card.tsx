import type { RecognisedCompany } from '../../../db/views.ts';
import { Icon } from '../../components/icon.tsx';
import { PrivateNotes } from '../../components/private-notes.tsx';
import { RecordLink } from '../../components/record-link.tsx';
import { StandingBadge } from '../../components/standing-badge.tsx';
import { Steward } from '../../components/steward.tsx';
import { LastTouch, Pending } from '../../components/touch-line.tsx';
import { say, sayCount } from '../../state/say.ts';
import { Candidates } from './candidates.tsx';
import { ChangedFields } from './changed-fields.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { type CardKeys, SuggestionButtons } from './suggestion-buttons.tsx';

/** A company on the page: what the pool knows of it, who is its steward, when it was last in touch. */
export function CompanyCard({ company, keys }: { company: RecognisedCompany; keys: CardKeys }) {
  const { account, seen, standing } = company;
  const name = account?.name ?? seen.name ?? seen.domains?.[0] ?? seen.emails?.[0] ?? say('card.unnamed');
  return (
    <li class="card">
      <header>
        <Icon name="company" />
        <h3>
          {account === null ? (
            <span class="name" dir="auto">
              {name}
            </span>
          ) : (
            <RecordLink to={{ screen: 'account', id: account.id }} name={name} />
          )}
        </h3>
        <StandingBadge kind={standing.kind} />
      </header>
      {account === null ? (
        <p class="faint">{(seen.domains ?? []).join(', ')}</p>
      ) : (
        <dl class="facts">
          <dt>{say('account.steward')}</dt>
          <dd>
            <Steward account={account} takeKey={keys.steward} />
          </dd>
          <dt>{say('account.lastTouch')}</dt>
          <dd>
            <LastTouch touch={account.lastTouch} />
          </dd>
          <dt>{say('account.pool')}</dt>
          <dd>
            {sayCount('account.people', account.people)} · {sayCount('account.touches', account.touches)}
            {account.pending && <Pending />}
          </dd>
        </dl>
      )}
      {standing.kind === 'elsewhere' && <Elsewhere standing={standing} />}
      {standing.kind === 'several' && <Candidates screen="account" candidates={standing.candidates} />}
      {standing.kind === 'changed' && <ChangedFields standing={standing} keys={keys} />}
      {account !== null && <PrivateNotes onCard kind="account" id={account.id} name={name} />}
      <SuggestionButtons suggestion={company.suggestion} name={name} keys={keys} />
    </li>
  );
}
