import { listPeople } from '../../db/queries/list-people.ts';
import type { PersonView } from '../../db/views.ts';
import { Address } from '../components/address.tsx';
import { Affiliations } from '../components/affiliations.tsx';
import { Empty } from '../components/empty.tsx';
import { Moment } from '../components/moment.tsx';
import { Pager, pageSize } from '../components/pager.tsx';
import { RecordLink } from '../components/record-link.tsx';
import { useRowKeys } from '../components/row-keys.ts';
import { SearchField } from '../components/search-field.tsx';
import { Pending } from '../components/touch-line.tsx';
import { type Route, refine } from '../state/route.ts';
import { say, sayCount } from '../state/say.ts';
import { answerOr, useLiveQuery } from '../state/use-live-query.ts';

/** Everybody in the pool: search as you type. */
export function People({ shown }: { shown: Extract<Route, { screen: 'people' }> }) {
  const { search, page } = shown;
  const live = useLiveQuery(
    (db) =>
      listPeople(db, {
        search: search === '' ? undefined : search,
        limit: pageSize,
        offset: page * pageSize,
      }),
    JSON.stringify([search, page]),
  );
  useRowKeys();
  const found = answerOr(live, null);
  return (
    <>
      <div class="list-head">
        <h1>{say('people.title')}</h1>
        <p class="faint" role="status">
          {found !== null && sayCount('people.count', found.total)}
        </p>
        <SearchField
          label={say('people.search')}
          value={search}
          search={(text) => refine({ ...shown, search: text, page: 0 })}
        />
      </div>
      {live.kind === 'failed' && <p class="error">{say('notice.storage.what')}</p>}
      {found !== null && found.total === 0 && (
        <Empty title={say(search === '' ? 'people.empty' : 'list.noMatch')}>
          {say(search === '' ? 'accounts.emptyTodo' : 'list.noMatchTodo')}
        </Empty>
      )}
      {found !== null && found.rows.length > 0 && <PeopleTable rows={found.rows} />}
      {found !== null && (
        <Pager page={page} total={found.total} turn={(to) => refine({ ...shown, page: to })} />
      )}
    </>
  );
}

/** People as rows: name, work, address, last touch. Also used on an account's page. */
export function PeopleTable({ rows, at }: { rows: PersonView[]; at?: string }) {
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{say('accounts.name')}</th>
          <th scope="col">{say('person.work')}</th>
          <th scope="col">{say('person.email')}</th>
          <th scope="col">{say('account.lastTouch')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <RecordLink row to={{ screen: 'person', id: person.id }} name={person.name} />
              {person.pending && <Pending />}
            </th>
            <td data-label={say('person.work')}>
              <Affiliations person={person} at={at} />
            </td>
            <td data-label={say('person.email')}>
              <Address text={person.emails[0] ?? ''} />
            </td>
            <td data-label={say('account.lastTouch')}>
              {person.lastTouch === null ? (
                <span class="faint">{say('touch.none')}</span>
              ) : (
                <Moment at={person.lastTouch.at} precision={person.lastTouch.precision} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
