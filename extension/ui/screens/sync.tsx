import { syncView } from '../../db/queries/sync-view.ts';
import { ParkedList } from '../components/parked-list.tsx';
import { SyncLine } from '../components/sync-line.tsx';
import { say } from '../state/say.ts';
import { answerOr, useLiveQuery } from '../state/use-live-query.ts';
import { JoinForm } from './join-form.tsx';

/** How it stands with the workspace, and what the person must decide. */
export function Sync() {
  const sync = answerOr(useLiveQuery(syncView, 'sync'), null);
  return (
    <>
      <h1>{say('nav.sync')}</h1>
      <SyncLine />
      <h2>{say('parked.title')}</h2>
      <ParkedList empty={<p class="faint">{say('parked.none')}</p>} />
      {sync?.phase === 'refused' && <JoinForm />}
    </>
  );
}
