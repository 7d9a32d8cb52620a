import { factOf, indexRecords } from './index-records.ts';
import type { DeviceName, Entry } from './ledger.ts';
import type { DevicePool } from './read-device.ts';

/**
 * Whether something that the server has, and that the device had shown, is gone from it: Chromium has set its database back or begun
 * a new one (extension/db/unsent-copy.ts). It is fetched again, and held against the server's in the end.
 */
export function wasSetBack(pool: DevicePool, device: DeviceName, entries: readonly Entry[]): boolean {
  return notThere(pool, device, entries).some(({ answered }) => answered);
}

/**
 * A device that has just come up again, held against what it had called recorded and the server does not have. Torn: an own operation without its record,
 * an own record without its operation, an own touch without its evidence or one of its people.
 */
export function findLocalDamage(pool: DevicePool, device: DeviceName, entries: readonly Entry[]): string[] {
  const damage: string[] = [];
  const say = (what: string) => void damage.push(`device ${device}, started again: ${what}`);
  const { sightings } = indexRecords(pool.records.values());
  for (const { record, answered } of notThere(pool, device, entries)) {
    if (!answered) say(`lost: ${record.token}, which it had called recorded`);
  }
  // Whom only the server has is fetched again too.
  const isSetBack = wasSetBack(pool, device, entries);
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
      if (!isSetBack && !pool.records.has(person)) say(`torn: touch ${id} without its person ${person}`);
    }
  }
  return damage;
}

function notThere(pool: DevicePool, device: DeviceName, entries: readonly Entry[]): Entry[] {
  const { touches, phones } = indexRecords(pool.records.values());
  return entries.filter(({ record, ...entry }) => {
    if (entry.device !== device || !entry.acknowledged || entry.cleared) return false;
    return !(record.kind === 'mail' ? touches : phones).has(record.token);
  });
}
