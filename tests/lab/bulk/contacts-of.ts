import { holdBackMails } from '../../../extension/capture/runtime/hold-back-mails.ts';
import { listPeople } from '../../../extension/db/queries/list-people.ts';
import { listSuggestions } from '../../../extension/db/queries/list-suggestions.ts';
import { interpretReading } from '../../../extension/reading/interpret-reading.ts';
import { recordReading } from '../../../extension/record/record-reading.ts';
import type { InterpretedReading } from '../../../shared/capture/interpreted-reading.ts';
import type { SeenMail } from '../../../shared/capture/seen.ts';
import { madeUpDevice, madeUpReading, policy } from '../../extension/made-up-device.ts';

export type Contacts = { pooled: string[]; suggested: string[] };

export const pagePolicy = { ownDomains: policy.ownDomains, neverAddresses: [], neverDomains: [] };

/** Whom a mail brings into an empty pool, and whom it suggests, by the shipped way from the page to the device's database. */
export async function contactsOf(mail: SeenMail | null, mailbox: string): Promise<Contacts> {
  if (mail === null) return { pooled: [], suggested: [] };
  const read = { mails: [mail], people: [], companies: [], health: 'ok' as const, problems: [] };
  const { reading, heldBack } = holdBackMails(read, pagePolicy, mailbox);
  return contactsOfReading(interpretReading(madeUpReading(reading.mails, { mailbox, heldBack })));
}

/** The same from a reading that a page's script handed over. */
export async function contactsOfReading(reading: InterpretedReading): Promise<Contacts> {
  const device = await madeUpDevice();
  await recordReading(device, reading, policy);
  const people = await listPeople(device.db, { limit: 50, offset: 0 });
  const suggestions = await listSuggestions(device.db);
  device.db.close();
  return {
    pooled: people.rows.flatMap(({ emails }) => emails),
    suggested: suggestions.flatMap(({ emails }) => emails),
  };
}
