import { listMailboxes } from '../../../db/queries/list-mailboxes.ts';
import type { PageState } from '../../../db/views.ts';
import { Action } from '../../components/action.tsx';
import { NoticeBox } from '../../components/notice-box.tsx';
import { tellOutcome } from '../../state/said.ts';
import { say, type WordKey } from '../../state/say.ts';
import { useServices } from '../../state/services.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { answerOr, useLiveQuery } from '../../state/use-live-query.ts';

/** May this mailbox be read? Asked once; until the answer nothing is read. */
export function MailboxQuestion({ mailbox }: { mailbox: string }) {
  const answer = useAnswer(mailbox);
  useShortcuts([
    { key: 'y', does: 'keys.mailboxYes', run: () => void answer(true) },
    { key: 'n', does: 'keys.mailboxNo', run: () => void answer(false) },
  ]);
  return (
    <NoticeBox tone="info" icon="lock" title={say('mailbox.question', mailbox)}>
      <p>{say('mailbox.explain')}</p>
      <div class="buttons">
        <Action look="primary" keyHint="y" run={() => answer(true)}>
          {say('mailbox.yes')}
        </Action>
        <Action keyHint="n" run={() => answer(false)}>
          {say('mailbox.no')}
        </Action>
      </div>
    </NoticeBox>
  );
}

/** Nothing is read here, and why; where it was the person's own answer, it can be changed. */
export function NeverRead({ state }: { state: PageState }) {
  const answers = answerOr(useLiveQuery(listMailboxes, 'mailboxes'), []);
  const own = answers.find(({ address, answer }) => address === state.mailbox && answer === 'no');
  const answer = useAnswer(state.mailbox ?? '');
  return (
    <NoticeBox tone="info" icon="lock" title={say('mailbox.never')}>
      <p>{say(own === undefined ? whyNot(state) : 'mailbox.neverAnswer')}</p>
      {own !== undefined && <Action run={() => answer(true)}>{say('mailbox.allow')}</Action>}
    </NoticeBox>
  );
}

/** Asked, and no address to ask about: the page does not show whose mailbox it is. */
function whyNot({ attendance }: PageState): WordKey {
  return attendance === 'ask' ? 'mailbox.nameless' : 'mailbox.neverPolicy';
}

function useAnswer(mailbox: string): (enable: boolean) => Promise<boolean> {
  const { calls } = useServices();
  return async (enable) =>
    tellOutcome(
      await calls.answerMailbox({ mailbox, enable }),
      say(enable ? 'mailbox.enabled' : 'mailbox.refused', mailbox),
    );
}
