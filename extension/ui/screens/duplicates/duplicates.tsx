import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { listDuplicates } from '../../../db/queries/list-duplicates.ts';
import type { DuplicateView } from '../../../db/views.ts';
import { Action } from '../../components/action.tsx';
import { Empty } from '../../components/empty.tsx';
import { mergePair, setPairApart } from '../../state/decide-pair.ts';
import { bothNames } from '../../state/duplicate-words.ts';
import { hashOf } from '../../state/route.ts';
import { tell } from '../../state/said.ts';
import { say, sayCount } from '../../state/say.ts';
import { useServices } from '../../state/services.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { useLiveQuery } from '../../state/use-live-query.ts';
import { DuplicateCard } from './duplicate-card.tsx';

/** Pairs on one page: each is two whole records, and what is decided makes room for the next. */
const pageSize = 10;

/** Records that may be one, the surest first, worked through from the keyboard. */
export function Duplicates({ mayDecide }: { mayDecide: boolean }) {
  const { calls } = useServices();
  const page = useSignal(0);
  const at = useSignal(0);
  const swapped = useSignal<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLOListElement>(null);
  const live = useLiveQuery(
    (db) => listDuplicates(db, { limit: pageSize, offset: page.value * pageSize }),
    `duplicates ${page.value}`,
  );
  const { rows, total } = live.kind === 'ready' ? live.value : { rows: [], total: 0 };
  const current = rows[Math.min(at.value, rows.length - 1)];

  const turned = (pair: DuplicateView): DuplicateView =>
    swapped.value.has(pair.id) ? { ...pair, keep: pair.other, other: pair.keep } : pair;
  const merge = async (pair: DuplicateView | undefined) => {
    if (pair === undefined || !mayDecide) return;
    const { keep, other } = turned(pair);
    await mergePair(calls, pair, keep, other);
  };
  const setApart = async (pair: DuplicateView | undefined) => {
    if (pair !== undefined && mayDecide) await setPairApart(calls, pair);
  };
  const swap = (pair: DuplicateView | undefined) => {
    if (pair === undefined) return;
    const next = new Set(swapped.value);
    if (!next.delete(pair.id)) next.add(pair.id);
    swapped.value = next;
    const { keep, other } = turned(pair);
    tell(say('duplicate.swapped', bothNames(keep, other)[0]));
  };
  const turn = (to: number) => {
    if (to < 0 || to * pageSize >= total) return;
    page.value = to;
    at.value = 0;
  };
  const move = (by: 1 | -1) => {
    const next = Math.min(at.value, rows.length - 1) + by;
    if (next < 0) return turn(page.value - 1);
    if (next >= rows.length) return turn(page.value + 1);
    at.value = next;
    focusRow(list.current, next);
  };
  useShortcuts([
    { key: 'j', does: 'keys.nextPair', run: () => move(1) },
    { key: 'k', does: 'keys.previousPair', run: () => move(-1) },
    ...(mayDecide
      ? ([
          { key: 'm', does: 'keys.merge', run: () => void merge(current) },
          { key: 'n', does: 'keys.notSame', run: () => void setApart(current) },
          { key: 's', does: 'keys.swap', run: () => swap(current) },
        ] as const)
      : []),
  ]);

  // The pair that was decided is gone: the next one takes its place under the person's hands.
  const first = rows[0]?.id;
  // `total` and `first` are the changes that matter.
  useEffect(() => {
    if (rows.length === 0 && page.value > 0) page.value -= 1;
    const focused = document.activeElement;
    if (rows.length > 0 && (focused === document.body || focused === null)) {
      focusRow(list.current, Math.min(at.value, rows.length - 1));
    }
  }, [total, first]);

  return (
    <>
      <div class="list-head">
        <h1>{say('duplicate.title')}</h1>
        <p class="faint" role="status">
          {live.kind === 'ready' && sayCount('duplicate.count', total)}
        </p>
        <a href={hashOf({ screen: 'merges', page: 0 })}>{say('duplicate.merges')}</a>
      </div>
      {live.kind === 'failed' && <p class="error">{say('notice.storage.what')}</p>}
      {live.kind === 'ready' && total === 0 && (
        <Empty title={say('duplicate.none')}>{say('duplicate.noneWhy')}</Empty>
      )}
      {total > 0 && <p class="faint">{say(mayDecide ? 'duplicate.lead' : 'duplicate.leadViewer')}</p>}
      <ol class="plain pairs" ref={list}>
        {rows.map((pair, n) => (
          <DuplicateCard
            key={pair.id}
            pair={turned(pair)}
            current={pair === current}
            enter={() => {
              at.value = n;
            }}
            decide={
              mayDecide
                ? { merge: () => merge(pair), setApart: () => setApart(pair), swap: () => swap(pair) }
                : null
            }
          />
        ))}
      </ol>
      {total > pageSize && (
        <nav class="pager" aria-label={say('pager.label')}>
          <Action disabled={page.value === 0} run={() => turn(page.value - 1)}>
            {say('pager.previous')}
          </Action>
          <span>
            {say('pager.range', page.value * pageSize + 1, page.value * pageSize + rows.length, total)}
          </span>
          <Action disabled={(page.value + 1) * pageSize >= total} run={() => turn(page.value + 1)}>
            {say('pager.next')}
          </Action>
        </nav>
      )}
    </>
  );
}

function focusRow(list: HTMLElement | null, n: number): void {
  const row = list?.querySelectorAll<HTMLElement>('[data-row]')[n];
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}
