import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { RegisterChange } from '../../../shared/sync/change.ts';
import { editField } from '../state/edit-field.ts';
import { fieldWord } from '../state/record-words.ts';
import { say } from '../state/say.ts';
import { useServices } from '../state/services.ts';

type Props = {
  record: RegisterChange['on'];
  id: string;
  field: string;
  /** Empty where nothing is known. */
  value: string;
  /** Characters. */
  most: number;
  long?: boolean;
};

/** A field that a person may correct in place: Enter saves, Escape leaves it as it was, saving can be undone. */
export function Editable({ record, id, field, value, most, long = false }: Props) {
  const { calls } = useServices();
  const draft = useSignal<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    draft.value = null;
    requestAnimationFrame(() => opener.current?.focus());
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const after = draft.value?.trim() ?? value;
    if (after === value || (await editField(calls, { record, id, field, before: value, after }))) close();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (!long || event.ctrlKey || event.metaKey)) void save(event);
  };
  if (draft.value === null) {
    return (
      <span class="editable">
        <span dir="auto" class={value === '' ? 'faint' : long ? 'note' : undefined}>
          {value === '' ? say('edit.nothing') : value}
        </span>
        <button
          type="button"
          ref={opener}
          class="button quiet"
          aria-label={say('edit.edit', fieldWord(field))}
          onClick={() => {
            draft.value = value;
          }}
        >
          {say('edit.button')}
        </button>
      </span>
    );
  }
  const shared = {
    'aria-label': fieldWord(field),
    dir: 'auto' as const,
    maxLength: most,
    value: draft.value,
    onKeyDown: press,
    ref: focusOnce,
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      draft.value = event.currentTarget.value;
    },
  };
  return (
    <form class="editable" onSubmit={save}>
      {long ? <textarea rows={4} {...shared} /> : <input type="text" {...shared} />}
      <button type="submit" class="button primary">
        {say('edit.save')}
      </button>
      <button type="button" class="button" onClick={close}>
        {say('edit.cancel')}
      </button>
    </form>
  );
}

/** The field has just been opened on purpose: the cursor belongs there. */
function focusOnce(element: HTMLInputElement | HTMLTextAreaElement | null): void {
  if (element !== null && !element.contains(document.activeElement)) element.focus();
}
