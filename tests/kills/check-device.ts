import { factOf, indexRecords } from './index-records.ts';
import type { DeviceName, Ledger } from './ledger.ts';
import type { DevicePool } from './read-device.ts';

/**
 * A device that has just come up again, held against what it had called recorded. Torn: an own operation without its record,
 * an own record without its operation, an own touch without its evidence or one of its people.
 */
export function findLocalDamage(pool: DevicePool, device: DeviceName, ledger: Ledger): string[] {
  const damage: string[] = [];
  const say = (what: string) => void damage.push(`device ${device}, started again: ${what}`);
  const { touches, phones, sightings } = indexRecords(pool.records.values());
  for (const { record, ...entry } of ledger.entries) {
    if (entry.device !== device || !entry.acknowledged || entry.cleared) continue;
    // What the server has, a device that had to begin anew fetches again.
    if (pool.anew && entry.answered) continue;
    const there = record.kind === 'mail' ? touches.has(record.token) : phones.has(record.token);
    if (!there) say(`lost: ${record.token}, which it had called recorded`);
  }
  const queued = new Set<string>();
  for (const operation of pool.operations) {
    if (operation.type !== 'write') continue;
    for (const { id, on } of operation.changes) {
      queued.add(id);
      if (!pool.records.has(id)) say(`torn: operation ${operation.id} without its ${on} ${id}`);
    }
  }
  const parked = new Set(pool.parked.map(({ id }) => id));
  for (const { id, kind, state, ours } of pool.records.values()) {
    if (!ours) continue;
    if (!queued.has(id) && parked.size === 0) say(`torn: ${kind} ${id} is on no way to the server`);
    if (kind !== 'touch') continue;
    if (!sightings.has(id)) say(`torn: touch ${id} without evidence`);
    for (const { person } of factOf(state).people) {
      if (!pool.records.has(person)) say(`torn: touch ${id} without its person ${person}`);
    }
  }
  return damage;
}
