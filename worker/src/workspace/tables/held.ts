import type { RecordKind } from '../../../../shared/domain/records.ts';
import { isPackedState, packState, unpackState } from '../../../../shared/sync/packed-state.ts';
import type { RecordState } from '../../../../shared/sync/row.ts';

/** A row's content. `length`: about how many characters its stored form has. */
export type Held = {
  readonly kind: RecordKind;
  readonly gone: boolean;
  readonly state: RecordState;
  readonly length?: number;
};

/** What the table keeps of a row beside its state, to be found by. `touch`: what it repeats, or what it was read of. */
export type Columns = { steward: string | null; touch: string | null };

/**
 * A row known by its stored text alone: the state is read off it when somebody asks. Of most rows of an import nobody does. The
 * state is a getter of the class, so that `{ ...held, state }` makes a plain row and forgets the text.
 */
class StoredHeld implements Held {
  readonly kind: RecordKind;
  readonly gone: boolean;
  readonly length: number;
  readonly #text: string;
  readonly #columns: Columns;
  #state: RecordState | null = null;

  constructor(kind: RecordKind, gone: boolean, text: string, columns: Columns) {
    this.kind = kind;
    this.gone = gone;
    this.length = text.length;
    this.#text = text;
    this.#columns = columns;
  }

  get state(): RecordState {
    this.#state ??= parseState(this.#text);
    return this.#state;
  }

  get text(): string {
    return this.#text;
  }

  get columns(): Columns {
    return this.#columns;
  }
}

export function storedHeld(kind: RecordKind, gone: boolean, text: string, columns: Columns): Held {
  return new StoredHeld(kind, gone, text, columns);
}

/** A row's packed state as JSON, as it is to be stored. */
export function heldText(held: Held): string {
  return held instanceof StoredHeld ? held.text : JSON.stringify(packState(held.state));
}

export function columnsOf(held: Held): Columns {
  if (held instanceof StoredHeld) return held.columns;
  const { kind, state } = held;
  if (kind === 'account') return { steward: textOf(state.decided?.steward), touch: null };
  if (kind === 'touch') return { steward: null, touch: textOf(state.decided?.link) };
  if (kind !== 'sighting' || typeof state.fact !== 'object' || state.fact === null) {
    return { steward: null, touch: null };
  }
  return { steward: null, touch: 'touch' in state.fact ? textOf(state.fact.touch) : null };
}

/** Older versions wrote whole states, newer ones packed ones. */
function parseState(text: string): RecordState {
  const packed: unknown = JSON.parse(text);
  if (!isPackedState(packed)) throw new Error('a row that no version wrote');
  return unpackState(packed);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
