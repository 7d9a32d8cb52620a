import { DANA, FIONA, JOAO, KESTREL, TOM, USINA } from './companies.ts';
import type { Address } from './headers.ts';
import { attachedMail, multipart, text } from './mime.ts';
import { colleague, type SampleMail, SIGNATURE_MARK, sampleMail, shortSignature } from './sample-mail.ts';

const quotedComma = sampleMail({
  slug: 'kestrel-quoted-comma',
  to: ['jonas'],
  kind: 'person',
  from: DANA,
  company: KESTREL,
  language: 'en',
  date: '2026-10-21T11:33:20-04:00',
  subject: 'Grippers: tightening sequence',
  signature: {
    name: 'Dana Ferreira',
    title: 'Director of Operations',
    organisation: 'Kestrel Robotics, Inc.',
    phones: ['(617) 555-0148'],
    emails: [],
    urls: ['https://kestrel-robotics.example'],
    address: '88 Foundry Lane, Somerville, MA 02143',
  },
  body: text(`
Jonas,

could your controller log the tightening sequence per gripper? We need it for our audit.

${SIGNATURE_MARK}
Dana Ferreira
Director of Operations | Kestrel Robotics, Inc.
88 Foundry Lane, Somerville, MA 02143
o: (617) 555-0148
https://kestrel-robotics.example
`),
});

const freemail = sampleMail({
  slug: 'freemail-greta',
  to: ['jonas'],
  kind: 'freemail',
  from: { name: 'Greta Solberg', email: 'greta.solberg@freemail.example' },
  company: null,
  language: 'en',
  date: '2026-10-22T21:18:02+02:00',
  subject: 'Question about a used press',
  signature: shortSignature('Greta Solberg', { phones: ['+47 555 01 772'] }),
  body: text(
    'Hello Mr Weber,\n\nI run a small workshop on my own. Do you also sell used hydraulic presses?\n\nBest wishes\nGreta Solberg\n+47 555 01 772',
  ),
});

const places = ['Antwerp', 'Bergen', 'Cork', 'Dover', 'Esbjerg', 'Fiume', 'Genoa'];

/** Twenty-five in To and twelve in Cc, jonas among the former. */
const guests = (from: number, until: number): Address[] =>
  Array.from({ length: until - from }, (_, at) => {
    const place = places[(from + at) % places.length] ?? 'Antwerp';
    return {
      name: `${place} Desk ${from + at}`,
      email: `desk${from + at}@${place.toLowerCase()}-port.example`,
    };
  });

const manyRecipients = sampleMail({
  slug: 'usina-many-recipients',
  to: ['jonas'],
  kind: 'person',
  from: JOAO,
  company: USINA,
  language: 'en',
  date: '2026-10-24T10:00:00-03:00',
  subject: 'Invitation: supplier day on 3 December',
  toHeader: [...guests(1, 15), colleague('jonas'), ...guests(15, 25)],
  cc: guests(25, 37),
  signature: shortSignature('João Batista Figueiredo'),
  body: text('Dear partners,\n\nwe invite you to our supplier day on 3 December.\n\nJoão Batista Figueiredo'),
});

const group = sampleMail({
  slug: 'harbourline-group-syntax',
  to: ['jonas'],
  kind: 'person',
  from: TOM,
  company: { name: 'Harbourline Logistics Ltd', domain: 'harbourline.example' },
  language: 'en',
  date: '2026-10-25T08:20:00+00:00',
  subject: 'Crane crew: new tool list',
  toHeader: `Crane crew: ${FIONA.name} <${FIONA.email}>,\r\n Jonas Weber <jonas.weber@tidewater.test>, crane2@harbourline.example;`,
  cc: 'undisclosed-recipients:;',
  body: text('All,\n\nthe new tool list applies from Monday.\n\nTom'),
});

const undisclosed = sampleMail({
  slug: 'kestrel-undisclosed-recipients',
  to: ['jonas'],
  kind: 'person',
  from: { name: 'Pavel Horak', email: 'pavel.horak@kestrel-robotics.example' },
  company: KESTREL,
  language: 'en',
  date: '2026-10-27T09:45:12-04:00',
  subject: 'Change of our goods-in hours',
  toHeader: 'undisclosed-recipients:;',
  signature: shortSignature('Pavel Horak', { organisation: 'Kestrel Robotics, Inc.' }),
  body: text('From November our goods-in is open from 7 to 15 hours.\n\nPavel Horak\nKestrel Robotics, Inc.'),
});

const forwarded = sampleMail({
  slug: 'kestrel-attached-mail',
  to: ['jonas'],
  kind: 'person',
  from: { name: 'Pavel Horak', email: 'pavel.horak@kestrel-robotics.example' },
  company: KESTREL,
  language: 'en',
  date: '2026-10-28T08:12:00-04:00',
  subject: 'Fwd: Calibration question from our integrator',
  body: multipart('mixed', 'forwarded', [
    text('Jonas, can you answer the attached question for us?\n\nPavel'),
    attachedMail(
      sampleMail({
        slug: 'integrator-question',
        to: ['jonas'],
        kind: 'person',
        from: { name: 'Bea Lorentz', email: 'bea@lorentz-integration.example' },
        company: null,
        language: 'en',
        date: '2026-10-27T16:01:00+01:00',
        subject: 'Calibration question',
        toHeader: [{ name: 'Pavel Horak', email: 'pavel.horak@kestrel-robotics.example' }],
        body: text(
          'Hello Pavel,\n\nhow often must the wrench be calibrated?\n\nBea Lorentz\nLorentz Integration\n+41 44 555 01 33',
        ),
      }).bytesFor('jonas'),
      'question.eml',
    ),
  ]),
});

const spoofed = sampleMail({
  slug: 'spoofed-display-name',
  to: ['jonas'],
  kind: 'spoof',
  from: { name: 'fiona.ashcroft@harbourline.example', email: 'accounts@harbourl1ne-payments.example' },
  company: null,
  language: 'en',
  date: '2026-10-29T04:44:44Z',
  subject: 'Changed bank details',
  // no signature to expect: whoever is named there is not the sender
  body: text('Please use our new bank account from today.\n\nFiona Ashcroft\nHarbourline Logistics Ltd'),
});

const withoutSeconds = sampleMail({
  slug: 'harbourline-date-without-seconds',
  to: ['jonas'],
  kind: 'person',
  from: { name: 'Neil Abara', email: 'neil.abara@harbourline.example' },
  company: { name: 'Harbourline Logistics Ltd', domain: 'harbourline.example' },
  language: 'en',
  date: '2026-10-30T09:15:00+00:00',
  dateHeader: '30 Oct 2026 09:15 GMT',
  subject: 'Gate pass for your visit',
  signature: shortSignature('Neil Abara', { organisation: 'Harbourline Logistics Ltd' }),
  body: text(
    'Dear Mr Weber,\n\nyour gate pass is ready. Please bring your passport.\n\nNeil Abara\nHarbourline Logistics Ltd, Security',
  ),
});

export const ODD_HEADERS: readonly SampleMail[] = [
  quotedComma,
  freemail,
  manyRecipients,
  group,
  undisclosed,
  forwarded,
  spoofed,
  withoutSeconds,
];
