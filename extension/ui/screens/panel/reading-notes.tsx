import type { PageState } from '../../../db/views.ts';
import { NoticeBox } from '../../components/notice-box.tsx';
import { heldBackWords, problemWords } from '../../state/reading-words.ts';
import { say } from '../../state/say.ts';
import { OfferShape } from './page-shape.tsx';

/** What was not understood on the page, in plain words; where the page is not understood at all, that nothing is recorded. */
export function ReadingNotes({ state }: { state: PageState }) {
  const problems = [...new Set(state.problems)].map(problemWords);
  const list = problems.length > 0 && (
    <ul class="plain">
      {problems.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
  if (state.health === 'unhealthy' || state.stopped === true) {
    const stopped = state.stopped === true;
    return (
      <NoticeBox tone="bad" title={say(stopped ? 'health.stopped' : 'health.unhealthy')}>
        <p>{say(stopped ? 'health.stoppedWhy' : 'health.unhealthyWhy')}</p>
        {list}
        <OfferShape state={state} />
      </NoticeBox>
    );
  }
  if (state.health === 'partly') {
    return (
      <NoticeBox tone="warn" title={say('health.partly')}>
        {list}
        {state.problems.includes('shape-drifted') && <OfferShape state={state} />}
      </NoticeBox>
    );
  }
  return null;
}

/** How many mails on view were not read, and by which rule. */
export function HeldBack({ state }: { state: PageState }) {
  const words = heldBackWords(state.heldBack);
  if (words.length === 0) return null;
  return (
    <ul class="held-back plain faint">
      {words.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
