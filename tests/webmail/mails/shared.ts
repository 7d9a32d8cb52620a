import { BALTIC, DANA, KESTREL } from './companies.ts';
import { text } from './mime.ts';
import { type SampleMail, SIGNATURE_MARK, sampleMail, shortSignature } from './sample-mail.ts';

/** Went to both reps in one mail: below the trace of its way, the bytes in both mailboxes are the same. */
const withMessageId = sampleMail({
  slug: 'shared-with-message-id',
  to: ['jonas', 'amira'],
  kind: 'person',
  from: { name: 'Rasmus Lindqvist', email: 'rasmus.lindqvist@balticferry.example' },
  company: BALTIC,
  language: 'en',
  date: '2026-11-02T23:40:18+01:00',
  subject: 'Our dry-dock weeks in January',
  signature: {
    name: 'Rasmus Lindqvist',
    title: 'Technical Superintendent',
    organisation: 'Baltic Ferry Services AB',
    phones: ['+46 31 555 01 22'],
    emails: ['rasmus.lindqvist@balticferry.example'],
    urls: [],
    address: 'Skeppsbron 9, 411 21 Göteborg',
  },
  body: text(`
Dear Amira, dear Jonas,

two of our ferries go into dry dock in weeks 3 and 4. Can Tidewater bring its
tools and one fitter for both weeks?

${SIGNATURE_MARK}
Rasmus Lindqvist
Technical Superintendent
Baltic Ferry Services AB
Skeppsbron 9, 411 21 Göteborg
+46 31 555 01 22
rasmus.lindqvist@balticferry.example
`),
});

/** As above, but the sender's program gave it no Message-ID at all. */
const withoutMessageId = sampleMail({
  slug: 'shared-without-message-id',
  to: ['jonas', 'amira'],
  kind: 'person',
  from: DANA,
  company: KESTREL,
  language: 'en',
  date: '2026-11-04T19:07:52-05:00',
  subject: 'Re: Grippers: who is our contact?',
  messageId: null,
  signature: shortSignature('Dana Ferreira', { organisation: 'Kestrel Robotics, Inc.' }),
  body: text(
    'Jonas, Amira,\n\nwho of you two looks after us from January on?\n\nDana Ferreira\nKestrel Robotics, Inc.',
  ),
});

export const SHARED: readonly SampleMail[] = [withMessageId, withoutMessageId];
