import type { PersonView } from '../../db/views.ts';
import { RecordLink } from './record-link.tsx';

/** Where somebody works, and as what. On an account's own page (`at`) its name goes without saying. */
export function Affiliations({ person, at }: { person: PersonView; at?: string | undefined }) {
  return (
    <ul class="plain affiliations">
      {person.affiliations.map(({ id, account, title }) => (
        <li key={id}>
          {title !== null && <bdi>{title}</bdi>}
          {account.id !== at && <RecordLink to={{ screen: 'account', id: account.id }} name={account.name} />}
        </li>
      ))}
    </ul>
  );
}
