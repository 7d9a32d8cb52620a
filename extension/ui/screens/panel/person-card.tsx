import type { RecognisedPerson } from '../../../db/views.ts';
import { Address } from '../../components/address.tsx';
import { Icon } from '../../components/icon.tsx';
import { PrivateNotes } from '../../components/private-notes.tsx';
import { RecordLink } from '../../components/record-link.tsx';
import { StandingBadge } from '../../components/standing-badge.tsx';
import { LastTouch, Pending } from '../../components/touch-line.tsx';
import { partWord } from '../../state/record-words.ts';
import { say } from '../../state/say.ts';
import { Candidates } from './candidates.tsx';
import { ChangedFields } from './changed-fields.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { type CardKeys, SuggestionButtons } from './suggestion-buttons.tsx';

/** A person on the page: their part in the mail, how they stand to the pool, the last touch with them. */
export function PersonCard({ recognised, keys }: { recognised: RecognisedPerson; keys: CardKeys }) {
  const { person, seen, standing, role } = recognised;
  const emails = person?.emails ?? seen.emails ?? [];
  const name = person?.name ?? seen.name ?? emails[0] ?? say('card.unnamed');
  return (
    <li class="card">
      <header>
        <Icon name="person" />
        <h3>
          {person === null ? (
            <span class="name" dir="auto">
              {name}
            </span>
          ) : (
            <RecordLink to={{ screen: 'person', id: person.id }} name={name} />
          )}
          {role !== null && <span class="part">{partWord(role)}</span>}
        </h3>
        <StandingBadge kind={standing.kind} />
      </header>
      <p class="under-name">{work(recognised)}</p>
      {emails[0] !== undefined && emails[0] !== name && (
        <p class="faint">
          <Address text={emails[0]} />
        </p>
      )}
      {person !== null && (
        <p>
          <LastTouch own touch={person.lastTouch} />
          {person.pending && <Pending />}
        </p>
      )}
      {standing.kind === 'elsewhere' && <Elsewhere standing={standing} />}
      {standing.kind === 'several' && <Candidates screen="person" candidates={standing.candidates} />}
      {standing.kind === 'changed' && <ChangedFields standing={standing} keys={keys} />}
      {person !== null && <PrivateNotes onCard kind="person" id={person.id} name={name} />}
      <SuggestionButtons suggestion={recognised.suggestion} name={name} keys={keys} />
    </li>
  );
}

/** Title and company, as far as the pool or else the page knows them. */
function work({ person, seen }: RecognisedPerson): string {
  const tie = person?.affiliations[0];
  const title = tie?.title ?? seen.title ?? null;
  const company = tie?.account.name ?? seen.organisation ?? null;
  if (title !== null && company !== null) return say('person.titleAt', title, company);
  return title ?? company ?? '';
}
