import { say } from '../state/say.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { Action } from './action.tsx';

/** Rows on one page of a list: read in one go, fetched in one go. */
export const pageSize = 50;

type Props = { page: number; total: number; turn: (page: number) => void };

/** Which part of a long list is shown, and the way to the next; n and b turn the page. */
export function Pager({ page, total, turn }: Props) {
  const last = Math.max(0, Math.ceil(total / pageSize) - 1);
  const next = () => page < last && turn(page + 1);
  const back = () => page > 0 && turn(page - 1);
  useShortcuts(
    last === 0
      ? []
      : [
          { key: 'n', does: 'keys.nextPage', run: next },
          { key: 'b', does: 'keys.previousPage', run: back },
        ],
  );
  if (last === 0) return null;
  const from = page * pageSize + 1;
  return (
    <nav class="pager" aria-label={say('pager.label')}>
      <Action keyHint="b" disabled={page === 0} run={async () => back()}>
        {say('pager.previous')}
      </Action>
      <span>{say('pager.range', from, Math.min(total, from + pageSize - 1), total)}</span>
      <Action keyHint="n" disabled={page >= last} run={async () => next()}>
        {say('pager.next')}
      </Action>
    </nav>
  );
}
