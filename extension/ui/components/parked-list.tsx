import type { ComponentChild } from 'preact';
import { listParked } from '../../db/queries/list-parked.ts';
import type { ParkedView } from '../../db/views.ts';
import { parkedSubject, parkedWords } from '../state/parked-words.ts';
import { tellOutcome } from '../state/said.ts';
import { say } from '../state/say.ts';
import { useServices } from '../state/services.ts';
import { answerOr, useLiveQuery } from '../state/use-live-query.ts';
import { Action } from './action.tsx';
import { Moment } from './moment.tsx';

/** Changes that the workspace would not take, each with its reason and the person's two ways out. */
export function ParkedList({ empty = null }: { empty?: ComponentChild }) {
  const parked = answerOr(useLiveQuery(listParked, 'parked'), []);
  if (parked.length === 0) return empty;
  return (
    <ul class="parked" aria-label={say('parked.title')}>
      {parked.map((one) => (
        <ParkedRow key={one.operation} parked={one} />
      ))}
    </ul>
  );
}

function ParkedRow({ parked }: { parked: ParkedView }) {
  const { calls } = useServices();
  const { what, todo } = parkedWords(parked.reason);
  const { operation } = parked;
  return (
    <li>
      <p class="parked-what" dir="auto">
        {parkedSubject(parked.what)}
      </p>
      <p>
        {what} {todo}
      </p>
      <p class="faint">
        <Moment at={parked.at} />
      </p>
      <div class="buttons">
        <Action run={async () => tellOutcome(await calls.retryParked({ operation }), say('parked.retried'))}>
          {say('parked.retry')}
        </Action>
        <Action
          look="danger"
          run={async () => tellOutcome(await calls.discardParked({ operation }), say('parked.discarded'))}
        >
          {say('parked.discard')}
        </Action>
      </div>
    </li>
  );
}
