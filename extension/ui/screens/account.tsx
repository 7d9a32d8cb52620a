import { accountDetail } from '../../db/queries/account-detail.ts';
import { fetchRecord } from '../../db/queries/fetch-first.ts';
import { Editable } from '../components/editable.tsx';
import { Empty } from '../components/empty.tsx';
import { MergedFrom } from '../components/merged-from.tsx';
import { Moment } from '../components/moment.tsx';
import { PrivateNotes } from '../components/private-notes.tsx';
import { useRowKeys } from '../components/row-keys.ts';
import { isUnassigned, Steward, takeAccount } from '../components/steward.tsx';
import { Pending } from '../components/touch-line.tsx';
import { Touches } from '../components/touches.tsx';
import { allAccounts, hashOf } from '../state/route.ts';
import { say, sayCount } from '../state/say.ts';
import { useServices } from '../state/services.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { useLiveQuery } from '../state/use-live-query.ts';
import { PeopleTable } from './people.tsx';

/** One account: who answers for it, its people, and every contact with its witnesses. */
export function Account({ id: asked, mayDecide }: { id: string; mayDecide: boolean }) {
  const { calls } = useServices();
  const live = useLiveQuery(
    (db) => accountDetail(db, asked),
    asked,
    (db) => fetchRecord(db, asked),
  );
  const detail = live.kind === 'ready' ? live.value : null;
  const free = detail !== null && isUnassigned(detail.account) ? detail.account : null;
  useRowKeys();
  useShortcuts(
    free === null ? [] : [{ key: 's', does: 'keys.steward', run: () => void takeAccount(calls, free) }],
  );

  if (live.kind === 'loading') return <p class="faint">{say('panel.reading')}</p>;
  if (detail === null) return <Empty title={say('account.gone')}>{say('account.goneWhy')}</Empty>;
  const { account, people, touches, merges, alternatives } = detail;
  // What was asked for may be merged into another: that one is shown and edited.
  const { id } = account;
  return (
    <article class="record">
      <p class="crumb">
        <a href={hashOf(allAccounts)}>{say('nav.accounts')}</a>
      </p>
      <h1>
        <bdi>{account.name}</bdi>
      </h1>
      {account.pending && <Pending />}
      <dl class="facts wide">
        <dt>{say('account.steward')}</dt>
        <dd>
          <Steward account={account} takeKey="s" />
          {account.steward !== null && account.stewardSince !== null && (
            <span class="faint aside">
              {say('account.since')} <Moment at={account.stewardSince} precision="day" />
            </span>
          )}
        </dd>
        <dt>{say('field.name')}</dt>
        <dd>
          <Editable
            record="account"
            id={id}
            field="name"
            value={account.name === account.domains[0] ? '' : account.name}
            most={200}
          />
        </dd>
        <dt>{say('field.website')}</dt>
        <dd>
          <Editable record="account" id={id} field="website" value={account.website ?? ''} most={500} />
        </dd>
        <dt>{say('account.domains')}</dt>
        <dd class="address">{account.domains.join(', ')}</dd>
      </dl>
      <section aria-labelledby="people">
        <h2 id="people">{sayCount('account.people', people.length)}</h2>
        {people.length === 0 ? (
          <p class="faint">{say('account.noPeople')}</p>
        ) : (
          <PeopleTable rows={people} at={id} />
        )}
      </section>
      <PrivateNotes kind="account" id={id} name={account.name} />
      <MergedFrom merges={merges} alternatives={alternatives} mayDecide={mayDecide} />
      <Touches touches={touches} total={account.touches} />
    </article>
  );
}
