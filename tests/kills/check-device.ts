import { factOf, indexRecords } from './index-records.ts';
import type { DeviceName, Entry } from './ledger.ts';
import type { DevicePool } from './read-device.ts';

/** Whether the server has a record of this id. */
type IsPooled = (id: string) => boolean;

/**
 * Whether something that the server has, and that the device had shown, is gone from it: Chromium has set its database back or begun
 * a new one (extension/db/unsent-copy.ts). It is fetched again, and held against the server's in the end.
 */
export function wasSetBack(
  pool: DevicePool,
  device: DeviceName,
  entries: readonly Entry[],
  isPooled: IsPooled,
): boolean {
  return (
    notThere(pool, device, entries).some(({ answered }) => answered) ||
    peopleNotThere(pool).some(({ person }) => isPooled(person))
  );
}

/**
 * A device that has just come up again, held against what it had called recorded and the server does not have. Torn: an own operation without its record,
 * an own record without its operation, an own touch without its evidence or one of its people, unless the server has them.
 */
export function findLocalDamage(
  pool: DevicePool,
  device: DeviceName,
  entries: readonly Entry[],
  isPooled: IsPooled,
): string[] {
  const damage: string[] = [];
  const say = (what: string) => void damage.push(`device ${device}, started again: ${what}`);
  const { sightings } = indexRecords(pool.records.values());
  const gone = notThere(pool, device, entries);
  for (const { record, answered } of gone) {
    if (!answered) say(`lost: ${record.token}, which it had called recorded`);
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
  for (const { id, kind, ours } of pool.records.values()) {
    if (!ours) continue;
    if (!queued.has(id) && parked.size === 0) say(`torn: ${kind} ${id} is on no way to the server`);
    if (kind === 'touch' && !sightings.has(id)) say(`torn: touch ${id} without evidence`);
  }
  // Whom only the server has is fetched again too, also whom it has taken a moment ago.
  const isSetBack = gone.some(({ answered }) => answered);
  for (const { touch, person } of peopleNotThere(pool)) {
    if (!isSetBack && !isPooled(person)) say(`torn: touch ${touch} without its person ${person}`);
  }
  return damage;
}

/** Whom the device's own touches name, and who is not on it. */
function peopleNotThere(pool: DevicePool): { touch: string; person: string }[] {
  return [...pool.records.values()]
    .filter(({ kind, ours }) => kind === 'touch' && ours)
    .flatMap(({ id, state }) => factOf(state).people.map(({ person }) => ({ touch: id, person })))
    .filter(({ person }) => !pool.records.has(person));
}

function notThere(pool: DevicePool, device: DeviceName, entries: readonly Entry[]): Entry[] {
  const { touches, phones } = indexRecords(pool.records.values());
  return entries.filter(({ record, ...entry }) => {
    if (entry.device !== device || !entry.acknowledged || entry.cleared) return false;
    return !(record.kind === 'mail' ? touches : phones).has(record.token);
  });
}
