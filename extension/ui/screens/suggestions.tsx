import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { listSuggestions } from '../../db/queries/list-suggestions.ts';
import type { SuggestionView } from '../../db/views.ts';
import { Action } from '../components/action.tsx';
import { Empty } from '../components/empty.tsx';
import { tellOutcome } from '../state/said.ts';
import { say, sayCount } from '../state/say.ts';
import { useServices } from '../state/services.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { useLiveQuery } from '../state/use-live-query.ts';
import { SuggestionRow } from './suggestion-row.tsx';

/** People and companies seen but not pooled, to be taken or dismissed without leaving the keyboard. */
export function Suggestions() {
  const { calls } = useServices();
  const live = useLiveQuery(listSuggestions, 'suggestions');
  const open = live.kind === 'ready' ? live.value : [];
  const at = useSignal(0);
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLUListElement>(null);
  const current = open[Math.min(at.value, open.length - 1)];
  const picked = open.filter(({ id }) => chosen.value.has(id));

  const aim = (one?: SuggestionView): string[] => {
    if (one !== undefined) return [one.id];
    if (picked.length > 0) return picked.map(({ id }) => id);
    return current === undefined ? [] : [current.id];
  };
  const take = async (suggestions: string[]) => {
    if (suggestions.length === 0) return;
    const result = await calls.take({ suggestions });
    if (tellOutcome(result, result.ok ? sayCount('suggestion.taken', result.value) : ''))
      chosen.value = new Set();
  };
  const dismiss = async (suggestions: string[]) => {
    if (suggestions.length === 0) return;
    const result = await calls.dismiss({ suggestions });
    if (tellOutcome(result, result.ok ? sayCount('suggestion.dismissed', result.value) : '')) {
      chosen.value = new Set();
    }
  };
  const toggle = (id: string | undefined) => {
    if (id === undefined) return;
    const next = new Set(chosen.value);
    if (!next.delete(id)) next.add(id);
    chosen.value = next;
  };
  const move = (by: number) => {
    at.value = Math.max(0, Math.min(open.length - 1, Math.min(at.value, open.length - 1) + by));
    list.current?.querySelectorAll<HTMLElement>('[data-row]')[at.value]?.focus();
  };
  useShortcuts([
    { key: 'j', does: 'keys.nextRow', run: () => move(1) },
    { key: 'k', does: 'keys.previousRow', run: () => move(-1) },
    { key: 't', does: 'keys.take', run: () => void take(aim()) },
    { key: 'd', does: 'keys.dismiss', run: () => void dismiss(aim()) },
    { key: 'x', does: 'keys.choose', run: () => toggle(current?.id) },
    { key: 'a', does: 'keys.takeAll', run: () => void take(open.map(({ id }) => id)) },
  ]);

  // The row that was acted upon is gone: the next one takes its place under the person's hands.
  const count = open.length;
  // `count` is the change that matters.
  useEffect(() => {
    const focused = document.activeElement;
    if (count > 0 && (focused === document.body || focused === null)) move(0);
  }, [count]);

  return (
    <>
      <div class="list-head">
        <h1>{say('nav.suggestions')}</h1>
        <p class="faint" role="status">
          {picked.length > 0
            ? sayCount('suggestion.chosen', picked.length)
            : sayCount('suggestion.open', count)}
        </p>
        {count > 0 && (
          <div class="buttons">
            <Action
              look="primary"
              keyHint={picked.length > 0 ? 't' : 'a'}
              run={() => take(picked.length > 0 ? aim() : open.map(({ id }) => id))}
            >
              {say(picked.length > 0 ? 'suggestion.takeChosen' : 'suggestion.takeAll')}
            </Action>
            {picked.length > 0 && (
              <Action keyHint="d" run={() => dismiss(aim())}>
                {say('suggestion.dismissChosen')}
              </Action>
            )}
          </div>
        )}
      </div>
      {live.kind === 'ready' && count === 0 && (
        <Empty title={say('suggestion.empty')}>{say('suggestion.emptyWhy')}</Empty>
      )}
      <ul class="triage plain" ref={list}>
        {open.map((one, n) => (
          <SuggestionRow
            key={one.id}
            suggestion={one}
            current={one === current}
            chosen={chosen.value.has(one.id)}
            enter={() => {
              at.value = n;
            }}
            toggle={() => toggle(one.id)}
            take={() => take(aim(one))}
            dismiss={() => dismiss(aim(one))}
          />
        ))}
      </ul>
    </>
  );
}
