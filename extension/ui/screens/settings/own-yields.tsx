import { dayOf } from '../../../../shared/yield/yield-counts.ts';
import { ownYields } from '../../../db/queries/own-yields.ts';
import { now } from '../../state/now.ts';
import { say, sayCount } from '../../state/say.ts';
import { answerOr, useLiveQuery } from '../../state/use-live-query.ts';
import { readerName } from '../../state/yield-words.ts';

/** What this device counted in the last 14 days: whoever is counted sees what goes out. */
export function OwnYields() {
  const since = dayOf(now.value) - 13;
  const own = answerOr(
    useLiveQuery((db) => ownYields(db, since), `yields ${since}`),
    [],
  );
  if (own.length === 0) return <p class="faint">{say('capture.ownNone')}</p>;
  return (
    <ul class="items plain">
      {own.map(({ reader, seen, read }) => (
        <li key={reader}>{sayCount('capture.ownLine', seen, read, readerName(reader))}</li>
      ))}
    </ul>
  );
}
