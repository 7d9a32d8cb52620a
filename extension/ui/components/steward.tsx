import type { AccountView } from '../../db/views.ts';
import { memberWords } from '../state/record-words.ts';
import { tellOutcome } from '../state/said.ts';
import { say } from '../state/say.ts';
import { useServices } from '../state/services.ts';
import { Action } from './action.tsx';
import { Icon } from './icon.tsx';

type Props = { account: AccountView; takeKey?: string | null };

/** Who answers for the account; where nobody does, that it waits in the queue and can be taken over. */
export function Steward({ account, takeKey = null }: Props) {
  const { calls } = useServices();
  if (account.steward !== null) return <span dir="auto">{memberWords(account.steward)}</span>;
  return (
    <span class="unassigned">
      <span class="badge badge-several">
        <Icon name="warning" />
        {say('account.unassigned')}
      </span>
      <Action
        keyHint={takeKey}
        label={say('account.takeNamed', account.name)}
        run={() => takeAccount(calls, account)}
      >
        {say('account.take')}
      </Action>
    </span>
  );
}

export async function takeAccount(
  calls: ReturnType<typeof useServices>['calls'],
  account: AccountView,
): Promise<void> {
  const result = await calls.decide({ name: 'take-account', account: account.id });
  tellOutcome(result, say('account.taking', account.name));
}
