import { useSignal } from '@preact/signals';
import { Action } from '../../components/action.tsx';
import { Modal } from '../../components/modal.tsx';
import { Moment } from '../../components/moment.tsx';
import { tellOutcome } from '../../state/said.ts';
import { say, type WordKey } from '../../state/say.ts';
import { useServices } from '../../state/services.ts';
import type { AdminMember } from './admin-member.ts';

type Device = AdminMember['devices'][number];
const states: Record<Device['state'], WordKey> = {
  active: 'device.active',
  revoked: 'device.revoked',
  wiped: 'device.wiped',
};

/** A member's signed-in browsers, each of which can be revoked. */
export function DeviceList({ devices, changed }: { devices: Device[]; changed: () => Promise<void> }) {
  const { calls } = useServices();
  const revoking = useSignal<Device | null>(null);
  const close = () => {
    revoking.value = null;
  };
  const revoke = async (device: Device) => {
    if (!tellOutcome(await calls.revokeDevice({ device: device.id }), say('device.done', device.name)))
      return;
    close();
    await changed();
  };
  const asked = revoking.value;
  if (devices.length === 0) return null;
  return (
    <>
      <ul class="devices plain">
        {devices.map((device) => (
          <li key={device.id}>
            <span dir="auto">{device.name}</span>
            <span class="faint">
              {say(states[device.state])} · {say('device.seen')} <Moment at={device.seenAt} />
            </span>
            {device.state === 'active' && (
              <Action
                look="quiet"
                about={device.name}
                run={async () => {
                  revoking.value = device;
                }}
              >
                {say('device.revoke')}
              </Action>
            )}
          </li>
        ))}
      </ul>
      {asked !== null && (
        <Modal title={say('device.title', asked.name)} close={close}>
          <p>{say('device.consequence')}</p>
          <div class="buttons">
            <Action run={close}>{say('edit.cancel')}</Action>
            <Action look="danger" run={() => revoke(asked)}>
              {say('device.confirm')}
            </Action>
          </div>
        </Modal>
      )}
    </>
  );
}
