import { alternatives, text } from './mime.ts';
import { colleague, type SampleMail, sampleMail, shortSignature } from './sample-mail.ts';

const fromVera = sampleMail({
  slug: 'colleague-vera-targets',
  to: ['jonas', 'amira'],
  kind: 'colleague',
  from: colleague('vera'),
  company: null,
  language: 'en',
  date: '2026-10-12T08:30:00+02:00',
  subject: 'Targets for the fourth quarter',
  signature: shortSignature('Vera Novak', {
    title: 'Head of Sales',
    organisation: 'Tidewater Tools',
    phones: ['+351 21 555 0100'],
  }),
  body: text(`
Jonas, Amira,

please send me your three most important accounts by Thursday, with what each of them wants from us next year.

Vera Novak
Head of Sales, Tidewater Tools
+351 21 555 0100
`),
});

const fromAmira = sampleMail({
  slug: 'colleague-amira-baltic',
  to: ['jonas'],
  kind: 'colleague',
  from: colleague('amira'),
  company: null,
  language: 'en',
  date: '2026-10-20T15:10:42+02:00',
  subject: 'Baltic Ferry: shall we go together?',
  body: alternatives(
    'Hi Jonas,\n\nRasmus of Baltic Ferry wants to see both of us. Does the 11th suit you?\n\nAmira',
    '<p>Hi Jonas,</p><p>Rasmus of Baltic Ferry wants to see both of us. Does the 11th suit you?</p><p>Amira</p>',
  ),
});

const toAmira = sampleMail({
  slug: 'colleague-jonas-price-list',
  to: ['amira'],
  kind: 'colleague',
  from: colleague('jonas'),
  company: null,
  language: 'en',
  date: '2026-10-15T09:40:00+01:00',
  subject: 'New price list',
  body: text('Hi Amira,\n\nthe new price list is on the share. Sockets went up by two per cent.\n\nJonas'),
});

const toVera = sampleMail({
  slug: 'colleague-jonas-accounts',
  to: ['vera'],
  kind: 'colleague',
  from: colleague('jonas'),
  company: null,
  language: 'en',
  date: '2026-10-14T17:22:00+01:00',
  subject: 'Re: Targets for the fourth quarter',
  body: text('Hello Vera,\n\nHarbourline, Nordwerk and Usina Verde. Notes follow tomorrow.\n\nJonas'),
});

export const FROM_COLLEAGUES: readonly SampleMail[] = [fromVera, fromAmira, toAmira, toVera];
