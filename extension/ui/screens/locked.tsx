import { NoticeBox } from '../components/notice-box.tsx';
import { say } from '../state/say.ts';

/** The pool is hidden on a device that has long been without contact. */
export function Locked() {
  return (
    <>
      <h1 class="hidden">{say('extension.name')}</h1>
      <NoticeBox tone="bad" icon="lock" title={say('sync.locked')}>
        <p>{say('sync.lockedTodo')}</p>
      </NoticeBox>
    </>
  );
}
