import type { RecordKind } from '../../../../shared/domain/records.ts';
import type { Store } from '../storage/store.ts';

/** What the table holds of a row beside its state: which columns a write has to touch follows from it. */
export type Stored = {
  gone: boolean;
  steward: string | null;
  touch: string | null;
  hidden: string | null;
};

/** `text`: the packed state as JSON. */
export type WrittenRow = Stored & { id: string; kind: RecordKind; seq: number; text: string };

export type RowWriter = {
  /** `before`: what the table holds of the row; null where it is new. New rows wait for `flush`. */
  write(row: WrittenRow, before: Stored | null): void;
  flush(): void;
};

// A bound text may have 2 MB, and a character up to 3 bytes.
const batchLength = 500_000;

// One statement for any number of rows. The state is nested in the JSON as it is, and `->` gives back its very text.
const insertRows = `
  INSERT INTO rec (id, kind, seq, gone, steward, touch, hidden, data)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value -> 7
  FROM json_each(?)`;

/** `today`: the day (UTC, since 1970) that is noted of rows that go. */
export function openRowWriter(store: Store, today: number): RowWriter {
  let batch: string[] = [];
  let length = 0;
  const flush = () => {
    if (batch.length === 0) return;
    store.write(insertRows, `[${batch.join(',')}]`);
    batch = [];
    length = 0;
  };
  return {
    write: (row, before) => {
      if (before !== null) {
        updateRow(store, row, before, today);
        return;
      }
      const { id, kind, seq, steward, touch, hidden, text } = row;
      const columns = JSON.stringify([id, kind, seq, row.gone ? today : 0, steward, touch, hidden]);
      if (length + text.length > batchLength) flush();
      batch.push(`${columns.slice(0, -1)},${text}]`);
      length += columns.length + text.length;
    },
    flush,
  };
}

/** Only columns that changed: an index over one that is written is billed, also where its value stays. */
function updateRow(store: Store, row: WrittenRow, before: Stored, today: number): void {
  const { id, kind, seq, gone, steward, touch, hidden, text } = row;
  const same = before.steward === steward && before.touch === touch && before.hidden === hidden;
  if (same && !before.gone && !gone) {
    store.write('UPDATE rec SET seq = ?, data = ? WHERE id = ?', seq, text, id);
    return;
  }
  store.write(
    'UPDATE rec SET kind = ?, seq = ?, gone = ?, steward = ?, touch = ?, hidden = ?, data = ? WHERE id = ?',
    ...[kind, seq, gone ? today : 0, steward, touch, hidden, text, id],
  );
}
