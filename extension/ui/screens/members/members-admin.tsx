import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MembersResponse } from '../../../../shared/protocol/members.ts';
import type { Notice } from '../../../rpc/notice.ts';
import { Action } from '../../components/action.tsx';
import { NoticeLine } from '../../components/notice-box.tsx';
import { say } from '../../state/say.ts';
import { useServices } from '../../state/services.ts';
import { InviteForm } from './invite-form.tsx';
import { MemberCard } from './member-card.tsx';

/** The members as the worker knows them, addresses and devices included: asked for, not kept on the device. */
export function MembersAdmin({ own }: { own: string | null }) {
  const { calls } = useServices();
  const members = useSignal<MembersResponse['members'] | null>(null);
  const notice = useSignal<Notice | null>(null);
  const refresh = async () => {
    const result = await calls.listMembers(null);
    notice.value = result.ok ? null : result.notice;
    if (result.ok) members.value = result.value.members;
  };
  // Asked once, and again after every change.
  useEffect(() => void refresh(), []);
  return (
    <>
      <InviteForm members={members.value ?? []} invited={refresh} />
      <NoticeLine notice={notice.value} />
      {notice.value !== null && <Action run={refresh}>{say('member.tryAgain')}</Action>}
      {members.value === null && notice.value === null && <p class="faint">{say('panel.reading')}</p>}
      <ul class="members plain">
        {members.value?.map((member) => (
          <MemberCard
            key={member.id}
            member={member}
            members={members.value ?? []}
            own={member.id === own}
            changed={refresh}
          />
        ))}
      </ul>
    </>
  );
}
