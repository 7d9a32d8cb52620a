import { listMailboxes } from '../../../db/queries/list-mailboxes.ts';
import { Action } from '../../components/action.tsx';
import { tellOutcome } from '../../state/said.ts';
import { say, type WordKey } from '../../state/say.ts';
import { useServices } from '../../state/services.ts';
import { answerOr, useLiveQuery } from '../../state/use-live-query.ts';

type Answer = 'yes' | 'no' | 'asked';
const answers: Record<Answer, WordKey> = {
  yes: 'mailboxes.yes',
  no: 'mailboxes.no',
  asked: 'mailboxes.asked',
};

/** Mailboxes outside the workspace's domains, and what the person said about each. */
export function Mailboxes() {
  const { calls } = useServices();
  const mailboxes = answerOr(useLiveQuery(listMailboxes, 'mailboxes'), []);
  const answer = async (mailbox: string, enable: boolean) =>
    tellOutcome(
      await calls.answerMailbox({ mailbox, enable }),
      say(enable ? 'mailbox.enabled' : 'mailbox.refused', mailbox),
    );
  if (mailboxes.length === 0) return <p class="faint">{say('mailboxes.none')}</p>;
  return (
    <ul class="items plain">
      {mailboxes.map(({ address, answer: given }) => (
        <li key={address}>
          <span class="address">{address}</span>
          <span class="faint">{say(answers[given])}</span>
          {given !== 'yes' && (
            <Action about={address} run={() => answer(address, true)}>
              {say('mailbox.allow')}
            </Action>
          )}
          {given !== 'no' && (
            <Action look="quiet" about={address} run={() => answer(address, false)}>
              {say('mailboxes.stop')}
            </Action>
          )}
        </li>
      ))}
    </ul>
  );
}
