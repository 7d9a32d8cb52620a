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
  if (!isUnassigned(account)) return <span class="faint">{say('account.undecided')}</span>;
  return (
    <span class="unassigned">
      <span class="badge badge-several">
        <Icon name="warning" />
        {say('account.unassigned')}
      </span>
      <Action keyHint={takeKey} about={account.name} run={() => takeAccount(calls, account)}>
        {say('account.take')}
      </Action>
    </span>
  );
}

/** In the queue by the workspace's decision; a fresh account, of which it has not heard, is not. */
export function isUnassigned({ steward, stewardSince }: AccountView): boolean {
  return steward === null && stewardSince !== null;
}

export async function takeAccount(
  calls: ReturnType<typeof useServices>['calls'],
  account: AccountView,
): Promise<void> {
  const result = await calls.decide({ name: 'take-account', account: account.id });
  tellOutcome(result, say('account.taking', account.name));
}
