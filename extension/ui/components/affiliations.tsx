import type { PersonView } from '../../db/views.ts';
import { RecordLink } from './record-link.tsx';

/** Where somebody works, and as what. */
export function Affiliations({ person }: { person: PersonView }) {
  return (
    <ul class="plain affiliations">
      {person.affiliations.map(({ id, account, title }) => (
        <li key={id}>
          {title !== null && <span dir="auto">{title}, </span>}
          <RecordLink to={{ screen: 'account', id: account.id }} name={account.name} />
        </li>
      ))}
    </ul>
  );
}
