import { syncView } from '../../db/queries/sync-view.ts';
import type { SyncView } from '../../db/views.ts';
import { now } from '../state/now.ts';
import { hashOf } from '../state/route.ts';
import { tellOutcome } from '../state/said.ts';
import { say, sayCount } from '../state/say.ts';
import { useServices } from '../state/services.ts';
import { type SyncTone, syncWords } from '../state/sync-words.ts';
import { useLiveQuery } from '../state/use-live-query.ts';
import { Action } from './action.tsx';
import { Icon, type IconName } from './icon.tsx';

const icons: Record<SyncTone, IconName> = { good: 'check', busy: 'arrows', waiting: 'clock', bad: 'warning' };

/** How it stands with the workspace, in words, followed live. */
export function SyncLine() {
  const live = useLiveQuery(syncView, 'sync');
  if (live.kind === 'loading') return null;
  if (live.kind === 'failed') {
    return (
      <p class="sync sync-bad" role="status">
        <Icon name="warning" />
        {say('notice.storage.what')}
      </p>
    );
  }
  return <SyncWordsLine view={live.value} />;
}

function SyncWordsLine({ view }: { view: SyncView }) {
  const { calls, poolPage } = useServices();
  const { tone, line, todo } = syncWords(view, now.value);
  const syncNow = async () => tellOutcome(await calls.syncNow(null), say('sync.done'));
  return (
    <div class={`sync sync-${tone}`}>
      <p role="status">
        <Icon name={icons[tone]} />
        <span>{line}</span>
      </p>
      {todo !== null && <p class="faint">{todo}</p>}
      {view.parked > 0 && (
        <a
          href={`${poolPage}${hashOf({ screen: 'sync' })}`}
          target={poolPage === '' ? undefined : 'holdfast-pool'}
        >
          {sayCount('sync.parked', view.parked)}
        </a>
      )}
      {todo !== null && view.phase !== 'locked' && (
        <Action look="quiet" run={syncNow}>
          {say('sync.tryNow')}
        </Action>
      )}
    </div>
  );
}
