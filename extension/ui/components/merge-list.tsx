import type { MergedRecord, MergeView } from '../../db/views.ts';
import { unmerge } from '../state/decide-pair.ts';
import { mergeLine, pairName } from '../state/duplicate-words.ts';
import { say } from '../state/say.ts';
import { useServices } from '../state/services.ts';
import { Action } from './action.tsx';
import { Address } from './address.tsx';
import { Icon } from './icon.tsx';
import { Moment } from './moment.tsx';
import { RecordLink } from './record-link.tsx';
import { Pending } from './touch-line.tsx';

type Props = { merges: readonly MergeView[]; mayDecide: boolean };

/** Merges that stand, each with who made it, why and when, and the way back. */
export function MergeList({ merges, mayDecide }: Props) {
  const { calls } = useServices();
  return (
    <ul class="plain merges">
      {merges.map((merge) => (
        <li key={`${merge.keep.id} ${merge.other.id}`}>
          <Icon name={merge.kind === 'person' ? 'person' : 'company'} />
          <div class="merge-words">
            <span class="merge-names">
              <RecordLink row to={{ screen: merge.kind, id: merge.keep.id }} name={merge.keep.name} />
              <Key of={merge.keep} />
              <Icon name="arrows" />
              <bdi>{merge.other.name}</bdi>
              <Key of={merge.other} />
            </span>
            <span class="faint" dir="auto">
              {mergeLine(merge)}
            </span>
            {merge.pending && <Pending />}
          </div>
          <Moment at={merge.at} />
          {mayDecide && (
            <Action about={pairName(merge.keep, merge.other)} run={() => unmerge(calls, merge)}>
              {say('merge.undo')}
            </Action>
          )}
        </li>
      ))}
    </ul>
  );
}

function Key({ of: { key } }: { of: MergedRecord }) {
  if (key === null) return null;
  return (
    <span class="faint">
      <Address text={key} />
    </span>
  );
}
