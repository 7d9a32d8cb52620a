import { useSignal } from '@preact/signals';
import type { TouchView } from '../../db/views.ts';
import { say, sayCount } from '../state/say.ts';
import { Action } from './action.tsx';
import { TouchRow } from './touch-line.tsx';

/** How many are shown at first, and how many more at each asking. */
const step = 30;

/** Contacts, newest first, with all their witnesses. `total` counts those too that are too old to be listed. */
export function Touches({ touches, total }: { touches: TouchView[]; total: number }) {
  const shown = useSignal(step);
  const left = touches.length - shown.value;
  return (
    <section aria-labelledby="touches">
      <h2 id="touches">{sayCount('account.touches', total)}</h2>
      {touches.length === 0 && <p class="faint">{say('touch.none')}</p>}
      <ul class="touches plain">
        {touches.slice(0, shown.value).map((touch) => (
          <TouchRow key={touch.id} touch={touch} />
        ))}
      </ul>
      {left > 0 && (
        <Action
          run={async () => {
            shown.value += step;
          }}
        >
          {sayCount('touch.more', Math.min(left, step))}
        </Action>
      )}
    </section>
  );
}
