import type { SuggestionView } from '../../db/views.ts';
import { Action } from '../components/action.tsx';
import { Address } from '../components/address.tsx';
import { Icon } from '../components/icon.tsx';
import { Moment } from '../components/moment.tsx';
import { suggestionReason } from '../state/record-words.ts';
import { say } from '../state/say.ts';

type Props = {
  suggestion: SuggestionView;
  current: boolean;
  chosen: boolean;
  enter: () => void;
  toggle: () => void;
  take: () => Promise<unknown>;
  dismiss: () => Promise<unknown>;
};

/** One suggestion, and why it is one. The checkbox is the row's stop for the keyboard; letters act on it. */
export function SuggestionRow({ suggestion, current, chosen, enter, toggle, take, dismiss }: Props) {
  const { name, emails, company, why, at, kind } = suggestion;
  return (
    <li class="suggestion" data-current={current ? '' : undefined} onFocusCapture={enter}>
      <input
        type="checkbox"
        data-row=""
        checked={chosen}
        aria-label={say('suggestion.choose', name)}
        onChange={toggle}
      />
      <Icon name={kind === 'person' ? 'person' : 'company'} />
      <div class="suggestion-words">
        <span class="name" dir="auto">
          {name}
        </span>
        {emails
          .filter((email) => email !== name)
          .map((email) => (
            <span class="faint" key={email}>
              <Address text={email} />
            </span>
          ))}
        {company !== null && company !== name && (
          <span class="faint" dir="auto">
            {company}
          </span>
        )}
        <span class="why">{suggestionReason(why)}</span>
      </div>
      <Moment at={at} />
      <div class="buttons">
        <Action look="primary" keyHint={current ? 't' : null} about={name} run={take}>
          {say('suggestion.take')}
        </Action>
        <Action look="quiet" keyHint={current ? 'd' : null} about={name} run={dismiss}>
          {say('suggestion.dismiss')}
        </Action>
      </div>
    </li>
  );
}
