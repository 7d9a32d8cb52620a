import { type ContactKeys, isSameContact } from '../../../../shared/identity/same-contact.ts';
import type { HeldTouch } from '../tables/touches.ts';
import { areApart, linkedTo, touchIn } from '../tables/touches.ts';
import type { Transaction } from '../transaction.ts';

/** A touch and all that is linked to it: several witnesses of one contact. */
export type Group = { root: string; touches: HeldTouch[] };

/** The group that `id` belongs to. The pool must have been flushed. */
export function groupOf({ store, pool }: Transaction, id: string): Group | null {
  const touch = touchIn(pool, id);
  if (touch === null) return null;
  const root = touch.decided.link ?? id;
  const ids = [root, ...linkedTo(store, root)];
  pool.prefetch(ids);
  return { root, touches: ids.map((one) => touchIn(pool, one)).filter((one) => one !== null) };
}

/**
 * Links a touch that was just put into the pool to the ones that witness the same contact: equal strong keys, or equal weak
 * ones close in time, where nobody in the group contradicts. One touch may bring two groups together (one reader saw the
 * Message-ID only, another the envelope only), and then all follow the oldest; a pair that a person set apart stays apart.
 */
export function linkTouch(tx: Transaction, id: string): void {
  const { store, pool } = tx;
  const touch = touchIn(pool, id);
  if (touch === null) return;
  const { strong } = touch.fact;
  const same = tx.touchKeys.sharing(touch);
  if (same.length === 0) return;
  pool.flush();

  const joined: Group[] = [];
  const touches = [touch];
  const seen = new Set<string>();
  for (const other of same) {
    const group = groupOf(tx, other);
    if (group === null || seen.has(group.root)) continue;
    seen.add(group.root);
    const equalStrong = strong !== null && group.touches.some(({ fact }) => fact.strong === strong);
    if (
      !equalStrong &&
      group.touches.some((theirs) => touches.some((ours) => contradict(ours.fact, theirs.fact)))
    ) {
      continue;
    }
    if (areApart(store, idsOf(touches), idsOf(group.touches))) continue;
    joined.push(group);
    touches.push(...group.touches);
  }
  const root = joined.map((group) => group.root).sort(byAge(tx))[0];
  if (root === undefined) return;
  for (const one of touches) if (one.id !== root) setLink(tx, one.id, root);
}

/** Whether the keys of two touches say that they are not one contact: not merely that nothing says they are. */
function contradict(one: ContactKeys, other: ContactKeys): boolean {
  const comparable =
    (one.strong !== null && other.strong !== null) || (one.weak !== null && one.weak === other.weak);
  return comparable && !isSameContact(one, other);
}

function idsOf(touches: readonly HeldTouch[]): string[] {
  return touches.map((touch) => touch.id);
}

/** Points a touch at the one that it repeats, or at none. Writes nothing where that is so already. */
export function setLink({ pool }: Transaction, id: string, link: string | null): void {
  const held = pool.get(id);
  if (held === null || held.state.decided?.link === link) return;
  pool.put(id, { ...held, state: { ...held.state, decided: { ...held.state.decided, link } } });
}

/** Sorts ids of touches by when the contact was, and at a tie by id: the same whatever the order of arrival. */
export function byAge({ pool }: Transaction): (a: string, b: string) => number {
  const at = (id: string) => touchIn(pool, id)?.fact.at ?? 0;
  return (a, b) => at(a) - at(b) || (a < b ? -1 : 1);
}
