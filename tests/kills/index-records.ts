import type { Sighting } from '../../shared/domain/sighting.ts';
import type { Touch, TouchDecided } from '../../shared/domain/touch.ts';
import type { RecordState } from '../../shared/sync/row.ts';

/** What the checks need of a record, from wherever it was read. */
export type AnyRecord = { kind: string; id: string; state: RecordState };

export type RecordIndex = {
  /** By subject, which is the mail's token. */
  touches: Map<string, AnyRecord[]>;
  /** By the touch in which they were seen. */
  sightings: Map<string, Sighting[]>;
  people: Map<string, AnyRecord[]>;
  accounts: Map<string, AnyRecord[]>;
  /** `<person> <account>` */
  affiliations: Map<string, AnyRecord[]>;
  /** A phone number → each person who has it, with the number of its tags. */
  phones: Map<string, { person: string; tags: number }[]>;
};

/** The records by what a person would look for, each list in full so that what is doubled shows. */
export function indexRecords(records: Iterable<AnyRecord>): RecordIndex {
  const index: RecordIndex = {
    touches: new Map(),
    sightings: new Map(),
    people: new Map(),
    accounts: new Map(),
    affiliations: new Map(),
    phones: new Map(),
  };
  for (const record of records) {
    const { kind, id, state } = record;
    const set = (name: string) =>
      Object.entries(state.sets?.[name] ?? {}).filter(([, tags]) => tags.length > 0);
    if (kind === 'touch') add(index.touches, factOf(state).subject ?? '', record);
    if (kind === 'sighting') {
      const fact = state.fact as Sighting;
      add(index.sightings, fact.touch ?? '', fact);
    }
    if (kind === 'person') {
      for (const [email] of set('emails')) add(index.people, email, record);
      for (const [phone, tags] of set('phones')) add(index.phones, phone, { person: id, tags: tags.length });
    }
    if (kind === 'account') for (const [domain] of set('domains')) add(index.accounts, domain, record);
    if (kind === 'affiliation') {
      const { person, account } = state.fields ?? {};
      add(index.affiliations, `${person?.value} ${account?.value}`, record);
    }
  }
  return index;
}

export function factOf(state: RecordState): Touch {
  return state.fact as Touch;
}

export function decidedOf(state: RecordState): Partial<TouchDecided> {
  return state.decided ?? {};
}

function add<T>(index: Map<string, T[]>, key: string, value: T): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [value]);
  else list.push(value);
}
