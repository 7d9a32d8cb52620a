import type { SyncView } from '../../db/views.ts';
import { NoticeBox } from '../components/notice-box.tsx';
import { now } from '../state/now.ts';
import { syncWords } from '../state/sync-words.ts';
import { JoinForm } from './join-form.tsx';

/** The device belongs to no workspace: it has not joined one yet, or it was put out and is told why. */
export function Outside({ sync }: { sync: SyncView }) {
  const { line, todo } = syncWords(sync, now.value);
  return (
    <>
      {sync.phase === 'refused' && (
        <NoticeBox tone="bad" title={line}>
          <p>{todo}</p>
        </NoticeBox>
      )}
      <JoinForm />
    </>
  );
}
