import { fetchRecord } from '../../db/queries/fetch-first.ts';
import { personDetail } from '../../db/queries/person-detail.ts';
import { Address } from '../components/address.tsx';
import { Affiliations } from '../components/affiliations.tsx';
import { Editable } from '../components/editable.tsx';
import { Empty } from '../components/empty.tsx';
import { MergedFrom } from '../components/merged-from.tsx';
import { PrivateNotes } from '../components/private-notes.tsx';
import { Pending } from '../components/touch-line.tsx';
import { Touches } from '../components/touches.tsx';
import { hashOf } from '../state/route.ts';
import { say } from '../state/say.ts';
import { useLiveQuery } from '../state/use-live-query.ts';

/** One person: where they work, how to reach them, and every contact with its witnesses. */
export function Person({ id: asked, mayDecide }: { id: string; mayDecide: boolean }) {
  const live = useLiveQuery(
    (db) => personDetail(db, asked),
    asked,
    (db) => fetchRecord(db, asked),
  );
  if (live.kind === 'loading') return <p class="faint">{say('panel.reading')}</p>;
  if (live.kind === 'failed' || live.value === null) {
    return <Empty title={say('person.gone')}>{say('account.goneWhy')}</Empty>;
  }
  const { person, touches, merges, alternatives } = live.value;
  // Who was asked for may be merged into another: that one is shown and edited.
  const { id } = person;
  return (
    <article class="record">
      <p class="crumb">
        <a href={hashOf({ screen: 'people', search: '', page: 0 })}>{say('nav.people')}</a>
      </p>
      <h1>
        <bdi>{person.name}</bdi>
      </h1>
      {person.pending && <Pending />}
      <dl class="facts wide">
        <dt>{say('field.name')}</dt>
        <dd>
          <Editable
            record="person"
            id={id}
            field="name"
            value={person.name === person.emails[0] ? '' : person.name}
            most={200}
          />
        </dd>
        <dt>{say('person.work')}</dt>
        <dd>
          {person.affiliations.length === 0 ? (
            <span class="faint">{say('edit.nothing')}</span>
          ) : (
            <Affiliations person={person} />
          )}
        </dd>
        <Several title={say('person.email')} values={person.emails} />
        <Several title={say('person.phone')} values={person.phones} />
        <Several title={say('person.links')} values={person.urls} />
      </dl>
      <PrivateNotes kind="person" id={id} name={person.name} />
      <MergedFrom merges={merges} alternatives={alternatives} mayDecide={mayDecide} />
      <Touches touches={touches} total={touches.length} />
    </article>
  );
}

function Several({ title, values }: { title: string; values: string[] }) {
  if (values.length === 0) return null;
  return (
    <>
      <dt>{title}</dt>
      <dd class="address">
        {values.map((value) => (
          <Address key={value} text={value} />
        ))}
      </dd>
    </>
  );
}
