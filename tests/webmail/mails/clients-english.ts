import { FIONA, HARBOURLINE, TOM } from './companies.ts';
import { alternatives, text } from './mime.ts';
import { type SampleMail, SIGNATURE_MARK, sampleMail } from './sample-mail.ts';

const enquiry = sampleMail({
  slug: 'harbourline-first-enquiry',
  to: ['jonas'],
  kind: 'person',
  from: FIONA,
  company: HARBOURLINE,
  language: 'en',
  date: '2026-10-05T09:14:22+01:00',
  subject: 'Torque wrenches for the Hull workshop',
  signature: {
    name: 'Fiona Ashcroft',
    title: 'Head of Procurement',
    organisation: 'Harbourline Logistics Ltd',
    phones: ['+44 20 7946 0132', '+44 7700 900318'],
    emails: [FIONA.email],
    urls: ['https://www.harbourline.example'],
    address: "Unit 4, Salter's Wharf, Hull HU1 2PQ",
  },
  body: text(`
Dear Jonas,

we met briefly at the Rotterdam fair. Our workshop in Hull replaces its torque
wrenches this winter: eighteen pieces from 20 to 200 Nm, calibrated, with
certificates.

Could you tell me what delivery time you would commit to for November?

Kind regards,
Fiona

${SIGNATURE_MARK}
Fiona Ashcroft
Head of Procurement
Harbourline Logistics Ltd
Unit 4, Salter's Wharf, Hull HU1 2PQ
T +44 20 7946 0132  |  M +44 7700 900318
fiona.ashcroft@harbourline.example
https://www.harbourline.example
`),
});

const planner = sampleMail({
  slug: 'harbourline-html-table',
  to: ['jonas'],
  kind: 'person',
  from: TOM,
  company: HARBOURLINE,
  language: 'en',
  date: '2026-10-09T16:47:03+01:00',
  subject: 'Spare sockets, and a date for the calibration',
  cc: [FIONA],
  signature: {
    name: 'Tom Okafor',
    title: 'Fleet Maintenance Planner',
    organisation: 'Harbourline Logistics Ltd',
    phones: ['+44 20 7946 0177'],
    emails: [TOM.email],
    urls: ['https://www.harbourline.example/fleet'],
    address: "Unit 4, Salter's Wharf, Hull HU1 2PQ",
  },
  body: alternatives(
    `
Hi Jonas,

Fiona passed me your offer. We also need four sets of spare sockets, and I would
like the calibration on 12 November, when the cranes stand still.

Thanks,
Tom

Tom Okafor | Fleet Maintenance Planner
Harbourline Logistics Ltd
`,
    `
<html><body style="font-family:Calibri,sans-serif;font-size:11pt">
<p>Hi Jonas,</p>
<p>Fiona passed me your offer. We also need <b>four sets of spare sockets</b>, and I would like the calibration on
12&nbsp;November, when the cranes stand still.</p>
<p>Thanks,<br>Tom</p>
<table cellpadding="0" cellspacing="0" border="0" style="border-left:3px solid #0b5c7a">
  <tr><td style="padding-left:10px"><strong>Tom Okafor</strong></td></tr>
  <tr><td style="padding-left:10px">Fleet Maintenance Planner</td></tr>
  <tr><td style="padding-left:10px">Harbourline Logistics Ltd</td></tr>
  <tr><td style="padding-left:10px">Unit 4, Salter's Wharf, Hull HU1 2PQ</td></tr>
  <tr><td style="padding-left:10px">Tel: <a href="tel:+442079460177">+44 20 7946 0177</a></td></tr>
  <tr><td style="padding-left:10px"><a href="mailto:tom.okafor@harbourline.example">tom.okafor@harbourline.example</a>
    · <a href="https://www.harbourline.example/fleet">www.harbourline.example/fleet</a></td></tr>
</table>
</body></html>
`,
  ),
});

export const CLIENTS_ENGLISH: readonly SampleMail[] = [enquiry, planner];
