import type { AlternativeView, MergeView } from '../../db/views.ts';
import { fieldWord } from '../state/record-words.ts';
import { say } from '../state/say.ts';
import { MergeList } from './merge-list.tsx';

type Props = {
  merges: readonly MergeView[];
  alternatives: readonly AlternativeView[];
  mayDecide: boolean;
};

/** On a record's page: of what it is made, what its parts say otherwise, and how to take them apart. */
export function MergedFrom({ merges, alternatives, mayDecide }: Props) {
  if (merges.length === 0) return null;
  return (
    <section aria-labelledby="merged">
      <h2 id="merged">{say('merge.from')}</h2>
      <MergeList merges={merges} mayDecide={mayDecide} />
      {alternatives.length > 0 && (
        <dl class="facts wide">
          <dt>{say('merge.alternatives')}</dt>
          <dd>
            <ul class="plain">
              {alternatives.map(({ field, value }) => (
                <li key={`${field} ${value}`} dir="auto">
                  {say('merge.alternative', fieldWord(field), value)}
                </li>
              ))}
            </ul>
          </dd>
        </dl>
      )}
    </section>
  );
}
