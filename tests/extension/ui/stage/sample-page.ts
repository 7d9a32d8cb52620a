import type { PageState } from '../../../../extension/db/views.ts';
import { sampleId } from './pool-rows.ts';

export type SampleState = Omit<PageState, 'tab' | 'origin'>;

/** A mail in front: a known sender with a new job title, and two people in copy who are suggested. */
export const sampleMailState: SampleState = {
  reader: 'roundcube',
  title: 'Offer 100: delivery dates and terms',
  mailbox: 'amira.haddad@tidewater.test',
  attendance: 'go',
  health: 'ok',
  problems: [],
  people: [
    {
      seen: {
        name: 'Fiona Ashcroft',
        emails: ['fiona.ashcroft@harbourline.example'],
        title: 'Chief Procurement Officer',
        sure: 0.9,
      },
      role: 'from',
      suggestion: null,
    },
    {
      seen: { name: 'Ola Nordmann', emails: ['ola.nordmann@freemail.example'], sure: 0.9 },
      role: 'cc',
      suggestion: sampleId('ola'),
    },
    {
      seen: { name: 'Ines Figueiredo', emails: ['ines@usinaverde.example'], sure: 0.9 },
      role: 'cc',
      suggestion: sampleId('copied'),
    },
  ],
  companies: [
    { seen: { domains: ['harbourline.example'], sure: 0.9 }, suggestion: null },
    { seen: { domains: ['kestrel-robotics.example'], sure: 0.9 }, suggestion: null },
  ],
  touches: [sampleId('m0a')],
  heldBack: { never: 0, bulk: 2, internal: 0 },
  at: 1,
};
