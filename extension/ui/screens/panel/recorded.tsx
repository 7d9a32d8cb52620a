import { useSignal } from '@preact/signals';
import type { PageState, RecognisedCompany, RecognisedPerson, TouchView } from '../../../db/views.ts';
import { Action } from '../../components/action.tsx';
import { Icon } from '../../components/icon.tsx';
import { Moment } from '../../components/moment.tsx';
import { tellOutcome } from '../../state/said.ts';
import { say } from '../../state/say.ts';
import { useServices } from '../../state/services.ts';
import { useShortcuts } from '../../state/shortcuts.ts';

type Props = { state: PageState; recognised: readonly (RecognisedPerson | RecognisedCompany)[] };

/** What this view has added to the pool, each with the way to take it back as private. */
export function Recorded({ state, recognised }: Props) {
  const { calls } = useServices();
  const withdrawn = useSignal<readonly string[]>([]);
  const open = state.touches.filter((touch) => !withdrawn.value.includes(touch));

  const withdraw = async (touch: string) => {
    const result = await calls.decide({ name: 'withdraw-touch', touch });
    if (tellOutcome(result, say('private.done'))) withdrawn.value = [...withdrawn.value, touch];
  };
  const first = open[0];
  useShortcuts(
    first === undefined ? [] : [{ key: 'p', does: 'keys.private', run: () => void withdraw(first) }],
  );

  if (state.touches.length === 0) return null;
  return (
    <section aria-labelledby="recorded">
      <h2 id="recorded">{say('private.title')}</h2>
      <ul class="recorded plain">
        {state.touches.map((touch) => (
          <li key={touch}>
            <TouchGlance touch={lastTouchOf(touch, recognised)} />
            {open.includes(touch) ? (
              <Action look="quiet" keyHint={touch === first ? 'p' : null} run={() => withdraw(touch)}>
                <Icon name="lock" />
                {say('private.button')}
              </Action>
            ) : (
              <span class="faint">{say('private.withdrawn')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function TouchGlance({ touch }: { touch: TouchView | null }) {
  return (
    <span class="glance">
      <Icon name="check" />
      <span dir="auto">{touch?.subject ?? say('private.thisMail')}</span>
      {touch !== null && <Moment at={touch.at} precision={touch.precision} />}
    </span>
  );
}

function lastTouchOf(id: string, recognised: Props['recognised']): TouchView | null {
  for (const one of recognised) {
    const touch = one.kind === 'person' ? one.person?.lastTouch : one.account?.lastTouch;
    if (touch?.id === id) return touch;
  }
  return null;
}
