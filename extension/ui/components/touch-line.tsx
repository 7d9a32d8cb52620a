import type { TouchView } from '../../db/views.ts';
import { memberWords } from '../state/record-words.ts';
import { say, sayCount, sayList } from '../state/say.ts';
import { Icon } from './icon.tsx';
import { Moment } from './moment.tsx';

/** Who it was with: the sender of a mail that came in, the first recipient of one that went out. */
export function counterpart(touch: TouchView): string {
  const wanted = touch.direction === 'in' ? 'from' : 'to';
  const matching = touch.people.filter(({ role }) => role === wanted);
  const first = matching[0] ?? touch.people[0];
  if (first === undefined) return say('touch.nobody');
  const others = touch.direction === 'in' ? 0 : matching.length - 1;
  return others > 0 ? sayCount('touch.andOthers', others, first.name) : first.name;
}

export function witnesses(touch: TouchView): string {
  const names = touch.witnesses.map(memberWords);
  return names.length === 0 ? say('touch.noWitness') : sayList(names);
}

/** One contact on one line: when, with whom (which a person's own card need not repeat), seen by whom. */
export function LastTouch({ touch, own = false }: { touch: TouchView | null; own?: boolean }) {
  if (touch === null) return <span class="faint">{say('touch.none')}</span>;
  return (
    <span class="last-touch">
      <Moment at={touch.at} precision={touch.precision} />
      <span dir="auto">{own ? lastOwn(touch) : lastWith(touch)}</span>
      <span class="faint">{say('touch.seenBy', witnesses(touch))}</span>
    </span>
  );
}

function lastOwn({ direction }: TouchView): string {
  return say(direction === 'in' ? 'touch.ownIn' : 'touch.ownOut');
}

function lastWith(touch: TouchView): string {
  return say(touch.direction === 'in' ? 'touch.lastIn' : 'touch.lastOut', counterpart(touch));
}

/** One contact in a list: subject, direction, people, time and every witness. */
export function TouchRow({ touch }: { touch: TouchView }) {
  return (
    <li class="touch">
      <Icon name={touch.direction === 'in' ? 'received' : 'sent'} />
      <div class="touch-words">
        <span class="touch-subject">
          <bdi>{touch.subject ?? say('touch.noSubject')}</bdi>
        </span>
        <span class="faint" dir="auto">
          {say(touch.direction === 'in' ? 'touch.in' : 'touch.out', counterpart(touch))}
        </span>
        <span class="faint">{say('touch.seenBy', witnesses(touch))}</span>
        {touch.pending && <Pending />}
      </div>
      <Moment at={touch.at} precision={touch.precision} />
    </li>
  );
}

/** Not yet acknowledged by the workspace. */
export function Pending() {
  return (
    <span class="pending">
      <Icon name="clock" />
      {say('sync.pending')}
    </span>
  );
}
