import { Action } from '../../components/action.tsx';
import { Modal } from '../../components/modal.tsx';
import { say, sayCount } from '../../state/say.ts';
import type { AdminMember } from './admin-member.ts';

type Props = {
  member: AdminMember;
  members: AdminMember[];
  depart: () => Promise<boolean>;
  close: () => void;
};

/** Before somebody is marked as departed: exactly what happens, to what, and what does not. */
export function DepartDialog({ member, members, depart, close }: Props) {
  const { name, accounts } = member;
  const devices = member.devices.filter(({ state }) => state === 'active').length;
  const manager = members.find(({ id }) => id === member.manager);
  const successor = manager?.status === 'active' && manager.role !== 'viewer' ? manager : undefined;
  const go = async () => {
    if (await depart()) close();
  };
  return (
    <Modal title={say('depart.title', name)} close={close}>
      <ul class="consequences">
        <li>{devices === 0 ? say('depart.noDevices') : sayCount('depart.devices', devices)}</li>
        <li>
          {successor === undefined
            ? sayCount('depart.toQueue', accounts)
            : sayCount('depart.toManager', accounts, successor.name)}
        </li>
        <li>{say('depart.kept')}</li>
        <li>{say('depart.final', name)}</li>
      </ul>
      <div class="buttons">
        <Action run={close}>{say('edit.cancel')}</Action>
        <Action look="danger" run={go}>
          {say('depart.confirm', name)}
        </Action>
      </div>
    </Modal>
  );
}
