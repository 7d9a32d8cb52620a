import { PoolLink } from '../../components/pool-link.tsx';
import { RecordLink } from '../../components/record-link.tsx';
import { say } from '../../state/say.ts';

type Props = { screen: 'account' | 'person'; candidates: { id: string; name: string }[] };

/** Several records fit: which they are, so that the person can look, and where those that are one can be merged. */
export function Candidates({ screen, candidates }: Props) {
  return (
    <div class="candidates">
      <p>{say('standing.couldBe')}</p>
      <ul>
        {candidates.map(({ id, name }) => (
          <li key={id}>
            <RecordLink to={{ screen, id }} name={name} />
          </li>
        ))}
      </ul>
      {candidates.length > 1 && <PoolLink to={{ screen: 'duplicates' }}>{say('standing.review')}</PoolLink>}
    </div>
  );
}
