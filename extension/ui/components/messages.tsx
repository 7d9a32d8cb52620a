import { useEffect } from 'preact/hooks';
import { hush, said } from '../state/said.ts';
import { say } from '../state/say.ts';
import { singleKeys, useShortcuts } from '../state/shortcuts.ts';
import { Icon } from './icon.tsx';
import { KeyHint } from './key-hint.tsx';

/** A message stays long enough to be read twice; failures stay until they are put away. */
const shownMs = 8_000;

/** What the last action came to, read out by screen readers, with the way back where there is one. */
export function Messages() {
  const message = said.value;
  useEffect(() => {
    if (message === null || message.tone === 'failed') return;
    const timer = setTimeout(hush, shownMs);
    return () => clearTimeout(timer);
  }, [message]);
  const undo = () => {
    const back = message?.undo;
    hush();
    back?.();
  };
  useShortcuts(message?.undo == null ? [] : [{ key: 'u', does: 'keys.undo', run: undo }]);
  return (
    <div class="messages" role="status" aria-live="polite">
      {message !== null && (
        <div class={`message message-${message.tone}`} key={message.n}>
          <Icon name={message.tone === 'done' ? 'check' : 'warning'} />
          <span dir="auto">{message.text}</span>
          {message.undo !== null && (
            <button type="button" class="button quiet" onClick={undo} aria-keyshortcuts="u">
              {say('edit.undo')}
              {singleKeys.value && <KeyHint of="u" />}
            </button>
          )}
          <button type="button" class="button quiet square" onClick={hush} aria-label={say('edit.close')}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
