import { listMerges } from '../../../db/queries/list-merges.ts';
import { Empty } from '../../components/empty.tsx';
import { MergeList } from '../../components/merge-list.tsx';
import { Pager, pageSize } from '../../components/pager.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { hashOf, refine } from '../../state/route.ts';
import { say, sayCount } from '../../state/say.ts';
import { answerOr, useLiveQuery } from '../../state/use-live-query.ts';

/** Everything that is merged in the workspace, newest first, so that a mistake is found again. */
export function Merges({ page, mayDecide }: { page: number; mayDecide: boolean }) {
  const live = useLiveQuery(
    (db) => listMerges(db, { limit: pageSize, offset: page * pageSize }),
    `merges ${page}`,
  );
  useRowKeys();
  const found = answerOr(live, null);
  return (
    <>
      <div class="list-head">
        <h1>{say('merge.title')}</h1>
        <p class="faint" role="status">
          {found !== null && sayCount('merge.count', found.total)}
        </p>
        <a href={hashOf({ screen: 'duplicates' })}>{say('merge.back')}</a>
      </div>
      {live.kind === 'failed' && <p class="error">{say('notice.storage.what')}</p>}
      {found !== null && found.total === 0 && <Empty title={say('merge.none')}>{say('merge.noneWhy')}</Empty>}
      {found !== null && found.total > 0 && (
        <>
          <p class="faint">{say('merge.lead')}</p>
          <MergeList merges={found.rows} mayDecide={mayDecide} />
          <Pager page={page} total={found.total} turn={(to) => refine({ screen: 'merges', page: to })} />
        </>
      )}
    </>
  );
}
