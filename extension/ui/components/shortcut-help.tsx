import { signal } from '@preact/signals';
import { say } from '../state/say.ts';
import { setSingleKeys, shortcuts, singleKeys, useShortcuts } from '../state/shortcuts.ts';
import { Action } from './action.tsx';
import { Modal } from './modal.tsx';

const shown = signal(false);

export function showShortcuts(): void {
  shown.value = true;
}

/** The list of keys that work on this screen, under `?`. */
export function ShortcutHelp() {
  useShortcuts([{ key: '?', does: 'keys.help', run: showShortcuts }]);
  if (!shown.value) return null;
  const close = () => {
    shown.value = false;
  };
  return (
    <Modal title={say('keys.title')} close={close}>
      <dl class="keys">
        {shortcuts.value.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(does)}</dd>
          </div>
        ))}
      </dl>
      <SingleKeysSwitch />
      <div class="buttons">
        <Action look="primary" run={close}>
          {say('edit.close')}
        </Action>
      </div>
    </Modal>
  );
}

export function SingleKeysSwitch() {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={singleKeys.value}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
      {say('keys.single')}
    </label>
  );
}
