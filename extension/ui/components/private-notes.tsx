import { useSignal } from '@preact/signals';
import { notesAbout } from '../../db/queries/notes-about.ts';
import type { NoteView } from '../../db/views.ts';
import { editField } from '../state/edit-field.ts';
import { say } from '../state/say.ts';
import { useServices } from '../state/services.ts';
import { answerOr, useLiveQuery } from '../state/use-live-query.ts';
import { writeNote } from '../state/write-note.ts';
import { Action } from './action.tsx';
import { Editable } from './editable.tsx';
import { Moment } from './moment.tsx';
import { Pending } from './touch-line.tsx';

const most = 4000;

type Props = { kind: 'account' | 'person'; id: string; name: string; onCard?: boolean };

/**
 * What this member noted for themselves about an account or a person, and nobody else is shown. `name`: whom it is about. `onCard`:
 * among others on one page, where a heading without notes would only be in the way.
 */
export function PrivateNotes({ kind, id, name, onCard = false }: Props) {
  const notes = answerOr(
    useLiveQuery((db) => notesAbout(db, kind, id), `notes ${id}`),
    [],
  );
  return (
    <section class="notes" aria-label={say('note.about', name)}>
      {!onCard && <h2>{say('note.title')}</h2>}
      {onCard && notes.length > 0 && <h4>{say('note.title')}</h4>}
      {notes.length > 0 && (
        <ul class="plain">
          {notes.map((note) => (
            <Note key={note.id} note={note} />
          ))}
        </ul>
      )}
      <NewNote about={id} name={name} />
    </section>
  );
}

function Note({ note: { id, text, at, pending } }: { note: NoteView }) {
  const { calls } = useServices();
  return (
    <li>
      <Editable long record="note" id={id} field="text" value={text} most={most} />
      <span class="faint aside">
        <Moment at={at} />
        {pending && <Pending />}
      </span>
      <Action
        look="quiet"
        run={() => editField(calls, { record: 'note', id, field: 'text', before: text, after: '' })}
      >
        {say('note.remove')}
      </Action>
    </li>
  );
}

function NewNote({ about, name }: { about: string; name: string }) {
  const { calls } = useServices();
  const draft = useSignal<string | null>(null);
  const save = async () => {
    const text = draft.value?.trim() ?? '';
    if (text === '' || (await writeNote(calls, about, text))) draft.value = null;
  };
  if (draft.value === null) {
    return (
      <Action
        look="quiet"
        about={name}
        run={() => {
          draft.value = '';
        }}
      >
        {say('note.add')}
      </Action>
    );
  }
  return (
    <form
      class="editable"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        rows={4}
        dir="auto"
        aria-label={say('note.about', name)}
        maxLength={most}
        value={draft.value}
        ref={focusOnce}
        onInput={(event) => {
          draft.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') draft.value = null;
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      />
      <button type="submit" class="button primary">
        {say('edit.save')}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => {
          draft.value = null;
        }}
      >
        {say('edit.cancel')}
      </button>
    </form>
  );
}

function focusOnce(element: HTMLTextAreaElement | null): void {
  if (element !== null && document.activeElement !== element) element.focus();
}
