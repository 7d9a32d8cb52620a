import { listAccounts } from '../../db/queries/list-accounts.ts';
import { countDuplicates } from '../../db/queries/list-duplicates.ts';
import { listSuggestions } from '../../db/queries/list-suggestions.ts';
import type { SyncView } from '../../db/views.ts';
import { Action } from '../components/action.tsx';
import { showShortcuts } from '../components/shortcut-help.tsx';
import { SyncLine } from '../components/sync-line.tsx';
import { allAccounts, go, hashOf, type Route } from '../state/route.ts';
import { say, type WordKey } from '../state/say.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { answerOr, useLiveQuery } from '../state/use-live-query.ts';

type Entry = {
  to: Route;
  words: WordKey;
  does: WordKey;
  key: string;
  holds: Route['screen'][];
  admins?: true;
};

const unassigned: Route = { screen: 'accounts', steward: 'unassigned', search: '', page: 0 };
const entries: Entry[] = [
  {
    to: allAccounts,
    words: 'nav.accounts',
    does: 'keys.goAccounts',
    key: '1',
    holds: ['accounts', 'account'],
  },
  { to: unassigned, words: 'nav.unassigned', does: 'keys.goUnassigned', key: '2', holds: [] },
  {
    to: { screen: 'people', search: '', page: 0 },
    words: 'nav.people',
    does: 'keys.goPeople',
    key: '3',
    holds: ['people', 'person'],
  },
  {
    to: { screen: 'suggestions' },
    words: 'nav.suggestions',
    does: 'keys.goSuggestions',
    key: '4',
    holds: ['suggestions'],
  },
  { to: { screen: 'members' }, words: 'nav.members', does: 'keys.goMembers', key: '5', holds: ['members'] },
  { to: { screen: 'sync' }, words: 'nav.sync', does: 'keys.goSync', key: '6', holds: ['sync'] },
  {
    to: { screen: 'settings' },
    words: 'nav.settings',
    does: 'keys.goSettings',
    key: '7',
    holds: ['settings'],
  },
  {
    to: { screen: 'duplicates' },
    words: 'nav.duplicates',
    does: 'keys.goDuplicates',
    key: '8',
    holds: ['duplicates', 'merges'],
  },
  {
    to: { screen: 'capture' },
    words: 'nav.capture',
    does: 'keys.goCapture',
    key: '9',
    holds: ['capture'],
    admins: true,
  },
];

/** Where one can go, what waits there, and how it stands with the workspace. */
export function SideNav({ sync, shown }: { sync: SyncView; shown: Route }) {
  const queue = useLiveQuery(
    (db) => listAccounts(db, { steward: 'unassigned', limit: 0, offset: 0 }),
    'queue',
  );
  const open = answerOr(useLiveQuery(listSuggestions, 'suggestions'), []);
  const pairs = answerOr(useLiveQuery(countDuplicates, 'duplicates'), 0);
  const waiting: Partial<Record<WordKey, number>> = {
    'nav.unassigned': queue.kind === 'ready' ? queue.value.total : 0,
    'nav.suggestions': open.length,
    'nav.duplicates': pairs,
    'nav.sync': sync.parked,
  };
  const offered = entries.filter(({ admins }) => admins !== true || sync.member?.role === 'admin');
  useShortcuts(offered.map(({ key, does, to }) => ({ key, does, run: () => go(to) })));
  const inQueue = shown.screen === 'accounts' && shown.steward === 'unassigned';
  return (
    <header class="side">
      <p class="workspace">
        <img src="/icons/48.png" alt="" width="24" height="24" />
        <span dir="auto">{sync.workspace ?? say('extension.name')}</span>
      </p>
      <nav aria-label={say('nav.label')}>
        <ul>
          {offered.map(({ to, words, holds, key }) => {
            const current = to === unassigned ? inQueue : holds.includes(shown.screen) && !inQueue;
            const count = waiting[words] ?? 0;
            return (
              <li key={words}>
                <a href={hashOf(to)} aria-current={current ? 'page' : undefined} aria-keyshortcuts={key}>
                  <span>{say(words)}</span>
                  {count > 0 && <span class="count">{count}</span>}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      <div class="side-foot">
        <SyncLine />
        {sync.member !== null && (
          <p class="faint" dir="auto">
            {sync.member.name}
          </p>
        )}
        <Action look="quiet" keyHint="?" run={showShortcuts}>
          {say('keys.button')}
        </Action>
      </div>
    </header>
  );
}
