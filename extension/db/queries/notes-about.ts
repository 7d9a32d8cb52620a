import { stampMs } from '../../../shared/sync/stamp.ts';
import type { Database } from '../database.ts';
import { field } from '../held-rows.ts';
import { viewOf } from '../held-state.ts';
import { groupsOf, topRow } from '../read-groups.ts';
import { isLocked } from '../search-rows.ts';
import type { AccountRow, PersonRow } from '../stored-rows.ts';
import type { NoteView } from '../views.ts';

/** This member's own notes about a record and what is merged with it, oldest first; none while the device is locked. */
export async function notesAbout(db: Database, kind: 'account' | 'person', id: string): Promise<NoteView[]> {
  if (await isLocked(db)) return [];
  const ids = kind === 'account' ? await merged(db, db.accounts, id) : await merged(db, db.people, id);
  const rows = await db.notes
    .where('about')
    .anyOf([...ids])
    .toArray();
  return rows
    .map((row): NoteView => {
      const view = viewOf(row);
      const { about, text } = view.fields ?? {};
      // When it was begun: an edit does not move it.
      const stamp = about?.stamp ?? text?.stamp;
      const at = stamp === undefined ? 0 : stampMs(stamp);
      return { id: row.id, text: field(view, 'text') ?? '', at, pending: row.pending === 1 };
    })
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

async function merged<R extends AccountRow | PersonRow>(
  db: Database,
  table: Parameters<typeof topRow<R>>[0],
  id: string,
): Promise<readonly string[]> {
  const row = await topRow(table, id);
  const [group] = row === undefined ? [] : await groupsOf(db, table, [row]);
  return group?.ids ?? [id];
}
