import type { Standing } from '../../db/views.ts';
import { standingWord } from '../state/record-words.ts';
import { Icon } from './icon.tsx';

/** Known, several matches, unknown or changed: always as a word with an icon, never by colour alone. */
export function StandingBadge({ kind }: { kind: Standing['kind'] }) {
  return (
    <span class={`badge badge-${kind}`}>
      <Icon name={kind} />
      {standingWord(kind)}
    </span>
  );
}
