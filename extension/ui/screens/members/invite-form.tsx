import { useSignal } from '@preact/signals';
import * as v from 'valibot';
import { type MemberRole, memberRole } from '../../../../shared/domain/member.ts';
import {
  type InviteResponse,
  type MembersResponse,
  memberEmail,
} from '../../../../shared/protocol/members.ts';
import type { Notice } from '../../../rpc/notice.ts';
import { NoticeLine } from '../../components/notice-box.tsx';
import { roleWord } from '../../state/record-words.ts';
import { say } from '../../state/say.ts';
import { useServices } from '../../state/services.ts';
import { InvitationLink } from './invitation-link.tsx';

type Props = { members: MembersResponse['members']; invited: () => Promise<void> };

/** Makes an invitation: the link is shown once, to be handed on by the admin. */
export function InviteForm({ members, invited }: Props) {
  const { calls } = useServices();
  const name = useSignal('');
  const email = useSignal('');
  const role = useSignal<MemberRole>('rep');
  const manager = useSignal('');
  const notice = useSignal<Notice | null>(null);
  const wrongEmail = useSignal(false);
  const made = useSignal<{ name: string; invitation: InviteResponse } | null>(null);
  const busy = useSignal(false);

  const invite = async (event: Event) => {
    event.preventDefault();
    if (busy.value) return;
    const address = v.safeParse(memberEmail, email.value);
    wrongEmail.value = !address.success;
    if (!address.success) return;
    busy.value = true;
    const result = await calls.invite({
      name: name.value.trim(),
      email: address.output,
      role: role.value,
      manager: manager.value === '' ? null : manager.value,
    });
    busy.value = false;
    notice.value = result.ok ? null : result.notice;
    if (!result.ok) return;
    made.value = { name: name.value.trim(), invitation: result.value };
    name.value = '';
    email.value = '';
    await invited();
  };

  return (
    <section class="invite" aria-labelledby="invite">
      <h2 id="invite">{say('invite.title')}</h2>
      <form class="fields" onSubmit={invite}>
        <label>
          {say('field.name')}
          <input
            name="name"
            required
            maxLength={200}
            dir="auto"
            autocomplete="off"
            value={name.value}
            onInput={(event) => {
              name.value = event.currentTarget.value;
            }}
          />
        </label>
        <label>
          {say('person.email')}
          <input
            name="email"
            type="email"
            required
            autocomplete="off"
            aria-invalid={wrongEmail.value}
            value={email.value}
            onInput={(event) => {
              email.value = event.currentTarget.value;
            }}
          />
        </label>
        <label>
          {say('member.role')}
          <select
            name="role"
            value={role.value}
            onChange={(event) => {
              role.value = v.parse(memberRole, event.currentTarget.value);
            }}
          >
            {memberRole.options.map((option) => (
              <option key={option} value={option}>
                {roleWord(option)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('member.manager')}
          <select
            name="manager"
            value={manager.value}
            onChange={(event) => {
              manager.value = event.currentTarget.value;
            }}
          >
            <option value="">{say('member.noManager')}</option>
            {members
              .filter(({ status }) => status === 'active')
              .map((member) => (
                <option key={member.id} value={member.id}>
                  {member.name}
                </option>
              ))}
          </select>
        </label>
        <button type="submit" class="button primary" aria-disabled={busy.value}>
          {say('invite.button')}
        </button>
      </form>
      {wrongEmail.value && (
        <p class="error" role="alert">
          {say('invite.wrongEmail')}
        </p>
      )}
      <NoticeLine notice={notice.value} />
      {made.value !== null && <InvitationLink name={made.value.name} invitation={made.value.invitation} />}
    </section>
  );
}
