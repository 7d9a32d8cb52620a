import { useEffect, useRef } from 'preact/hooks';
import { syncView } from '../../db/queries/sync-view.ts';
import type { SyncView } from '../../db/views.ts';
import { Messages } from '../components/messages.tsx';
import { ShortcutHelp } from '../components/shortcut-help.tsx';
import { exhaustive } from '../state/exhaustive.ts';
import { hashOf, type Route, route } from '../state/route.ts';
import { say } from '../state/say.ts';
import { answerOr, useLiveQuery } from '../state/use-live-query.ts';
import { Account } from './account.tsx';
import { Accounts } from './accounts.tsx';
import { CaptureHealth } from './capture-health/capture-health.tsx';
import { Duplicates } from './duplicates/duplicates.tsx';
import { Merges } from './duplicates/merges.tsx';
import { Locked } from './locked.tsx';
import { Members } from './members/members.tsx';
import { Outside } from './outside.tsx';
import { People } from './people.tsx';
import { Person } from './person.tsx';
import { Settings } from './settings/settings.tsx';
import { SideNav } from './side-nav.tsx';
import { Suggestions } from './suggestions.tsx';
import { Sync } from './sync.tsx';

/** The pool in a tab of its own: one screen at a time, named by the address. */
export function Dashboard() {
  const sync = answerOr(useLiveQuery(syncView, 'sync'), null);
  const main = useRef<HTMLElement>(null);
  const shown = route.value;
  const place = 'id' in shown ? hashOf(shown) : shown.screen;
  const first = useRef(true);
  // A new place is what moves the focus.
  useEffect(() => {
    // Screen readers follow the focus: a new screen is announced by its heading, the first one by the page itself.
    if (first.current) first.current = false;
    else main.current?.focus();
    scrollTo(0, 0);
  }, [place]);
  return (
    <div class="dashboard">
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {say('skip')}
      </button>
      {sync !== null && sync.workspace !== null && <SideNav sync={sync} shown={shown} />}
      <main id="content" ref={main} tabIndex={-1}>
        {sync !== null && <Screen sync={sync} shown={shown} key={place} />}
      </main>
      <Messages />
      <ShortcutHelp />
    </div>
  );
}

function Screen({ sync, shown }: { sync: SyncView; shown: Route }) {
  if (sync.workspace === null) {
    return (
      <>
        <h1 class="hidden">{say('extension.name')}</h1>
        <Outside sync={sync} />
      </>
    );
  }
  const hidden = sync.phase === 'locked' && shown.screen !== 'sync' && shown.screen !== 'settings';
  if (hidden) return <Locked />;
  const mayDecide = sync.member?.role !== 'viewer';
  switch (shown.screen) {
    case 'accounts':
      return <Accounts shown={shown} />;
    case 'account':
      return <Account id={shown.id} mayDecide={mayDecide} />;
    case 'people':
      return <People shown={shown} />;
    case 'person':
      return <Person id={shown.id} mayDecide={mayDecide} />;
    case 'suggestions':
      return <Suggestions />;
    case 'duplicates':
      return <Duplicates mayDecide={mayDecide} />;
    case 'merges':
      return <Merges page={shown.page} mayDecide={mayDecide} />;
    case 'members':
      return <Members admin={sync.member?.role === 'admin'} own={sync.member?.id ?? null} />;
    case 'capture':
      return <CaptureHealth admin={sync.member?.role === 'admin'} />;
    case 'sync':
      return <Sync />;
    case 'settings':
      return <Settings admin={sync.member?.role === 'admin'} />;
    default:
      return exhaustive(shown);
  }
}
