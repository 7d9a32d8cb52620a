import type { SuggestionView } from '../../../db/views.ts';
import { Action } from '../../components/action.tsx';
import { suggestionReason } from '../../state/record-words.ts';
import { say } from '../../state/say.ts';

/** The single keys that act on this card while the panel shows it; null where another card has them. */
export type CardKeys = {
  /** 1 … 9, by its place among the suggestions. */
  take: string | null;
  accept: string | null;
  steward: string | null;
  why: SuggestionView['why'] | null;
  takeOne: (suggestion: string) => Promise<unknown>;
  dismissOne: (suggestion: string) => Promise<unknown>;
};

type Props = { suggestion: string | null; name: string; keys: CardKeys };

export function SuggestionButtons({ suggestion, name, keys }: Props) {
  if (suggestion === null) return null;
  return (
    <div class="suggested">
      {keys.why !== null && <p class="faint">{suggestionReason(keys.why)}</p>}
      <div class="buttons">
        <Action look="primary" keyHint={keys.take} about={name} run={() => keys.takeOne(suggestion)}>
          {say('suggestion.take')}
        </Action>
        <Action look="quiet" about={name} run={() => keys.dismissOne(suggestion)}>
          {say('suggestion.dismiss')}
        </Action>
      </div>
    </div>
  );
}
