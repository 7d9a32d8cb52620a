import { useSignal } from '@preact/signals';
import * as v from 'valibot';
import { memberRole } from '../../../../shared/domain/member.ts';
import type { InviteResponse, MemberStatusRequest } from '../../../../shared/protocol/members.ts';
import { Action } from '../../components/action.tsx';
import { roleWord, statusWord } from '../../state/record-words.ts';
import { tellOutcome } from '../../state/said.ts';
import { say, sayCount } from '../../state/say.ts';
import { useServices } from '../../state/services.ts';
import { calendarDate } from '../../state/times.ts';
import type { AdminMember } from './admin-member.ts';
import { DepartDialog } from './depart-dialog.tsx';
import { DeviceList } from './device-list.tsx';
import { InvitationLink } from './invitation-link.tsx';

type Props = { member: AdminMember; members: AdminMember[]; own: boolean; changed: () => Promise<void> };

/** One member as an admin sees them: role, status, devices, and what can be done about each. */
export function MemberCard({ member, members, own, changed }: Props) {
  const { calls } = useServices();
  const departing = useSignal(false);
  const invitation = useSignal<InviteResponse | null>(null);
  const { id, name, email, role, status } = member;

  const setStatus = async (next: MemberStatusRequest['status'], done: string) => {
    const fine = tellOutcome(await calls.setMemberStatus({ member: id, status: next }), done);
    if (fine) await changed();
    return fine;
  };
  const setRole = async (chosen: string) => {
    const next = v.parse(memberRole, chosen);
    tellOutcome(
      await calls.setMemberRole({ member: id, role: next }),
      say('member.roleSet', name, roleWord(next)),
    );
    await changed();
  };
  const inviteAgain = async () => {
    const result = await calls.invite({ name, email, role, manager: member.manager });
    if (!tellOutcome(result, say('invite.made', name)) || !result.ok) return;
    invitation.value = result.value;
    await changed();
  };

  return (
    <li class="member">
      <header>
        <h3>
          <span class="name" dir="auto">
            {name}
          </span>
          {own && <span class="faint">{say('member.you')}</span>}
        </h3>
        <span class={`badge status-${status}`}>{statusWord(status)}</span>
      </header>
      <p class="address faint">{email}</p>
      <p>
        {sayCount('member.accounts', member.accounts)}
        {member.invitation !== null &&
          ` · ${say('member.invitedUntil', calendarDate(member.invitation.expiresAt))}`}
      </p>
      <div class="member-actions">
        {status !== 'departed' && (
          <label class="filter">
            <span>{say('member.role')}</span>
            <select
              value={role}
              aria-label={say('member.roleOf', name)}
              onChange={(event) => void setRole(event.currentTarget.value)}
            >
              {memberRole.options.map((option) => (
                <option key={option} value={option}>
                  {roleWord(option)}
                </option>
              ))}
            </select>
          </label>
        )}
        {status === 'active' && !own && (
          <Action about={name} run={() => setStatus('suspended', say('member.suspended', name))}>
            {say('member.suspend')}
          </Action>
        )}
        {status === 'suspended' && (
          <Action about={name} run={() => setStatus('active', say('member.reinstated', name))}>
            {say('member.reinstate')}
          </Action>
        )}
        {status !== 'suspended' && (
          <Action about={name} run={inviteAgain}>
            {say(status === 'active' ? 'member.inviteDevice' : 'member.inviteAgain')}
          </Action>
        )}
        {status !== 'departed' && !own && (
          <Action
            look="danger"
            run={async () => {
              departing.value = true;
            }}
          >
            {say('member.depart', name)}
          </Action>
        )}
      </div>
      {invitation.value !== null && <InvitationLink name={name} invitation={invitation.value} />}
      <DeviceList devices={member.devices} changed={changed} />
      {departing.value && (
        <DepartDialog
          member={member}
          members={members}
          depart={() => setStatus('departed', say('member.departed', name))}
          close={() => {
            departing.value = false;
          }}
        />
      )}
    </li>
  );
}
