import { useSignal } from '@preact/signals';
import { parseInvitationLink } from '../../../shared/protocol/credential.ts';
import type { Notice } from '../../rpc/notice.ts';
import { NoticeLine } from '../components/notice-box.tsx';
import { deviceNameGuess } from '../state/device-name.ts';
import { tell } from '../state/said.ts';
import { say } from '../state/say.ts';
import { useServices } from '../state/services.ts';

/** The first thing a new device shows: paste the invitation, name the device, join. */
export function JoinForm() {
  const { calls } = useServices();
  const link = useSignal('');
  const name = useSignal(deviceNameGuess(navigator.userAgent));
  const busy = useSignal(false);
  const notice = useSignal<Notice | null>(null);

  const join = async (event: Event) => {
    event.preventDefault();
    if (busy.value) return;
    notice.value = parseInvitationLink(link.value) === null ? { kind: 'bad-link' } : null;
    if (notice.value !== null) return;
    busy.value = true;
    const result = await calls.join({ link: link.value.trim(), deviceName: name.value.trim() });
    busy.value = false;
    if (result.ok) tell(say('join.done', result.value.workspace));
    else notice.value = result.notice;
  };

  return (
    <form class="join" onSubmit={join}>
      <h2>{say('join.title')}</h2>
      <p>{say('join.lead')}</p>
      <label>
        {say('join.link')}
        <input
          name="link"
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          required
          placeholder="https://…/#join=…"
          value={link.value}
          aria-invalid={notice.value !== null}
          onInput={(event) => {
            link.value = event.currentTarget.value;
          }}
        />
      </label>
      <label>
        {say('join.device')}
        <input
          name="device"
          type="text"
          required
          maxLength={100}
          dir="auto"
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
      </label>
      <NoticeLine notice={notice.value} />
      <button type="submit" class="button primary" aria-disabled={busy.value}>
        {say(busy.value ? 'join.joining' : 'join.join')}
      </button>
      <p class="faint">{say('join.local')}</p>
    </form>
  );
}
