import { FIONA, HARBOURLINE, LIFFEY, MORAVSKE, TEREZA } from './companies.ts';
import { html, text } from './mime.ts';
import { type SampleMail, SIGNATURE_MARK, sampleMail, shortSignature } from './sample-mail.ts';

const siobhan = { name: 'Siobhán Byrne', email: 'siobhan.byrne@liffeyprint.example' };

const rollers = sampleMail({
  slug: 'liffey-rollers',
  to: ['amira'],
  kind: 'person',
  from: siobhan,
  company: LIFFEY,
  language: 'en',
  date: '2026-10-06T10:51:00+01:00',
  subject: 'Roller presses',
  signature: {
    name: 'Siobhán Byrne',
    title: 'Works Manager',
    organisation: 'Liffey Print Works',
    phones: ['+353 1 555 0119'],
    emails: [siobhan.email],
    urls: [],
    address: 'Usher Quay 40, Dublin 8',
  },
  body: text(`
Dear Amira,

two of our roller presses lose pressure overnight. When could your fitter come?

${SIGNATURE_MARK}
Siobhán Byrne
Works Manager
Liffey Print Works
Usher Quay 40, Dublin 8
+353 1 555 0119
siobhan.byrne@liffeyprint.example
`),
});

const fiona = sampleMail({
  slug: 'harbourline-to-amira',
  to: ['amira'],
  kind: 'person',
  from: FIONA,
  company: HARBOURLINE,
  language: 'en',
  date: '2026-10-13T11:11:11+01:00',
  subject: 'Service contract for the presses',
  signature: shortSignature('Fiona Ashcroft', {
    title: 'Head of Procurement',
    organisation: 'Harbourline Logistics Ltd',
  }),
  body: text(
    'Dear Amira,\n\nJonas looks after our wrenches; he says that you know about the presses.\n\nFiona Ashcroft\nHead of Procurement\nHarbourline Logistics Ltd',
  ),
});

const tereza = sampleMail({
  slug: 'moravske-to-amira',
  to: ['amira'],
  kind: 'person',
  from: TEREZA,
  company: MORAVSKE,
  language: 'cs',
  date: '2026-10-19T13:37:00+02:00',
  subject: 'Servis lisů v Olomouci',
  signature: shortSignature('Tereza Dvořáková', { organisation: 'Moravské strojírny a.s.' }),
  body: html(
    '<p>Dobrý den,</p><p>kolegové potřebují servis dvou lisů.</p><p>Tereza Dvořáková<br>Moravské strojírny a.s.</p>',
  ),
});

const noReply = sampleMail({
  slug: 'no-reply-hotel',
  to: ['amira'],
  kind: 'no-reply',
  from: { name: 'Quay Hotel', email: 'noreply@quayhotel.example' },
  company: null,
  language: 'en',
  date: '2026-10-18T12:00:00+01:00',
  subject: 'Your booking in Dublin is confirmed',
  headers: ['Auto-Submitted: auto-generated'],
  body: text('Your room is booked from 18 to 20 October.\nPlease do not answer this mail.'),
});

export const CLIENTS_OF_AMIRA: readonly SampleMail[] = [rollers, fiona, tereza, noReply];
