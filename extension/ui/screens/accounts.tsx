import { listAccounts } from '../../db/queries/list-accounts.ts';
import { listMembersLocal } from '../../db/queries/list-members-local.ts';
import type { AccountView } from '../../db/views.ts';
import { Empty } from '../components/empty.tsx';
import { Moment } from '../components/moment.tsx';
import { Pager, pageSize } from '../components/pager.tsx';
import { RecordLink } from '../components/record-link.tsx';
import { useRowKeys } from '../components/row-keys.ts';
import { SearchField } from '../components/search-field.tsx';
import { Steward } from '../components/steward.tsx';
import { Pending } from '../components/touch-line.tsx';
import { memberWords } from '../state/record-words.ts';
import { type Route, refine } from '../state/route.ts';
import { say, sayCount } from '../state/say.ts';
import { answerOr, useLiveQuery } from '../state/use-live-query.ts';

type Shown = Extract<Route, { screen: 'accounts' }>;

/** The pool of accounts: search as you type, by steward, and the queue of those that nobody answers for. */
export function Accounts({ shown }: { shown: Shown }) {
  const { steward, search, page } = shown;
  const live = useLiveQuery(
    (db) =>
      listAccounts(db, {
        search: search === '' ? undefined : search,
        steward: steward ?? undefined,
        limit: pageSize,
        offset: page * pageSize,
      }),
    JSON.stringify([search, steward, page]),
  );
  useRowKeys();
  const found = answerOr(live, null);
  const queue = steward === 'unassigned';
  return (
    <>
      <div class="list-head">
        <h1>{say(queue ? 'accounts.unassigned' : 'accounts.title')}</h1>
        <p class="faint" role="status">
          {found !== null && sayCount('accounts.count', found.total)}
        </p>
        <SearchField
          label={say('accounts.search')}
          value={search}
          search={(text) => refine({ ...shown, search: text, page: 0 })}
        />
        <StewardFilter shown={shown} />
      </div>
      {live.kind === 'failed' && <p class="error">{say('notice.storage.what')}</p>}
      {found !== null && found.total === 0 && <NoAccounts shown={shown} />}
      {found !== null && found.rows.length > 0 && <AccountTable rows={found.rows} />}
      {found !== null && (
        <Pager page={page} total={found.total} turn={(to) => refine({ ...shown, page: to })} />
      )}
    </>
  );
}

function StewardFilter({ shown }: { shown: Shown }) {
  const members = answerOr(useLiveQuery(listMembersLocal, 'members'), []);
  return (
    <label class="filter">
      <span>{say('account.steward')}</span>
      <select
        value={shown.steward ?? ''}
        onChange={(event) =>
          refine({
            ...shown,
            steward: event.currentTarget.value === '' ? null : event.currentTarget.value,
            page: 0,
          })
        }
      >
        <option value="">{say('accounts.everybody')}</option>
        <option value="unassigned">{say('account.unassigned')}</option>
        {members.map((member) => (
          <option key={member.id} value={member.id}>
            {memberWords(member)}
          </option>
        ))}
      </select>
    </label>
  );
}

function NoAccounts({ shown }: { shown: Shown }) {
  if (shown.search !== '') return <Empty title={say('list.noMatch')}>{say('list.noMatchTodo')}</Empty>;
  if (shown.steward === 'unassigned') {
    return <Empty title={say('accounts.queueEmpty')}>{say('accounts.queueEmptyWhy')}</Empty>;
  }
  return <Empty title={say('accounts.empty')}>{say('accounts.emptyTodo')}</Empty>;
}

function AccountTable({ rows }: { rows: AccountView[] }) {
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{say('accounts.name')}</th>
          <th scope="col">{say('account.steward')}</th>
          <th scope="col">{say('account.lastTouch')}</th>
          <th scope="col" class="number">
            {say('nav.people')}
          </th>
          <th scope="col" class="number">
            {say('account.touchesTitle')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((account) => (
          <tr key={account.id}>
            <th scope="row">
              <RecordLink row to={{ screen: 'account', id: account.id }} name={account.name} />
              {account.domains[0] !== undefined && account.domains[0] !== account.name && (
                <span class="faint domain">{account.domains[0]}</span>
              )}
              {account.pending && <Pending />}
            </th>
            <td data-label={say('account.steward')}>
              <Steward account={account} />
            </td>
            <td data-label={say('account.lastTouch')}>
              {account.lastTouch === null ? (
                <span class="faint">{say('touch.none')}</span>
              ) : (
                <Moment at={account.lastTouch.at} precision={account.lastTouch.precision} />
              )}
            </td>
            <td class="number" data-label={say('nav.people')}>
              {account.people}
            </td>
            <td class="number" data-label={say('account.touchesTitle')}>
              {account.touches}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
