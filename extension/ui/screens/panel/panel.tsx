import { syncView } from '../../../db/queries/sync-view.ts';
import type { SyncView } from '../../../db/views.ts';
import { Action } from '../../components/action.tsx';
import { Empty } from '../../components/empty.tsx';
import { Icon } from '../../components/icon.tsx';
import { Messages } from '../../components/messages.tsx';
import { NoticeBox } from '../../components/notice-box.tsx';
import { ParkedList } from '../../components/parked-list.tsx';
import { ShortcutHelp, showShortcuts } from '../../components/shortcut-help.tsx';
import { SyncLine } from '../../components/sync-line.tsx';
import { type Front, front } from '../../state/page-in-front.ts';
import { say } from '../../state/say.ts';
import { answerOr, useLiveQuery } from '../../state/use-live-query.ts';
import { Outside } from '../outside.tsx';
import { MailboxQuestion, NeverRead } from './mailbox-question.tsx';
import { PageView } from './page-view.tsx';
import { HeldBack, ReadingNotes } from './reading-notes.tsx';
import { SiteAccess } from './site-access.tsx';

/** The panel beside the page: who is on it, what the company knows of them, what can be done with one key. */
export function Panel() {
  const sync = answerOr(useLiveQuery(syncView, 'sync'), null);
  const page = front.value;
  return (
    <div class="panel">
      <a class="skip" href="#content">
        {say('skip')}
      </a>
      <PanelHead page={page} />
      <main id="content" tabIndex={-1}>
        {sync !== null && page !== null && <PanelBody sync={sync} page={page} />}
      </main>
      <footer>
        <ParkedList />
        <SyncLine />
        <nav aria-label={say('panel.more')}>
          <a href="dashboard.html" target="holdfast-pool">
            <Icon name="open" />
            {say('panel.openPool')}
          </a>
          <Action look="quiet" keyHint="?" run={showShortcuts}>
            {say('keys.button')}
          </Action>
        </nav>
      </footer>
      <Messages />
      <ShortcutHelp />
    </div>
  );
}

function PanelHead({ page }: { page: Front | null }) {
  const url = page?.url ?? null;
  const host = url === null ? null : (URL.parse(url)?.host ?? null);
  const title = page?.state?.title ?? page?.title ?? null;
  return (
    <header class="panel-head">
      <h1 dir="auto" title={title ?? undefined}>
        {title === null || title === '' ? say('panel.thisPage') : title}
      </h1>
      {host !== null && host !== '' && <p class="faint">{host}</p>}
    </header>
  );
}

function PanelBody({ sync, page }: { sync: SyncView; page: Front }) {
  if (sync.workspace === null) return <Outside sync={sync} />;
  const { state } = page;
  const locked = sync.phase === 'locked' && (
    <NoticeBox tone="bad" icon="lock" title={say('sync.locked')}>
      <p>{say('sync.lockedTodo')}</p>
    </NoticeBox>
  );
  if (state === null || state.attendance === 'off') {
    return (
      <>
        {locked}
        <SiteAccess front={page} />
      </>
    );
  }
  if (state.attendance === 'ask' && state.mailbox !== null)
    return <MailboxQuestion mailbox={state.mailbox} />;
  if (state.attendance !== 'go') return <NeverRead state={state} />;
  return (
    <>
      {locked}
      <ReadingNotes state={state} />
      {state.health === 'unknown-page' && state.stopped !== true && (
        <Empty title={say('health.unknownPage')} />
      )}
      {state.stopped !== true && (state.health === 'ok' || state.health === 'partly') && (
        <PageView state={state} />
      )}
      <HeldBack state={state} />
    </>
  );
}
