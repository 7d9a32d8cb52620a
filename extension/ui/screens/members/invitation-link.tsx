import type { InviteResponse } from '../../../../shared/protocol/members.ts';
import { Action } from '../../components/action.tsx';
import { tell } from '../../state/said.ts';
import { say } from '../../state/say.ts';
import { calendarDate } from '../../state/times.ts';

type Props = { name: string; invitation: InviteResponse };

/** The link of a fresh invitation; it is kept nowhere, so whoever closes this makes a new one. */
export function InvitationLink({ name, invitation }: Props) {
  const { link, expiresAt } = invitation;
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    tell(say('invite.copied'));
  };
  return (
    <div class="invitation" role="status">
      <label>
        {say('invite.link', name)}
        <input name="invitation" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <Action look="primary" run={copy}>
        {say('invite.copy')}
      </Action>
      <p class="faint">{say('invite.once', calendarDate(expiresAt))}</p>
    </div>
  );
}
