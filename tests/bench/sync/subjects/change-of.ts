import type { RegisterChange } from '../../../../shared/sync/change.ts';
import type { BenchRecord } from '../records.ts';

/** A contact as Holdfast keeps it: a person, whose ten values are two registers and the entries of three sets. */
export function changeOf(record: BenchRecord): RegisterChange {
  const { id, name, note, email, privateEmail, phone, mobile, fax, website, profile, card } = record;
  return {
    on: 'person',
    id,
    rank: 'person',
    set: { name, note },
    add: { emails: [email, privateEmail], phones: [phone, mobile, fax], urls: [website, profile, card] },
  };
}
