import type { StoredPool } from '../../e2e/stored-pool.ts';

/** What a kill must never leave behind, as sentences: empty where everything is whole. */
export type Damage = { lost: string[]; torn: string[]; doubled: string[] };

/**
 * Holds a device's database, read in one transaction, against what had been acknowledged. Torn: a record that neither the server
 * nor the outbox knows of, an outbox entry whose record or evidence is missing, a touch without evidence or person.
 */
export function findDamage(pool: StoredPool, acknowledged: ReadonlySet<string>): Damage {
  const lost = [...acknowledged].filter((id) => !pool.touches.some((touch) => touch.id === id));
  const torn: string[] = [];
  const ids = {
    account: new Set(pool.accounts.map((row) => row.id)),
    person: new Set(pool.people.map((row) => row.id)),
    affiliation: new Set(pool.affiliations.map((row) => row.id)),
    touch: new Set(pool.touches.map((row) => row.id)),
    sighting: new Set(pool.sightings.map((row) => row.id)),
  };
  const queued = new Set<string>();
  for (const { id, operation } of pool.outbox) {
    if (operation.type !== 'write') continue;
    for (const change of operation.changes) {
      if (change.on === 'note') continue;
      queued.add(change.id);
      if (!ids[change.on].has(change.id)) torn.push(`operation ${id} without its ${change.on} ${change.id}`);
    }
  }
  const stores = [pool.accounts, pool.people, pool.affiliations, pool.touches, pool.sightings];
  for (const row of stores.flat()) {
    if (row.base === null && !queued.has(row.id))
      torn.push(`record ${row.id} that is on no way to the server`);
  }
  const evidenced = new Set(pool.sightings.map((row) => (row.view.fact as { touch: string | null }).touch));
  for (const touch of pool.touches) {
    if (!evidenced.has(touch.id)) torn.push(`touch ${touch.id} without evidence`);
    for (const { person } of (touch.view.fact as { people: { person: string }[] }).people) {
      if (!ids.person.has(person)) torn.push(`touch ${touch.id} without its person ${person}`);
    }
  }
  const strong = pool.touches.map((touch) => touch.strong).filter((key) => key !== undefined);
  const doubled = strong
    .filter((key, i) => strong.indexOf(key) !== i)
    .map((key) => `two touches of one mail ${key}`);
  return { lost: lost.map((id) => `acknowledged touch ${id}`), torn, doubled };
}
