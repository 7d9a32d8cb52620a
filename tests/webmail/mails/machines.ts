import { FIONA, HARBOURLINE } from './companies.ts';
import { alternatives, asciiPart, html, multipart, text } from './mime.ts';
import { type SampleMail, sampleMail } from './sample-mail.ts';

const fasteners = sampleMail({
  slug: 'newsletter-fasteners',
  to: ['jonas'],
  kind: 'newsletter',
  from: { name: 'Fastener Weekly', email: 'editor@fastenerweekly.example' },
  company: null,
  language: 'en',
  date: '2026-10-06T06:00:00Z',
  subject: 'Ten trends in tightening | Fastener Weekly',
  headers: [
    'List-Unsubscribe: <https://fastenerweekly.example/leave?r=8841>, <mailto:leave-8841@fastenerweekly.example>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Precedence: bulk',
  ],
  body: alternatives(
    'Ten trends in tightening, and a competition.\n\nUnsubscribe: https://fastenerweekly.example/leave?r=8841',
    '<h1>Ten trends in tightening</h1><p>And a competition.</p><p><small>Fastener Weekly, +1 555 0100, 1 Press Row<br><a href="https://fastenerweekly.example/leave?r=8841">Unsubscribe</a></small></p>',
  ),
});

const fair = sampleMail({
  slug: 'newsletter-messe',
  to: ['jonas', 'amira'],
  kind: 'newsletter',
  // a person's name on a mail sent to thousands
  from: { name: 'Jutta von der Werkzeugmesse', email: 'jutta@news.werkzeugmesse.example' },
  company: null,
  language: 'de',
  date: '2026-10-12T05:30:00+02:00',
  subject: 'Nur noch 30 Tage bis zur Werkzeugmesse!',
  headers: [
    'List-Unsubscribe: <https://news.werkzeugmesse.example/abmelden>',
    'Precedence: bulk',
    'Feedback-ID: 4:77:tidewater',
  ],
  body: html('<p>Liebe Aussteller,</p><p>sichern Sie sich jetzt Ihren Stand.</p><p>Ihre Jutta</p>'),
});

const parcel = sampleMail({
  slug: 'no-reply-parcel',
  to: ['jonas'],
  kind: 'no-reply',
  from: { name: 'Swift Parcel', email: 'no-reply@swiftparcel.example' },
  company: null,
  language: 'en',
  date: '2026-10-10T07:15:00+01:00',
  subject: 'Your parcel 55-0199 is out for delivery',
  headers: ['Auto-Submitted: auto-generated', 'X-Auto-Response-Suppress: All', 'Precedence: bulk'],
  body: text('Your parcel is out for delivery today between 9 and 12.\n\nPlease do not answer this message.'),
});

const portal = sampleMail({
  slug: 'no-reply-without-bulk-header',
  to: ['jonas'],
  kind: 'no-reply',
  from: { name: 'Supplier Portal', email: 'donotreply@supplierportal.example' },
  company: null,
  language: 'en',
  date: '2026-10-17T03:00:09Z',
  subject: 'You have 1 new request for quotation',
  body: text(
    'A buyer has invited you to quote.\nSign in to the portal to see the request.\n\nThis mailbox is not read by anyone.',
  ),
});

const list = sampleMail({
  slug: 'mailing-list-metrology',
  to: ['jonas'],
  kind: 'list',
  from: { name: 'Hugo Lindgren', email: 'hugo@lindgren-metrology.example' },
  company: null,
  language: 'en',
  date: '2026-10-23T20:41:00+02:00',
  subject: '[metrology] Uncertainty of click wrenches below 5 Nm',
  toHeader: [{ email: 'metrology@lists.calibration.example' }],
  headers: [
    'List-Id: Talk about metrology <metrology.lists.calibration.example>',
    'List-Post: <mailto:metrology@lists.calibration.example>',
    'List-Unsubscribe: <mailto:metrology-leave@lists.calibration.example>',
    'Sender: metrology-bounces@lists.calibration.example',
    'Precedence: list',
  ],
  body: text(
    'Has anybody a budget for click wrenches below 5 Nm that they can share?\n\nHugo\n_____________\nmetrology mailing list',
  ),
});

const away = sampleMail({
  slug: 'auto-reply-fiona',
  to: ['jonas'],
  kind: 'auto-reply',
  from: FIONA,
  company: HARBOURLINE,
  language: 'en',
  date: '2026-10-26T09:00:31Z',
  subject: 'Automatic reply: Dates for the delivery',
  headers: [
    'Auto-Submitted: auto-replied',
    'X-Auto-Response-Suppress: DR, OOF, AutoReply',
    'In-Reply-To: <fiona-2@tidewater.test>',
  ],
  body: text('I am away until 2 November. In urgent cases please write to Tom Okafor.\n\nFiona Ashcroft'),
});

const bounce = sampleMail({
  slug: 'bounce-unknown-user',
  to: ['jonas'],
  kind: 'bounce',
  from: { name: 'Mail Delivery System', email: 'mailer-daemon@mail.tidewater.test' },
  company: null,
  language: 'en',
  date: '2026-10-26T09:02:00Z',
  subject: 'Undelivered Mail Returned to Sender',
  headers: ['Auto-Submitted: auto-replied'],
  body: multipart('report; report-type=delivery-status', 'bounce', [
    text('Your mail to purchasing@harbourline.example could not be delivered: there is no such mailbox.'),
    asciiPart(
      'message/delivery-status',
      `
Reporting-MTA: dns; mail.tidewater.test

Final-Recipient: rfc822; purchasing@harbourline.example
Action: failed
Status: 5.1.1
`,
    ),
    asciiPart(
      'text/rfc822-headers',
      `
From: Jonas Weber <jonas.weber@tidewater.test>
To: purchasing@harbourline.example
Subject: Catalogue 2027
Message-ID: <catalogue-2027@tidewater.test>
`,
    ),
  ]),
});

export const MACHINES: readonly SampleMail[] = [fasteners, fair, parcel, portal, list, away, bounce];
