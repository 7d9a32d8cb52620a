import { listMembersLocal } from '../../../db/queries/list-members-local.ts';
import { Empty } from '../../components/empty.tsx';
import { roleWord, statusWord } from '../../state/record-words.ts';
import { say } from '../../state/say.ts';
import { answerOr, useLiveQuery } from '../../state/use-live-query.ts';
import { MembersAdmin } from './members-admin.tsx';

/** Who works here. Admins see addresses and devices and can change things; the others see who their colleagues are. */
export function Members({ admin, own }: { admin: boolean; own: string | null }) {
  return (
    <>
      <h1>{say('nav.members')}</h1>
      {admin ? <MembersAdmin own={own} /> : <Colleagues own={own} />}
    </>
  );
}

function Colleagues({ own }: { own: string | null }) {
  const live = useLiveQuery(listMembersLocal, 'members');
  const members = answerOr(live, []);
  if (live.kind === 'ready' && members.length === 0) return <Empty title={say('member.none')} />;
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{say('accounts.name')}</th>
          <th scope="col">{say('member.role')}</th>
          <th scope="col">{say('member.status')}</th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ id, name, role, status }) => (
          <tr key={id}>
            <th scope="row">
              <span class="name" dir="auto">
                {name}
              </span>
              {id === own && <span class="faint">{say('member.you')}</span>}
            </th>
            <td data-label={say('member.role')}>{roleWord(role)}</td>
            <td data-label={say('member.status')}>{statusWord(status)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
