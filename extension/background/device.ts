import type { Randomness } from '../../shared/domain/ids.ts';
import { type Derivation, derivationFrom } from '../../shared/identity/derived-ids.ts';
import { type Database, tryAgain } from '../db/database.ts';
import type { UnsentCopy } from '../db/unsent-copy.ts';
import type { Recorder } from '../record/record-reading.ts';
import type { EnrolmentStore } from '../sync/enrolment.ts';

export type DeviceParts = {
  db: Database;
  enrolment: EnrolmentStore;
  now: () => number;
  random: Randomness;
  unsent?: UnsentCopy;
  /** Nothing is recorded before; rejects where IndexedDB does. */
  ready: () => Promise<void>;
};

/** What records on this device as the member who joined it; null before joining. */
export function recorderSource(parts: DeviceParts): () => Promise<Recorder | null> {
  // Importing a key costs a little each time; a stopped service worker loses nothing but that.
  let derived: { key: string; derive: Derivation } | null = null;
  return async () => {
    tryAgain(parts.db);
    await parts.ready();
    const enrolment = await parts.enrolment.read();
    if (enrolment === null) return null;
    if (derived?.key !== enrolment.key) {
      derived = { key: enrolment.key, derive: await derivationFrom(enrolment.key) };
    }
    const { db, now, random, unsent } = parts;
    const { member, device } = enrolment;
    return { db, member, device, derive: derived.derive, now, random, ...(unsent ? { unsent } : {}) };
  };
}
