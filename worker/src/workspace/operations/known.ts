// Reads only, but for the time when the device was last seen. Nothing follows the commit. Like a snapshot it is asked for part by
// part; the front makes the index of all parts (http/known-index.ts), so that this object is never busy for long.

import type { RecordKind } from '../../../../shared/domain/records.ts';
import { setValues } from '../../../../shared/sync/observed-set.ts';
import { type PackedState, unpackState } from '../../../../shared/sync/packed-state.ts';
import type { RecordState } from '../../../../shared/sync/row.ts';
import { access } from '../../access.ts';
import { type Decision, done } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { seerOf, sees } from '../rules/visible.ts';
import type { Transaction } from '../transaction.ts';
import { isCurrent, restart } from './pull.ts';

export type KnownQuery = {
  epoch: number;
  view: number;
  /** Everybody, and not only what the member may not see. */
  all: boolean;
  after: string;
};

/**
 * What the index needs of one record. `isFirst`: the first of its addresses is as old as anything else in the record, so that its id
 * was derived from that one; where all else was written anew since, that may be wrong. `at`: milliseconds since the epoch.
 */
export type KnownFact =
  | { is: 'account'; id: string; steward: string | null; domains: string[]; isFirst: boolean }
  | { is: 'person'; id: string; emails: string[]; isFirst: boolean }
  | { is: 'tie'; person: string; account: string }
  | { is: 'touch'; accounts: string[]; at: number };

export type KnownPart =
  | { kind: 'restart'; text: string }
  | { kind: 'part'; seq: number; key: string; facts: KnownFact[]; next: string | null };

type Columns = [id: string, kind: RecordKind, steward: string | null, hidden: string | null, data: string];

const partRows = 1_000;

const columns = 'id, kind, steward, hidden, data';
const selectAll = `SELECT ${columns} FROM rec
  WHERE id > ? AND gone = 0 AND kind IN ('account', 'person', 'affiliation', 'touch') ORDER BY id LIMIT ? + 0`;
// By that index, since few rows are in it: in the order of ids all others would have to be read too.
const selectHidden = `SELECT ${columns} FROM rec INDEXED BY rec_hidden
  WHERE hidden IS NOT NULL AND id > ? AND gone = 0 AND kind IN ('account', 'touch') ORDER BY id LIMIT ? + 0`;

export function known(tx: Transaction, caller: string, query: KnownQuery): Decision<KnownPart> {
  const admitted = admit(tx, caller, access.known);
  if (admitted.kind === 'refused') return admitted;
  const { seq } = tx.pool.head();
  if (!isCurrent(tx, admitted, { ...query, since: 0 })) {
    return done({ kind: 'restart', text: restart(tx, admitted) });
  }
  const seer = seerOf(tx.store, admitted.member);
  const { all, after } = query;
  const found = tx.store.rows<Columns>(all ? selectAll : selectHidden, after, partRows);
  const facts = found
    .filter(([, , , hidden]) => all || !sees(seer, hidden))
    .map(([id, kind, steward, , data]) => factOf(id, kind, steward, data))
    .filter((fact) => fact !== null);
  const next = found.length < partRows ? null : (found.at(-1)?.[0] ?? null);
  return done({ kind: 'part', seq, key: tx.meta.key, facts, next });
}

function factOf(id: string, kind: RecordKind, steward: string | null, data: string): KnownFact | null {
  const state = unpackState(JSON.parse(data) as PackedState);
  switch (kind) {
    case 'account':
      return {
        is: 'account',
        id,
        steward,
        domains: setValues(state.sets?.domains),
        isFirst: isFirst(state, 'domains'),
      };
    case 'person':
      return { is: 'person', id, emails: setValues(state.sets?.emails), isFirst: isFirst(state, 'emails') };
    case 'affiliation': {
      const { person, account } = state.fields ?? {};
      return person === undefined || account === undefined
        ? null
        : { is: 'tie', person: person.value, account: account.value };
    }
    case 'touch': {
      const { accounts, at } = state.fact as { accounts: string[]; at: number };
      return { is: 'touch', accounts, at };
    }
    default:
      return null;
  }
}

function isFirst(state: RecordState, name: string): boolean {
  const [own] = Object.values(state.sets?.[name] ?? {});
  const oldest = own?.[0];
  if (oldest === undefined) return false;
  const since = Object.values(state.fields ?? {})
    .map(({ stamp }) => stamp)
    .concat(Object.values(state.sets ?? {}).flatMap((set) => Object.values(set).flat()));
  return since.every((stamp) => stamp >= oldest);
}
