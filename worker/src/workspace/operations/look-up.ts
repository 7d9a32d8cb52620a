// Reads only, but for the time when the device was last seen. Nothing follows the commit.

import type { LookUpRequest } from '../../../../shared/protocol/look-up.ts';
import { access } from '../../access.ts';
import { type Decision, done } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { mayBeKnown } from '../rules/packed-row-text.ts';
import { rowText } from '../rules/row-text.ts';
import { seerOf, sees } from '../rules/visible.ts';
import { rowsBeginningWith } from '../tables/pooled-rows.ts';
import type { Transaction } from '../transaction.ts';
import { isCurrent, restart } from './pull.ts';

/** About as many characters as an answer has at the most; whoever is left out comes with the snapshot. */
const answerLength = 1_000_000;
/** A beginning stands for one row in a million. */
const mostRows = 2000;

/** Whom a page names, among others whose ids begin alike, for a device that holds little yet: a `lookUpResponse` as JSON text. */
export function lookUp(tx: Transaction, caller: string, request: LookUpRequest): Decision<string> {
  const admitted = admit(tx, caller, access.lookUp);
  if (admitted.kind === 'refused') return admitted;
  if (!isCurrent(tx, admitted, { ...request, since: 0 })) return done(restart(tx, admitted));
  const { beginnings, proto } = request;
  const seer = seerOf(tx.store, admitted.member);
  const texts: string[] = [];
  let length = 0;
  for (const row of rowsBeginningWith(tx.store, beginnings, mostRows)) {
    if (length > answerLength) break;
    if (row.gone || !sees(seer, row.hidden) || !mayBeKnown(row.kind, proto)) continue;
    const text = rowText(row, proto, true);
    length += text.length;
    texts.push(text);
  }
  return done(`{"kind":"found","rows":[${texts.join(',')}],"now":${tx.now}}`);
}
